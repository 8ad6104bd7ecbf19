//! Code and message of errors.

use aws_smithy_runtime_api::http::Headers;
use aws_smithy_schema::{
    error_envelope::{parse_query_compatible_header, sanitize_error_code},
    prelude,
    serde::{SerdeError, ShapeDeserializer as _},
};
use aws_smithy_types::{
    Document,
    error::metadata::{Builder, ErrorMetadata},
};

use super::JsonReader;

/// Code and message in the body of an error.
#[derive(Default)]
struct Envelope {
    kind: Option<String>,
    code: Option<String>,
    // The last of the three, as errors have members with this name.
    upper_code: Option<String>,
    message: Option<String>,
}

/// Returns code and message of an error. A header with the code has precedence, and that of AWS Query over it.
///
/// The official crates do the same. Here the body is read leniently, so that a value that is not JSON does not hide the code, and
/// neither does a code without text. `Code` is read as in boto3.
pub(crate) fn error_metadata(body: &[u8], headers: &Headers) -> Result<Builder, SerdeError> {
    let Envelope { kind, code, upper_code, message } = envelope(body)?;
    let codes = [headers.get("x-amzn-errortype"), code.as_deref(), kind.as_deref(), upper_code.as_deref()];
    let code = codes.into_iter().flatten().map(sanitize_error_code).find(|code| !code.is_empty());
    let builder = code.into_iter().fold(ErrorMetadata::builder(), Builder::code);
    let builder = message.into_iter().fold(builder, Builder::message);
    Ok(match parse_query_compatible_header(headers) {
        Some((code, kind)) if !code.is_empty() => builder.code(code).custom("type", kind),
        _ => builder,
    })
}

fn envelope(body: &[u8]) -> Result<Envelope, SerdeError> {
    let mut envelope = Envelope::default();
    let mut reader = JsonReader::new(body).lenient(true);
    if !reader.is_object() {
        reader.skip_all()?;
        return Ok(envelope);
    }
    reader.read_map(&prelude::DOCUMENT, &mut |key, reader| {
        let part = match key.as_str() {
            "__type" => &mut envelope.kind,
            "code" => &mut envelope.code,
            "Code" => &mut envelope.upper_code,
            "message" | "Message" | "errorMessage" => &mut envelope.message,
            _ => return reader.skip_value(),
        };
        if let Document::String(text) = reader.read_document(&prelude::DOCUMENT)? {
            *part = Some(text);
        }
        Ok(())
    })?;
    Ok(envelope)
}
