// Copied by tinsmith from its support code. Do not edit.

//! How a customized operation reaches the builder that it wraps.

use crate::{
    config::Builder,
    driver::{BoxFuture, SendResult},
};

/// A builder that can send its operation with another configuration.
pub trait CustomizableSend<T, E>: Send + Sync {
    /// Sends the operation.
    fn send(self, config_override: Builder) -> BoxFuture<SendResult<T, E>>;
}
