//! Escapes in strings.

/// Resolves the escapes of a string. A surrogate without a pair is replaced if the reader is lenient, as text cannot have it.
pub(super) fn unescape(raw: &str, is_lenient: bool) -> Result<String, &'static str> {
    let mut text = String::with_capacity(raw.len());
    let mut rest = raw;
    while let Some((before, escape)) = rest.split_once('\\') {
        text.push_str(before);
        let (character, after) = character(escape, is_lenient)?;
        text.push(character);
        rest = after;
    }
    text.push_str(rest);
    Ok(text)
}

/// Returns the character of an escape, and the text after it.
fn character(escape: &str, is_lenient: bool) -> Result<(char, &str), &'static str> {
    let mut characters = escape.chars();
    let character = match characters.next() {
        Some(character @ ('"' | '\\' | '/')) => character,
        Some('b') => '\u{8}',
        Some('f') => '\u{c}',
        Some('n') => '\n',
        Some('r') => '\r',
        Some('t') => '\t',
        Some('u') => return code_point(characters.as_str(), is_lenient),
        _ => return Err("an unknown escape"),
    };
    Ok((character, characters.as_str()))
}

/// Returns the character of one or two UTF-16 code units in hexadecimal digits.
fn code_point(digits: &str, is_lenient: bool) -> Result<(char, &str), &'static str> {
    let (first, after) = code_unit(digits)?;
    if let Some(character) = char::from_u32(first.into()) {
        return Ok((character, after));
    }
    let pair = after.strip_prefix("\\u").and_then(|digits| code_unit(digits).ok());
    if let Some((second, after)) = pair
        && let Some(Ok(character)) = char::decode_utf16([first, second]).next()
    {
        return Ok((character, after));
    }
    if !is_lenient {
        return Err("a surrogate without a pair");
    }
    tracing::warn!("replaced a surrogate without a pair");
    Ok((char::REPLACEMENT_CHARACTER, after))
}

fn code_unit(digits: &str) -> Result<(u16, &str), &'static str> {
    let (digits, after) = digits.split_at_checked(4).ok_or("an escape without four digits")?;
    if !digits.bytes().all(|digit| digit.is_ascii_hexdigit()) {
        return Err("an escape without four digits");
    }
    Ok((u16::from_str_radix(digits, 16).map_err(|_| "an escape without four digits")?, after))
}
