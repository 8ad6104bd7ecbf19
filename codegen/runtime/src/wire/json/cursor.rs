//! Position in a text.

use std::borrow::Cow;

use aws_smithy_schema::serde::SerdeError;

use super::escape::unescape;
use crate::wire::lenient::WORDS;

/// Maximum depth of lists and objects, which is that of the official reader.
const MAX_DEPTH: u32 = 128;

/// A position in JSON text.
#[derive(Clone)]
pub(super) struct Cursor<'a> {
    text: &'a str,
    pub(super) position: usize,
    /// Number of lists and objects around the position.
    pub(super) depth: u32,
    /// `true` if the bytes after the text are not UTF-8.
    is_cut: bool,
}

impl<'a> Cursor<'a> {
    pub(super) fn new(bytes: &'a [u8]) -> Self {
        let (text, is_cut) = match std::str::from_utf8(bytes) {
            Ok(text) => (text, false),
            Err(error) => {
                let valid = bytes.get(..error.valid_up_to()).unwrap_or_default();
                (std::str::from_utf8(valid).unwrap_or_default(), true)
            }
        };
        let mut cursor = Self { text, position: 0, depth: 0, is_cut };
        cursor.skip_whitespace();
        cursor
    }

    /// Skips a byte order mark.
    pub(super) fn skip_mark(&mut self) {
        if self.position == 0 && self.text.starts_with('\u{feff}') {
            self.position = '\u{feff}'.len_utf8();
            self.skip_whitespace();
        }
    }

    /// Returns the next byte.
    #[inline]
    pub(super) fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.position).copied()
    }

    /// Returns the bytes that have not been read.
    #[inline]
    pub(super) fn rest(&self) -> &'a [u8] {
        self.text.as_bytes().get(self.position..).unwrap_or_default()
    }

    pub(super) fn is_at_end(&self) -> bool {
        self.position >= self.text.len() && !self.is_cut
    }

    /// Returns whether the next token is `word`.
    #[inline]
    pub(super) fn is_word(&self, word: &str) -> bool {
        let rest = self.rest();
        rest.starts_with(word.as_bytes()) && !rest.get(word.len()).is_some_and(u8::is_ascii_alphanumeric)
    }

    /// Moves past `word` if it is the next token.
    pub(super) fn take_word(&mut self, word: &str) -> bool {
        let is_word = self.is_word(word);
        if is_word {
            self.position += word.len();
        }
        is_word
    }

    #[inline]
    pub(super) fn skip_whitespace(&mut self) {
        while let Some(b' ' | b'\n' | b'\t' | b'\r') = self.peek() {
            self.position += 1;
        }
    }

    /// Enters a list or object.
    #[inline]
    pub(super) fn enter(&mut self) -> Result<(), SerdeError> {
        self.position += 1;
        self.depth += 1;
        if self.depth > MAX_DEPTH {
            return Err(self.malformed("lists and objects are nested too deeply"));
        }
        Ok(())
    }

    /// Moves to the next element of a list or object, or leaves it.
    #[inline]
    pub(super) fn next(&mut self, close: u8, is_first: bool) -> Result<bool, SerdeError> {
        self.skip_whitespace();
        match self.peek() {
            Some(b',') if !is_first => {
                self.position += 1;
                self.skip_whitespace();
                Ok(true)
            }
            Some(byte) if byte == close => self.leave().map(|()| false),
            Some(_) if is_first => Ok(true),
            _ => Err(self.unexpected("a comma or the end of a list or object")),
        }
    }

    fn leave(&mut self) -> Result<(), SerdeError> {
        self.position += 1;
        self.depth -= 1;
        if self.depth == 0 { self.end() } else { Ok(()) }
    }

    /// Fails unless all of the text has been read.
    pub(super) fn end(&mut self) -> Result<(), SerdeError> {
        self.skip_whitespace();
        if self.is_at_end() { Ok(()) } else { Err(self.unexpected("the end of the text")) }
    }

    /// Moves from a key to its value.
    #[inline]
    pub(super) fn colon(&mut self) -> Result<(), SerdeError> {
        self.skip_whitespace();
        if self.peek() != Some(b':') {
            return Err(self.unexpected("a colon"));
        }
        self.position += 1;
        self.skip_whitespace();
        Ok(())
    }

    /// Reads a string. A lenient reader replaces surrogates that have no pair.
    #[inline]
    pub(super) fn string(&mut self, is_lenient: bool) -> Result<Cow<'a, str>, SerdeError> {
        let (raw, has_escapes) = self.raw_string(is_lenient)?;
        if has_escapes {
            return unescape(raw, is_lenient).map(Cow::Owned).map_err(|cause| self.malformed(cause));
        }
        Ok(Cow::Borrowed(raw))
    }

    /// Reads a string without resolving its escapes. Returns whether it has any. Only a lenient reader takes control characters
    /// that are not escaped.
    #[inline]
    fn raw_string(&mut self, is_lenient: bool) -> Result<(&'a str, bool), SerdeError> {
        if self.peek() != Some(b'"') {
            return Err(self.unexpected("a string"));
        }
        let start = self.position + 1;
        let mut at = start;
        let mut has_escapes = false;
        let bytes = self.text.as_bytes();
        while let Some(found) = bytes.get(at..).and_then(quote_or_backslash) {
            at += found;
            if bytes.get(at) == Some(&b'"') {
                let raw = self.text.get(start..at).unwrap_or_default();
                if !is_lenient && raw.bytes().any(|byte| byte < b' ') {
                    return Err(self.malformed("a control character in a string"));
                }
                self.position = at + 1;
                return Ok((raw, has_escapes));
            }
            has_escapes = true;
            at += 2;
        }
        self.position = self.text.len();
        Err(self.unexpected("the end of a string"))
    }

    /// Reads the characters of a number. Its type decides whether they are one.
    #[inline]
    pub(super) fn number(&mut self) -> &'a str {
        let is_part = |byte: &&u8| matches!(byte, b'0'..=b'9' | b'-' | b'+' | b'.' | b'e' | b'E');
        let start = self.position;
        self.position += self.rest().iter().take_while(is_part).count();
        self.text.get(start..self.position).unwrap_or_default()
    }

    /// Reads a number by the grammar of JSON.
    pub(super) fn strict_number(&mut self) -> Result<&'a str, SerdeError> {
        let start = self.clone();
        let text = self.number();
        if is_number(text) { Ok(text) } else { Err(start.unexpected("a number of JSON")) }
    }

    /// Skips a value of any type. A lenient reader skips words that JSON lacks.
    pub(super) fn skip_value(&mut self, is_lenient: bool) -> Result<(), SerdeError> {
        match self.peek() {
            Some(b'"') => self.raw_string(is_lenient).map(|_| ()),
            Some(b'{') => {
                self.enter()?;
                let mut is_first = true;
                while self.next(b'}', is_first)? {
                    is_first = false;
                    self.raw_string(is_lenient)?;
                    self.colon()?;
                    self.skip_value(is_lenient)?;
                }
                Ok(())
            }
            Some(b'[') => {
                self.enter()?;
                let mut is_first = true;
                while self.next(b']', is_first)? {
                    is_first = false;
                    self.skip_value(is_lenient)?;
                }
                Ok(())
            }
            _ if ["null", "true", "false"].iter().any(|word| self.take_word(word)) => Ok(()),
            _ if is_lenient && self.not_a_number().is_some() => Ok(()),
            _ => self.strict_number().map(|_| ()),
        }
    }

    /// Reads one of the words that Python writes for numbers that JSON lacks.
    pub(super) fn not_a_number(&mut self) -> Option<&'static str> {
        WORDS.into_iter().find(|word| self.take_word(word))
    }

    /// Creates the error for text that is not JSON.
    #[cold]
    pub(super) fn malformed(&self, cause: &str) -> SerdeError {
        SerdeError::invalid_input(format!("malformed JSON at byte {}: {cause}", self.position))
    }

    /// Creates the error for text that is not what is `expected`. It does not contain the text, which may be sensitive.
    #[cold]
    pub(super) fn unexpected(&self, expected: &str) -> SerdeError {
        let found = match self.peek() {
            Some(_) => "other text",
            None if self.is_cut => "bytes that are not UTF-8",
            None => "the end of the text",
        };
        self.malformed(&format!("expected {expected}, found {found}"))
    }
}

