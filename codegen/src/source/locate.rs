//! The bytes of a JSON pointer in text that is known to be valid JSON.
//!
//! The parser keeps no positions, which would slow it down; this walk happens once per diagnostic.

use std::ops::Range;

/// The span of the value at `pointer`; of its key if the value is an object or a list.
pub(super) fn span(text: &str, pointer: &str) -> Option<Range<usize>> {
    let mut cursor = Cursor { bytes: text.as_bytes(), at: 0 };
    cursor.skip_space();
    let mut key: Option<Range<usize>> = None;
    for segment in pointer.split('/').skip(1) {
        let wanted = segment.replace("~1", "/").replace("~0", "~");
        match cursor.enter(&wanted)? {
            Found::Value { key: at } => key = at,
            Found::Nothing => return key,
        }
    }
    let start = cursor.at;
    let aggregate = matches!(cursor.peek()?, b'{' | b'[');
    cursor.skip_value()?;
    match key {
        Some(key) if aggregate => Some(key),
        _ if aggregate => Some(start..start + 1),
        _ => Some(start..cursor.at),
    }
}

enum Found {
    Value { key: Option<Range<usize>> },
    Nothing,
}

struct Cursor<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl Cursor<'_> {
    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    fn skip_space(&mut self) {
        while self.peek().is_some_and(|byte| byte.is_ascii_whitespace()) {
            self.at += 1;
        }
    }

    /// Moves to the start of the value at `wanted`, a key or an index.
    fn enter(&mut self, wanted: &str) -> Option<Found> {
        match self.peek()? {
            b'{' => self.enter_object(wanted),
            b'[' => self.enter_list(wanted.parse().ok()?),
            _ => Some(Found::Nothing),
        }
    }

    fn enter_object(&mut self, wanted: &str) -> Option<Found> {
        self.at += 1;
        loop {
            self.skip_separators();
            if self.peek()? == b'}' {
                return Some(Found::Nothing);
            }
            let start = self.at;
            self.skip_value()?;
            let key = start..self.at;
            let text = std::str::from_utf8(&self.bytes[key.clone()]).ok()?;
            self.skip_separators();
            if is_key(text, wanted)? {
                return Some(Found::Value { key: Some(key) });
            }
            self.skip_value()?;
        }
    }

    fn enter_list(&mut self, index: usize) -> Option<Found> {
        self.at += 1;
        for _ in 0..index {
            self.skip_separators();
            self.skip_value()?;
        }
        self.skip_separators();
        Some(if self.peek()? == b']' { Found::Nothing } else { Found::Value { key: None } })
    }

    fn skip_separators(&mut self) {
        while self.peek().is_some_and(|byte| byte.is_ascii_whitespace() || matches!(byte, b',' | b':')) {
            self.at += 1;
        }
    }

    /// Moves past the value at the cursor, without recursion.
    fn skip_value(&mut self) -> Option<()> {
        let mut depth = 0_usize;
        loop {
            match self.peek()? {
                b'"' => self.skip_string()?,
                b'{' | b'[' => {
                    depth += 1;
                    self.at += 1;
                }
                b'}' | b']' => {
                    depth = depth.checked_sub(1)?;
                    self.at += 1;
                }
                _ => self.skip_scalar(),
            }
            if depth == 0 {
                return Some(());
            }
            self.skip_separators();
        }
    }

    fn skip_scalar(&mut self) {
        let is_part = |byte: u8| !byte.is_ascii_whitespace() && !matches!(byte, b',' | b':' | b'}' | b']');
        while self.peek().is_some_and(is_part) {
            self.at += 1;
        }
    }

    fn skip_string(&mut self) -> Option<()> {
        self.at += 1;
        loop {
            match self.peek()? {
                b'"' => break,
                b'\\' => self.at += 2,
                _ => self.at += 1,
            }
        }
        self.at += 1;
        Some(())
    }
}

/// Returns true if the JSON string is the key. Few keys hold escapes, and a walk passes thousands of them.
fn is_key(text: &str, wanted: &str) -> Option<bool> {
    if text.contains('\\') {
        return Some(serde_json::from_str::<String>(text).ok()? == wanted);
    }
    Some(text.strip_prefix('"')?.strip_suffix('"')? == wanted)
}

#[cfg(test)]
mod tests {
    use super::span;

    fn found<'a>(text: &'a str, pointer: &str) -> Option<&'a str> {
        span(text, pointer).map(|range| &text[range])
    }

    #[test]
    fn finds_values_and_keys() {
        let text = r#"{ "a": [1, {"b/c": "x\"y"}], "d": {"e": true}, "\u0066": 6 }"#;
        assert_eq!(found(text, "/f"), Some("6"));
        assert_eq!(found(text, "/a/0"), Some("1"));
        assert_eq!(found(text, "/a/1/b~1c"), Some(r#""x\"y""#));
        assert_eq!(found(text, "/d"), Some(r#""d""#));
        assert_eq!(found(text, "/d/e"), Some("true"));
        assert_eq!(found(text, ""), Some("{"));
    }

    #[test]
    fn a_missing_value_points_at_its_parent() {
        let text = r#"{"d": {"e": true}}"#;
        assert_eq!(found(text, "/d/nothing"), Some(r#""d""#));
    }
}
