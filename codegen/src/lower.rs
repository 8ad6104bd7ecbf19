//! Model -> plan. The only room that makes plans; each kind of item has a file.

mod auth;
mod binding;
mod clash;
mod crate_plan;
mod data_types;
mod defaults;
mod derivability;
mod derive;
mod documentation;
mod endpoint;
mod enumeration;
mod example;
mod features;
mod field;
mod jmespath;
mod literal;
mod lowered_operation;
mod lowering;
mod naming;
mod need;
mod operation;
mod package;
mod paginator;
mod protocol_test;
mod reach;
mod schema;
mod schema_trait;
mod service;
mod structure;
mod ty;
mod union;
mod value;
mod waiter;

pub use crate_plan::lower;
pub use protocol_test::expected_failure;
pub use service::{chosen_protocol, protocols};
