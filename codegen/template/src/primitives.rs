//! Types of members that Rust's standard library does not have.

pub use aws_smithy_types::{Blob, DateTime, date_time::Format as DateTimeFormat};
// {streams}

/// Event streams. No operation of this crate uses them; the module exists for compatibility with the official crates.
pub mod event_stream {}
