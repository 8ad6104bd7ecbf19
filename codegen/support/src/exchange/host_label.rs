//! A member that becomes a part of the host.

use aws_smithy_types::error::operation::BuildError;

/// The member `field` as a part of the host: letters, digits and inner hyphens.
pub(crate) fn host_label<'a>(
    member: Option<&'a str>,
    field: &'static str,
    operation: &'static str,
) -> Result<&'a str, BuildError> {
    let invalid = |problem: &str| BuildError::invalid_field(field, format!("{operation} {problem}"));
    let label = member.unwrap_or_default();
    let allowed = |letter: u8| letter.is_ascii_alphanumeric() || letter == b'-';
    match label {
        "" => Err(invalid("puts it into the host, so that it must not be empty")),
        label if label.len() > 63 || label.starts_with('-') || label.ends_with('-') => {
            Err(invalid("puts it into the host, where it cannot stand"))
        }
        label if label.bytes().all(allowed) => Ok(label),
        _ => Err(invalid("puts it into the host, which holds letters, digits and hyphens")),
    }
}
