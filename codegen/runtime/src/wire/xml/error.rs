//! Errors of XML.

use std::fmt::Display;

use aws_smithy_schema::serde::SerdeError;

/// Creates the error for a document that is not well-formed.
#[cold]
pub(super) fn malformed(position: usize, cause: impl Display) -> SerdeError {
    SerdeError::invalid_input(format!("malformed XML at byte {position}: {cause}"))
}
