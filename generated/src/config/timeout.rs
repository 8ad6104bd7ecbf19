// Copied by tinsmith from its support code. Do not edit.

//! Settings of timeouts.

pub use aws_smithy_types::timeout::{TimeoutConfig, TimeoutConfigBuilder};
