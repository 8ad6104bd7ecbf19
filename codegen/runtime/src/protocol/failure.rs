//! Code, message and origin of error responses, malformed ones included.

use aws_smithy_runtime_api::client::orchestrator::HttpResponse;
use aws_smithy_schema::error_envelope::sanitize_error_code;
use aws_smithy_types::{
    body::SdkBody,
    error::metadata::{Builder, ErrorMetadata},
};
use aws_types::request_id::apply_request_id;

use super::{ErasedOperation, ResponseParser};
use crate::{
    REDACTED,
    error::{HTTP_STATUS_KEY, OPERATION_KEY, apply_extended_request_id},
    service::Customization,
};

/// Header with the code of AWS Query (`aws.protocols#awsQueryCompatible`).
const QUERY_ERROR: &str = "x-amzn-query-error";

/// Maximum length in bytes of a body in an error message, for bodies that the protocol cannot parse.
const MAX_MESSAGE: usize = 1024;

impl ResponseParser<'_> {
    /// Returns code, message and origin of an error response.
    pub(super) fn metadata(&self, operation: &dyn ErasedOperation) -> ErrorMetadata {
        let parsed = self.error_metadata(self.response);
        let metadata = match parsed {
            Ok(builder) => without_empty_code(builder),
            Err(error) => {
                tracing::debug!(%error, "the protocol cannot parse the error response");
                ErrorMetadata::builder().message(self.body_message(operation)).build()
            }
        };
        let metadata = self.customized(metadata, operation);
        let code = metadata.code().is_none().then(|| self.header_code()).flatten();
        let builder = match code {
            Some(code) => metadata.into_builder().code(code),
            // The body may come from a proxy, for instance; its text is better than nothing.
            None if metadata.code().is_none() && metadata.message().is_none() => {
                metadata.into_builder().message(self.body_message(operation))
            }
            None if metadata.code().is_none() => Self::without_sensitive(metadata, operation).into_builder(),
            None => metadata.into_builder(),
        };
        self.with_origin(builder, operation)
    }

    /// Returns metadata with the origin of the response only.
    pub(super) fn origin(&self, operation: &dyn ErasedOperation) -> Builder {
        self.with_origin(ErrorMetadata::builder(), operation).into_builder()
    }

    fn with_origin(&self, builder: Builder, operation: &dyn ErasedOperation) -> ErrorMetadata {
        let headers = self.response.headers();
        let builder = if operation.service().customization.has_extended_request_id {
            apply_extended_request_id(builder, headers)
        } else {
            builder
        };
        apply_request_id(builder, headers)
            .custom(OPERATION_KEY, operation.name())
            .custom(HTTP_STATUS_KEY, self.response.status().as_u16().to_string())
            .build()
    }

    /// Removes a message of unknown origin if the response may contain sensitive values.
    pub(super) fn without_sensitive(
        metadata: ErrorMetadata,
        operation: &dyn ErasedOperation,
    ) -> ErrorMetadata {
        match metadata.message() {
            Some(_) if operation.has_sensitive_response() => {
                metadata.into_builder().message(REDACTED).build()
            }
            _ => metadata,
        }
    }

    /// Adds what services have in other places than protocols.
    fn customized(&self, metadata: ErrorMetadata, operation: &dyn ErasedOperation) -> ErrorMetadata {
        let Customization { not_found_code, error_message_key, .. } = operation.service().customization;
        let is_empty = self.response.body().bytes().is_some_and(<[u8]>::is_empty);
        let is_not_found = is_empty && self.response.status().as_u16() == 404 && metadata.code().is_none();
        if let Some(code) = not_found_code.filter(|_| is_not_found) {
            return ErrorMetadata::builder().code(code).build();
        }
        let message =
            error_message_key.filter(|_| metadata.message().is_none()).and_then(|key| self.text(key));
        message.into_iter().fold(metadata.into_builder(), Builder::message).build()
    }

    fn header_code(&self) -> Option<&str> {
        let code = self.response.headers().get("x-amzn-errortype").map(sanitize_error_code)?;
        (!code.is_empty()).then_some(code)
    }

    /// Returns the code in the body of a response that has the code of AWS Query in a header. Botocore's models list only the
    /// former.
    pub(super) fn code_of_body(&self) -> Option<String> {
        self.response.headers().get(QUERY_ERROR)?;
        let body = self.response.body().bytes()?;
        let mut response = HttpResponse::new(self.response.status(), SdkBody::from(body));
        let headers = self.response.headers().iter().filter(|(name, _)| *name != QUERY_ERROR);
        for (name, value) in headers {
            response.headers_mut().append(name.to_owned(), value.to_owned());
        }
        let metadata = self.error_metadata(&response).ok()?.build();
        metadata.code().map(str::to_owned)
    }

    /// Returns the body as the message of an error, or a description of it.
    fn body_message(&self, operation: &dyn ErasedOperation) -> String {
        let body = self.response.body().bytes().unwrap_or_default();
        if operation.has_sensitive_response() && !body.is_empty() {
            return format!("{} bytes that may be sensitive and are not shown", body.len());
        }
        match std::str::from_utf8(body).map(str::trim) {
            Ok("") => "the response is empty".to_owned(),
            Ok(text) if text.len() <= MAX_MESSAGE => text.to_owned(),
            Ok(text) => format!("{}…", &text[..text.floor_char_boundary(MAX_MESSAGE)]),
            Err(_) => match self.content_encoding() {
                Some(encoding) => {
                    format!("{} bytes in the content encoding `{encoding}`, which is not decoded", body.len())
                }
                None => format!("{} bytes that are not text", body.len()),
            },
        }
    }
}

/// Drops an empty code, which an empty header causes.
fn without_empty_code(builder: Builder) -> ErrorMetadata {
    let metadata = builder.build();
    match (metadata.code(), metadata.message()) {
        (Some(""), Some(message)) => ErrorMetadata::builder().message(message).build(),
        (Some(""), None) => ErrorMetadata::default(),
        _ => metadata,
    }
}
