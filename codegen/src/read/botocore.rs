//! Botocore service folders to model.
//!
//! Botocore's conventions end here: the result is the same as that of a Smithy model.

mod folder;
mod names;
mod object;
mod operation;
mod pagination;
mod reader;
mod service;
mod service_id;
mod shape;
mod waiter;
mod wire;

pub(super) use folder::{alone, files, named, read, texts};
pub use service_id::service_id;
