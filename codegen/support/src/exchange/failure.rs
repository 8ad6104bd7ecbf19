//! What an error response says, however broken it is.

use aws_smithy_schema::error_envelope::sanitize_error_code;
use aws_smithy_types::error::metadata::{Builder, ErrorMetadata};
use aws_types::request_id::apply_request_id;

use super::{Answer, ErasedOperation};
use crate::error::{HTTP_STATUS, OPERATION};

/// Stands for what must not be shown.
const REDACTED: &str = "*** Sensitive Data Redacted ***";
/// How much of a body that is not the protocol's goes into an error, in bytes.
const LONGEST_TEXT: usize = 1024;

impl Answer<'_> {
    /// Code and message of an error response, and where it came from.
    pub(super) fn metadata(&self, operation: &dyn ErasedOperation) -> ErrorMetadata {
        let parsed = self.protocol.parse_error_metadata(self.response, self.cfg);
        let found = match parsed {
            Ok(builder) => named(builder),
            Err(error) => {
                tracing::debug!(%error, "the error response is not the protocol's");
                ErrorMetadata::builder().message(self.text(operation)).build()
            }
        };
        let code = found.code().is_none().then(|| self.header_code()).flatten();
        let builder = match code {
            Some(code) => found.into_builder().code(code),
            // Somebody else's words, a proxy's for instance: better than none.
            None if found.code().is_none() && found.message().is_none() => {
                found.into_builder().message(self.text(operation))
            }
            None if found.code().is_none() => Self::without_secrets(found, operation).into_builder(),
            None => found.into_builder(),
        };
        self.locate(builder, operation)
    }

    /// Metadata that says no more than where a response came from.
    pub(super) fn origin(&self, operation: &dyn ErasedOperation) -> Builder {
        self.locate(ErrorMetadata::builder(), operation).into_builder()
    }

    fn locate(&self, builder: Builder, operation: &dyn ErasedOperation) -> ErrorMetadata {
        apply_request_id(builder, self.response.headers())
            .custom(OPERATION, operation.name())
            .custom(HTTP_STATUS, self.response.status().as_u16().to_string())
            .build()
    }

    /// The same without a message of which nobody knows whose it is, where an answer may hold secrets.
    pub(super) fn without_secrets(metadata: ErrorMetadata, operation: &dyn ErasedOperation) -> ErrorMetadata {
        match metadata.message() {
            Some(_) if operation.secret_answer() => metadata.into_builder().message(REDACTED).build(),
            _ => metadata,
        }
    }

    fn header_code(&self) -> Option<&str> {
        let code = self.response.headers().get("x-amzn-errortype").map(sanitize_error_code)?;
        (!code.is_empty()).then_some(code)
    }

    /// The body in words: its text, or what else there is to say about it.
    fn text(&self, operation: &dyn ErasedOperation) -> String {
        let body = self.response.body().bytes().unwrap_or_default();
        if operation.secret_answer() && !body.is_empty() {
            return format!("{} bytes, which may hold secrets and are not shown", body.len());
        }
        match std::str::from_utf8(body).map(str::trim) {
            Ok("") => "the response is empty".to_owned(),
            Ok(text) if text.len() <= LONGEST_TEXT => text.to_owned(),
            Ok(text) => format!("{}…", &text[..text.floor_char_boundary(LONGEST_TEXT)]),
            Err(_) => format!("{} bytes that are not text", body.len()),
        }
    }
}

/// An empty code, as an empty header gives, is none.
fn named(builder: Builder) -> ErrorMetadata {
    let found = builder.build();
    match (found.code(), found.message()) {
        (Some(""), Some(message)) => ErrorMetadata::builder().message(message).build(),
        (Some(""), None) => ErrorMetadata::default(),
        _ => found,
    }
}
