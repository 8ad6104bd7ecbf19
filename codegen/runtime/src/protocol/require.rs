//! Required members of an input.

use aws_smithy_types::error::operation::BuildError;

/// Fails when `member` is absent, with the wire name `field` and the operation in the error.
pub fn require<T>(
    member: &Option<T>,
    field: &'static str,
    operation: &'static str,
) -> Result<(), BuildError> {
    match member {
        Some(_) => Ok(()),
        None => Err(BuildError::invalid_field(field, format!("{operation} requires it"))),
    }
}
