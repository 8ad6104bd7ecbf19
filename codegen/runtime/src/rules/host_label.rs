//! `isValidHostLabel` of the endpoint rules.

/// Maximum length of a label of a host name, in bytes. Source: RFC 1035, section 2.3.4.
const MAX_LABEL: usize = 63;

/// Returns whether `value` can be a label of a host name, or several labels if `allow_dots`.
#[inline]
pub fn is_valid_host_label(value: &str, allow_dots: bool) -> bool {
    if allow_dots { value.split('.').all(is_label) } else { is_label(value) }
}

#[inline]
fn is_label(label: &str) -> bool {
    (1..=MAX_LABEL).contains(&label.len())
        && !label.starts_with('-')
        && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
}
