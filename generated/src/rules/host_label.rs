// Copied by tinsmith from its support code. Do not edit.

//! `isValidHostLabel` of the endpoint rules.

/// Longest label that DNS allows, in bytes.
const LONGEST: usize = 63;

/// Whether `value` can be a label of a host name, or several if `allow_dots`.
pub(crate) fn is_valid_host_label(value: &str, allow_dots: bool) -> bool {
    if allow_dots { value.split('.').all(is_label) } else { is_label(value) }
}

fn is_label(label: &str) -> bool {
    (1..=LONGEST).contains(&label.len())
        && !label.starts_with('-')
        && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
}
