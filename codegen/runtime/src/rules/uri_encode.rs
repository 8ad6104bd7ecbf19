//! `uriEncode` of the endpoint rules.

use std::fmt::Write as _;

/// Encodes every byte that RFC 3986 does not call unreserved.
#[inline]
pub fn uri_encode(value: &str) -> String {
    let mut encoded = String::with_capacity(value.len());
    for byte in value.bytes() {
        if byte.is_ascii_alphanumeric() || b"-_.~".contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            // Writing to text cannot fail.
            let _ = write!(encoded, "%{byte:02X}");
        }
    }
    encoded
}
