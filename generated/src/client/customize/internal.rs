// Copied by tinsmith from its support code. Do not edit.

//! How a customized operation reaches the builder that it wraps.

use std::pin::Pin;

use aws_smithy_runtime_api::client::{orchestrator::HttpResponse, result::SdkError};

use crate::config::Builder;

/// A future on the heap.
pub(crate) type BoxFuture<T> = Pin<Box<dyn Future<Output = T> + Send>>;

/// What a call yields.
pub(crate) type SendResult<T, E> = Result<T, SdkError<E, HttpResponse>>;

/// A builder that can send its operation with another configuration.
pub trait CustomizableSend<T, E>: Send + Sync {
    /// Sends the operation.
    fn send(self, config_override: Builder) -> BoxFuture<SendResult<T, E>>;
}
