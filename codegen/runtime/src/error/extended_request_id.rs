//! Extended request ids.

use aws_smithy_runtime_api::{
    client::result::SdkError,
    http::{Headers, Response},
};
use aws_smithy_types::error::metadata::{Builder, ErrorMetadata};

/// Key of the extended request id in error metadata.
pub(crate) const EXTENDED_REQUEST_ID: &str = "extended_request_id";

/// Values with an extended request id, which the support of AWS asks for next to the request id.
pub trait RequestIdExt {
    /// Returns the extended request id.
    fn extended_request_id(&self) -> Option<&str>;
}

impl RequestIdExt for Headers {
    fn extended_request_id(&self) -> Option<&str> {
        self.get("x-amz-id-2")
    }
}

impl<B> RequestIdExt for Response<B> {
    fn extended_request_id(&self) -> Option<&str> {
        self.headers().extended_request_id()
    }
}

impl RequestIdExt for ErrorMetadata {
    fn extended_request_id(&self) -> Option<&str> {
        self.extra(EXTENDED_REQUEST_ID)
    }
}

impl<E> RequestIdExt for SdkError<E, Response> {
    fn extended_request_id(&self) -> Option<&str> {
        self.raw_response()?.extended_request_id()
    }
}

impl<O: RequestIdExt, E: RequestIdExt> RequestIdExt for Result<O, E> {
    fn extended_request_id(&self) -> Option<&str> {
        match self {
            Ok(output) => output.extended_request_id(),
            Err(error) => error.extended_request_id(),
        }
    }
}

/// Adds the extended request id of a response.
pub(crate) fn apply_extended_request_id(builder: Builder, headers: &Headers) -> Builder {
    headers
        .extended_request_id()
        .into_iter()
        .fold(builder, |builder, id| builder.custom(EXTENDED_REQUEST_ID, id))
}