/// Returns whether a text is a number by the grammar of JSON.
fn is_number(text: &str) -> bool {
    let is_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let unsigned = text.strip_prefix('-').unwrap_or(text);
    let (mantissa, exponent) = unsigned.split_once(['e', 'E']).unwrap_or((unsigned, "0"));
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, "0"));
    let exponent = exponent.strip_prefix(['-', '+']).unwrap_or(exponent);
    let has_leading_zero = whole.len() > 1 && whole.starts_with('0');
    is_digits(whole) && !has_leading_zero && is_digits(fraction) && is_digits(exponent)
}

const ONES: u64 = u64::from_ne_bytes([1; 8]);
const HIGH_BITS: u64 = u64::from_ne_bytes([0x80; 8]);

/// Returns the position of the first quote or backslash. Eight bytes are compared at a time.
#[inline]
fn quote_or_backslash(bytes: &[u8]) -> Option<usize> {
    // The lowest bit that is set belongs to the first byte that is zero.
    let zeros = |word: u64| word.wrapping_sub(ONES) & !word & HIGH_BITS;
    let (words, rest) = bytes.as_chunks::<8>();
    for (index, word) in words.iter().enumerate() {
        let word = u64::from_le_bytes(*word);
        let found = zeros(word ^ (ONES * u64::from(b'"'))) | zeros(word ^ (ONES * u64::from(b'\\')));
        if found != 0 {
            return Some(index * 8 + found.trailing_zeros() as usize / 8);
        }
    }
    let found = rest.iter().position(|byte| matches!(byte, b'"' | b'\\'))?;
    Some(words.len() * 8 + found)
}

#[cfg(test)]
mod tests {
    use super::quote_or_backslash;

    #[test]
    fn quotes_and_backslashes_are_found_at_every_position() {
        for position in 0..40 {
            for (found, other) in [(b'"', b'#'), (b'\\', b'!'), (b'"', 0x80), (b'\\', 0xff), (b'"', 0)] {
                let mut bytes = vec![other; 40];
                bytes[position] = found;
                assert_eq!(quote_or_backslash(&bytes), Some(position));
                assert_eq!(quote_or_backslash(&bytes[..position]), None);
            }
        }
    }
}
