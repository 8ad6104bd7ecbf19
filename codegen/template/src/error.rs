//! Errors that every operation shares.

use aws_smithy_runtime_api::client::orchestrator::HttpResponse;

pub use aws_smithy_runtime_api::{box_error::BoxError, client::result::ConnectorError};
pub use aws_smithy_types::error::{
    display::DisplayErrorContext,
    metadata::{ErrorMetadata, ProvideErrorMetadata},
    operation::BuildError,
};
pub use tinsmith_runtime::error::UnknownVariantError;

/// Error of a call: `E` is the error of the operation, `R` the response that it was read from.
pub type SdkError<E, R = HttpResponse> = aws_smithy_runtime_api::client::result::SdkError<E, R>;
