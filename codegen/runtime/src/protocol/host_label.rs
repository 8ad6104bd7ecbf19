//! Members that become a part of the host (`smithy.api#hostLabel`).

use aws_smithy_types::error::operation::BuildError;

/// Maximum length in bytes of a label of a host name. Source: RFC 1035, section 2.3.4.
const MAX_LABEL: usize = 63;

/// Returns the member `field` if it can be a part of the host: letters, digits and inner hyphens.
#[inline]
pub fn host_label<'a>(
    member: Option<&'a str>,
    field: &'static str,
    operation: &'static str,
) -> Result<&'a str, BuildError> {
    let invalid = |problem: &str| {
        BuildError::invalid_field(field, format!("{operation} uses it as a part of the host: {problem}"))
    };
    let label = member.unwrap_or_default();
    let allowed = |letter: u8| letter.is_ascii_alphanumeric() || letter == b'-';
    match label {
        "" => Err(invalid("it must not be empty")),
        label if label.len() > MAX_LABEL => Err(invalid("it must not be longer than 63 bytes")),
        label if label.starts_with('-') || label.ends_with('-') => {
            Err(invalid("it must not start or end with a hyphen"))
        }
        label if label.bytes().all(allowed) => Ok(label),
        _ => Err(invalid("it may contain only letters, digits and hyphens")),
    }
}
