// Copied by tinsmith from its support code. Do not edit.

//! How schemas are read and written: what the emitted code of every shape shares.

mod lenient;
pub(crate) mod members;
mod reads;
mod reads_error;
pub(crate) mod schema;
mod strict;
mod value;
mod writes;

pub(crate) use lenient::LenientReader;
pub(crate) use members::{read_members, write_members};
pub(crate) use reads::{found, reads};
pub(crate) use reads_error::reads_error;
pub(crate) use schema::{operation_schema, schema};
pub(crate) use strict::StrictReader;
pub(crate) use value::{Readable, Writable};
pub(crate) use writes::writes;
