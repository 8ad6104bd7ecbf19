//! Functions that endpoint rule sets call.

pub(crate) mod arn;
pub(crate) mod bucket;
pub(crate) mod host_label;
pub(crate) mod partition;
mod partition_table;
pub(crate) mod split;
pub(crate) mod substring;
pub(crate) mod uri_encode;
pub(crate) mod url;
