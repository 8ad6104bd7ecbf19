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

/// Fails when `member` is absent, empty or blank. Endpoint rules put such a member into the host or path.
pub fn require_text(
    member: &Option<String>,
    field: &'static str,
    operation: &'static str,
) -> Result<(), BuildError> {
    match member.as_deref().map(str::trim) {
        Some("") => {
            Err(BuildError::invalid_field(field, format!("{operation} requires it, and it is empty")))
        }
        _ => require(member, field, operation),
    }
}
