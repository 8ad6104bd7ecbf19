// Copied by tinsmith from its support code. Do not edit.

//! Building blocks of inputs and outputs.

pub use aws_smithy_types::{Blob, DateTime, date_time::Format as DateTimeFormat};

pub mod event_stream;
pub(crate) mod sealed_enum_unknown;
