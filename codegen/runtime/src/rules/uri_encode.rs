//! `uriEncode` of the endpoint rules.

use std::fmt::Write as _;

/// Encodes every byte that RFC 3986 does not call unreserved.
#[inline]
pub fn uri_encode(value: &str) -> String {
    percent_encode(value, |byte| byte.is_ascii_alphanumeric() || b"-_.~".contains(&byte))
}

/// Encodes every byte that is not kept.
#[inline]
pub(crate) fn percent_encode(value: &str, is_kept: impl Fn(u8) -> bool) -> String {
    let mut encoded = String::with_capacity(value.len());
    for byte in value.bytes() {
        if is_kept(byte) {
            encoded.push(char::from(byte));
        } else {
            // Writing to text cannot fail.
            let _ = write!(encoded, "%{byte:02X}");
        }
    }
    encoded
}
