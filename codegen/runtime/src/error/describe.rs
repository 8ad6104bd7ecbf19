//! Text of errors: operation, code, message, HTTP status and request id.

use std::{
    error::Error,
    fmt::{self, Formatter},
};

use aws_smithy_runtime_api::client::result::SdkError;
use aws_smithy_types::error::metadata::{ErrorMetadata, ProvideErrorMetadata};
use aws_types::request_id::RequestId;

use super::Unhandled;

/// Key of the operation's name in [`ErrorMetadata::extra`].
pub const OPERATION_KEY: &str = "operation";
/// Key of the HTTP status code in [`ErrorMetadata::extra`].
pub const HTTP_STATUS_KEY: &str = "http_status";

/// Writes `Operation: Code: message (HTTP 400, request id abc)`, without the parts that are absent.
///
/// `fallback` is written if the metadata has neither code nor message.
pub fn describe(
    metadata: &ErrorMetadata,
    fallback: Option<&(dyn Error + 'static)>,
    f: &mut Formatter<'_>,
) -> fmt::Result {
    if let Some(operation) = metadata.extra(OPERATION_KEY) {
        write!(f, "{operation}: ")?;
    }
    match (metadata.code(), metadata.message()) {
        (Some(code), message) => describe_exception(code, message, f)?,
        (None, Some(message)) => f.write_str(message)?,
        (None, None) => describe_source(fallback, f)?,
    }
    describe_origin(metadata, f)
}

/// Writes `Name: message`, or the name alone.
pub fn describe_exception(name: &str, message: Option<&str>, f: &mut Formatter<'_>) -> fmt::Result {
    f.write_str(name)?;
    match message {
        Some(message) => write!(f, ": {message}"),
        None => Ok(()),
    }
}

/// Returns the error of the service, or the reason why a call of `operation` ended without one.
pub fn into_operation_error<E, R>(error: SdkError<E, R>, operation: &'static str) -> Result<E, Unhandled>
where
    E: Error + ProvideErrorMetadata + Send + Sync + 'static,
    R: fmt::Debug + Send + Sync + 'static,
{
    match error {
        SdkError::ServiceError(context) => Ok(context.into_err()),
        other => {
            let meta = other.meta().clone().into_builder().custom(OPERATION_KEY, operation).build();
            Err(Unhandled::new(other.into(), meta))
        }
    }
}

/// Writes a source and its own sources: `SdkError` itself only names the stage that failed.
///
/// Metadata as a source is skipped: it has neither code nor message.
fn describe_source(source: Option<&(dyn Error + 'static)>, f: &mut Formatter<'_>) -> fmt::Result {
    let mut next = source.filter(|source| !source.is::<ErrorMetadata>());
    if next.is_none() {
        return f.write_str("unhandled error");
    }
    let mut separator = "";
    while let Some(source) = next {
        write!(f, "{separator}{source}")?;
        separator = ": ";
        next = source.source();
    }
    Ok(())
}

fn describe_origin(metadata: &ErrorMetadata, f: &mut Formatter<'_>) -> fmt::Result {
    match (metadata.extra(HTTP_STATUS_KEY), metadata.request_id()) {
        (Some(status), Some(request_id)) => write!(f, " (HTTP {status}, request id {request_id})"),
        (Some(status), None) => write!(f, " (HTTP {status})"),
        (None, Some(request_id)) => write!(f, " (request id {request_id})"),
        (None, None) => Ok(()),
    }
}
