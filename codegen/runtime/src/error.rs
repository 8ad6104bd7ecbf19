//! Errors that every operation shares.

use aws_smithy_runtime_api::client::orchestrator::HttpResponse;

mod describe;
mod exception;
mod traits;
mod unhandled;
mod unknown_variant;

#[doc(hidden)]
pub use describe::{HTTP_STATUS, OPERATION, describe, describe_exception, into_operation_error};
pub use unhandled::Unhandled;
pub use unknown_variant::UnknownVariantError;

/// Error of a call: `E` is the error of the operation, `R` the response that it was read from.
pub type SdkError<E, R = HttpResponse> = aws_smithy_runtime_api::client::result::SdkError<E, R>;
