//! Characters that XML cannot contain.

use aws_smithy_runtime_api::client::orchestrator::HttpRequest;
use aws_smithy_schema::{Schema, ShapeType, serde::SerdeError};

/// Returns an error for a request with a character in its XML body that XML 1.0 cannot contain, even escaped.
pub(super) fn check_characters(request: HttpRequest, input: &Schema<'_>) -> Result<HttpRequest, SerdeError> {
    let bytes = request.body().bytes().unwrap_or_default();
    if bytes.is_empty() || is_raw(input) {
        return Ok(request);
    }
    let body = std::str::from_utf8(bytes).unwrap_or_default();
    match body.char_indices().find(|(_, letter)| !is_valid(*letter)) {
        None => Ok(request),
        Some((position, letter)) => Err(SerdeError::custom(format!(
            "`{}` has the character U+{:04X}, which XML cannot contain",
            element(&body[..position]),
            u32::from(letter)
        ))),
    }
}

/// Returns `true` if the body is a blob or a string, and not XML.
fn is_raw(input: &Schema<'_>) -> bool {
    let payload = input.members().iter().find(|member| member.http_payload().is_some());
    payload.is_some_and(|payload| matches!(payload.shape_type(), ShapeType::Blob | ShapeType::String))
}

/// `Char` of XML 1.0.
fn is_valid(letter: char) -> bool {
    !matches!(letter, '\0'..='\x08' | '\x0b' | '\x0c' | '\x0e'..='\x1f' | '\u{fffe}' | '\u{ffff}')
}

/// Returns the name of the element that `before` ends in.
fn element(before: &str) -> &str {
    let tag = before.rsplit('<').next().unwrap_or_default();
    tag.split([' ', '>']).next().unwrap_or_default()
}
