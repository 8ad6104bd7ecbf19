//! Responses with URL-encoded members, because XML cannot contain all characters of their values.

use super::Operation;

/// An operation whose responses have URL-encoded members if the input requests it. Generated code implements this.
pub trait UrlEncoded: Operation {
    /// Requests URL-encoded members, and returns `true`, unless the input has an encoding.
    fn request_encoding(input: &mut Self::Input) -> bool;

    /// Decodes the members of an output, if they are URL-encoded.
    fn decode_output(output: &mut Self::Output);
}

/// Name of the encoding.
const URL: &str = "url";

/// Sets the encoding, and returns `true`, if it is not set.
#[inline]
pub fn set_url_encoding<T: for<'a> From<&'a str>>(encoding: &mut Option<T>) -> bool {
    let is_set = encoding.is_some();
    encoding.get_or_insert_with(|| T::from(URL));
    !is_set
}

/// Clears the encoding, and returns `true`, if members are URL-encoded: they are decoded only once.
#[inline]
pub fn take_url_encoding<T: AsRef<str>>(encoding: &mut Option<T>) -> bool {
    encoding.take_if(|encoding| (*encoding).as_ref() == URL).is_some()
}

/// Decodes a member. A `+` is a space.
#[inline]
pub fn decode_url(member: &mut Option<String>) {
    if let Some(text) = member.as_mut().filter(|text| text.contains(['+', '%'])) {
        *text = decoded(text.as_bytes());
    }
}

/// Decodes `text`. What is not an encoded byte is kept, and bytes that are not UTF-8 are replaced.
#[inline]
fn decoded(mut text: &[u8]) -> String {
    let mut decoded = Vec::with_capacity(text.len());
    while let Some((&first, rest)) = text.split_first() {
        let byte = if first == b'%' { rest.get(..2).and_then(hexadecimal) } else { None };
        text = if byte.is_some() { &rest[2..] } else { rest };
        decoded.push(byte.unwrap_or(if first == b'+' { b' ' } else { first }));
    }
    String::from_utf8_lossy(&decoded).into_owned()
}

#[inline]
fn hexadecimal(digits: &[u8]) -> Option<u8> {
    let digits = std::str::from_utf8(digits).ok().filter(|digits| !digits.starts_with('+'))?;
    u8::from_str_radix(digits, 16).ok()
}
