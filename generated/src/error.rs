// Copied by tinsmith from its support code. Do not edit.

//! Errors that every operation shares.

use aws_smithy_runtime_api::client::orchestrator::HttpResponse;

pub use aws_smithy_runtime_api::{box_error::BoxError, client::result::ConnectorError};
pub use aws_smithy_types::error::{
    display::DisplayErrorContext,
    metadata::{ErrorMetadata, ProvideErrorMetadata},
    operation::BuildError,
};

pub(crate) mod describe;
mod exception;
pub(crate) mod sealed_unhandled;
mod unknown_variant;
mod variants;

pub(crate) use describe::{HTTP_STATUS, OPERATION, answered, describe};
pub(crate) use exception::exception;
pub use unknown_variant::UnknownVariantError;
pub(crate) use variants::errors;

/// What a call fails with: `E` is the operation's own error, `R` the answer it was read from.
pub type SdkError<E, R = HttpResponse> = aws_smithy_runtime_api::client::result::SdkError<E, R>;
