//! Functions that endpoint rule sets call.

pub(crate) mod host_label;
pub(crate) mod partition;
mod partition_table;
