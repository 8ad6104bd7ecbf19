//! Code and message of errors.

use aws_smithy_runtime_api::http::Headers;
use aws_smithy_schema::{
    error_envelope::{parse_query_compatible_header, sanitize_error_code},
    prelude,
    serde::{SerdeError, ShapeDeserializer as _},
};
use aws_smithy_types::error::metadata::{Builder, ErrorMetadata};

use super::CborReader;

/// Returns code and message of an error. A header with the code of AWS Query has precedence.
///
/// The official crates do the same. Here a code or message that is not text is skipped as a whole, so that what it contains is not
/// taken for members of the error.
pub(crate) fn error_metadata(body: &[u8], headers: &Headers) -> Result<Builder, SerdeError> {
    let (mut code, mut message) = (None, None);
    if !body.is_empty() {
        CborReader::new(body).lenient(true).read_map(&prelude::DOCUMENT, &mut |key, reader| {
            let part = match key.as_str() {
                "__type" => &mut code,
                "message" | "Message" | "errorMessage" => &mut message,
                _ => return Ok(()),
            };
            if let Ok(text) = reader.read_string(&prelude::STRING) {
                *part = Some(text);
            }
            Ok(())
        })?;
    }
    let code = code.as_deref().map(sanitize_error_code).filter(|code| !code.is_empty());
    let builder = code.into_iter().fold(ErrorMetadata::builder(), Builder::code);
    let builder = message.into_iter().fold(builder, Builder::message);
    Ok(match parse_query_compatible_header(headers) {
        Some((code, kind)) if !code.is_empty() => builder.code(code).custom("type", kind),
        _ => builder,
    })
}
