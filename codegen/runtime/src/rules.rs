//! Functions that endpoint rule sets call.

pub mod arn;
pub mod bucket;
pub mod host_label;
pub mod partition;
mod partition_table;
pub mod split;
pub mod substring;
pub mod uri_encode;
pub mod url;
