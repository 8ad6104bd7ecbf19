//! Functions that endpoint rule sets call.
//!
//! They are inlined, so that a crate compiles only those that its rules call.

pub mod arn;
pub mod bucket;
pub mod host_label;
pub mod partition;
mod partition_table;
pub mod split;
pub mod substring;
pub mod uri_encode;
pub mod url;
