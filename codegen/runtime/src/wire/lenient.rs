//! Conversion of text that deviates from the model.
//!
//! The readers of JSON, XML and headers convert text by these functions if they are lenient.

use aws_smithy_schema::{Schema, ShapeType, serde::SerdeError};

mod date;
mod header;
mod number;
mod timestamp;

pub use header::LenientHeaderReader;
pub(super) use number::{WORDS, big_decimal, big_integer, float, integer, narrow, strict_integer};
pub(super) use timestamp::{epoch_seconds, timestamp};

/// Creates the error for a value that is not what is `expected`.
#[cold]
pub(super) fn mismatch(expected: &str, found: &str) -> SerdeError {
    SerdeError::type_mismatch(format!("expected {expected}, found {found}"))
}

/// Creates the error of a strict reader for a null in a dense list or map.
#[cold]
pub(super) fn null_in_dense() -> SerdeError {
    SerdeError::type_mismatch("null in a list or map that has none")
}

/// Creates the error for text that cannot be converted. It does not contain the text, which may be sensitive.
#[cold]
pub(super) fn other(expected: &str, text: &str) -> SerdeError {
    mismatch(expected, if text.is_empty() { "no text" } else { "other text" })
}

/// Returns whether a lenient reader leaves out the member that caused `error`, and warns if it does.
///
/// Only scalars are left out: a list, map or structure that is absent would be taken for an empty one. Members that the model
/// requires are not, as `read_members` changes their errors, and variants of unions are not.
#[cold]
pub(super) fn is_tolerable(error: &SerdeError, schema: &Schema<'_>, member: &Schema<'_>) -> bool {
    let is_tolerable = matches!(error, SerdeError::TypeMismatch { .. })
        && schema.shape_type() != ShapeType::Union
        && is_scalar(member.shape_type());
    if is_tolerable {
        let (shape, member) = (schema.shape_id().as_str(), member.member_name());
        tracing::warn!(member, shape, %error, "dropped a member that deviates from the model");
    }
    is_tolerable
}

fn is_scalar(kind: ShapeType) -> bool {
    !matches!(
        kind,
        ShapeType::List | ShapeType::Map | ShapeType::Structure | ShapeType::Union | ShapeType::Document
    )
}

/// Parses a boolean.
pub(super) fn boolean(text: &str) -> Result<bool, SerdeError> {
    match text.trim() {
        text if text.eq_ignore_ascii_case("true") => Ok(true),
        text if text.eq_ignore_ascii_case("false") => Ok(false),
        text => Err(other("a boolean", text)),
    }
}
