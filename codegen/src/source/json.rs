//! Parsing of JSON. Numbers keep their text, and repeated keys are refused.

use std::fmt;
use std::ops::Range;
use std::str::FromStr;

use super::{Map, Number, Value};

/// The maximum depth of lists and objects.
pub(crate) const MAX_DEPTH: usize = 128;

/// The reason that text cannot be parsed.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Failure {
    /// It is not JSON; `serde_json` has the reason.
    Syntax,
    /// The key at these bytes occurs twice in one object.
    Repeated(String, Range<usize>),
    /// Lists and objects are deeper than [`MAX_DEPTH`] at this byte.
    TooDeep(usize),
}

/// Parses a whole text as one value.
pub(crate) fn parse(text: &str) -> Result<Value, Failure> {
    let mut parser = Parser { text, at: 0, depth: 0 };
    let value = parser.value()?;
    parser.skip_space();
    if parser.at == text.len() { Ok(value) } else { Err(Failure::Syntax) }
}

/// The error for text that is not JSON, has a key twice in one object, or is nested too deeply.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotJson;

impl fmt::Display for NotJson {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the text is not JSON, or has a key twice in one object")
    }
}

impl std::error::Error for NotJson {}

impl FromStr for Value {
    type Err = NotJson;

    fn from_str(text: &str) -> Result<Self, NotJson> {
        parse(text).map_err(|_| NotJson)
    }
}

struct Parser<'a> {
    text: &'a str,
    at: usize,
    depth: usize,
}

impl Parser<'_> {
    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn skip_space(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\t' | b'\n' | b'\r')) {
            self.at += 1;
        }
    }

    /// Moves past a byte and the space around it, if it is there.
    fn takes(&mut self, byte: u8) -> bool {
        self.skip_space();
        let is_next = self.peek() == Some(byte);
        if is_next {
            self.at += 1;
            self.skip_space();
        }
        is_next
    }

    fn expect(&mut self, byte: u8) -> Result<(), Failure> {
        if self.takes(byte) { Ok(()) } else { Err(Failure::Syntax) }
    }

    fn value(&mut self) -> Result<Value, Failure> {
        self.skip_space();
        match self.peek() {
            Some(b'{') => self.nested(Self::object),
            Some(b'[') => self.nested(Self::list),
            Some(b'"') => self.string().map(Value::String),
            Some(b'-' | b'0'..=b'9') => self.number(),
            Some(_) => self.word(),
            None => Err(Failure::Syntax),
        }
    }

    fn nested(&mut self, read: fn(&mut Self) -> Result<Value, Failure>) -> Result<Value, Failure> {
        if self.depth == MAX_DEPTH {
            return Err(Failure::TooDeep(self.at));
        }
        self.depth += 1;
        let value = read(self);
        self.depth -= 1;
        value
    }

    fn object(&mut self) -> Result<Value, Failure> {
        self.expect(b'{')?;
        let mut entries = Map::new();
        if self.takes(b'}') {
            return Ok(Value::Object(entries));
        }
        loop {
            let start = self.at;
            let key = self.string()?;
            let span = start..self.at;
            self.expect(b':')?;
            if entries.contains_key(&key) {
                return Err(Failure::Repeated(key, span));
            }
            let value = self.value()?;
            entries.insert(key, value);
            if self.takes(b'}') {
                return Ok(Value::Object(entries));
            }
            self.expect(b',')?;
        }
    }

    fn list(&mut self) -> Result<Value, Failure> {
        self.expect(b'[')?;
        let mut elements = Vec::new();
        if self.takes(b']') {
            return Ok(Value::Array(elements));
        }
        loop {
            elements.push(self.value()?);
            if self.takes(b']') {
                return Ok(Value::Array(elements));
            }
            self.expect(b',')?;
        }
    }

    /// Reads a string. Few have escapes, which `serde_json` decodes.
    fn string(&mut self) -> Result<String, Failure> {
        let start = self.at;
        if self.peek() != Some(b'"') {
            return Err(Failure::Syntax);
        }
        self.at += 1;
        let mut has_escapes = false;
        loop {
            let rest = self.text.as_bytes().get(self.at..).unwrap_or_default();
            let ends = |byte: &u8| matches!(byte, b'"' | b'\\' | ..0x20);
            self.at += rest.iter().position(ends).ok_or(Failure::Syntax)?;
            match self.peek() {
                Some(b'"') => break,
                Some(b'\\') => {
                    has_escapes = true;
                    self.at += 2;
                }
                _ => return Err(Failure::Syntax),
            }
        }
        self.at += 1;
        let text = &self.text[start..self.at];
        if has_escapes {
            return serde_json::from_str(text).map_err(|_| Failure::Syntax);
        }
        Ok(text[1..text.len() - 1].to_owned())
    }

    fn number(&mut self) -> Result<Value, Failure> {
        let start = self.at;
        while matches!(self.peek(), Some(b'0'..=b'9' | b'+' | b'-' | b'.' | b'e' | b'E')) {
            self.at += 1;
        }
        Number::parse(&self.text[start..self.at]).map(Value::Number).ok_or(Failure::Syntax)
    }

    fn word(&mut self) -> Result<Value, Failure> {
        let words = [("null", Value::Null), ("true", Value::Bool(true)), ("false", Value::Bool(false))];
        let rest = &self.text[self.at..];
        let (word, value) =
            words.into_iter().find(|(word, _)| rest.starts_with(word)).ok_or(Failure::Syntax)?;
        self.at += word.len();
        Ok(value)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Failure, MAX_DEPTH, parse};
    use crate::source::{Value, json};

    #[test]
    fn values_are_parsed() {
        let text =
            " {\"a\" : [1, -2.50e+3 ,true,false , null,{}],\"\\u00e9\\n\":\"\\ud83d\\ude00é\", \"b\":[ ] } ";
        let parsed = parse(text).expect("the text is JSON");
        assert_eq!(parsed["a"].to_string(), "[1,-2.50e+3,true,false,null,{}]");
        assert_eq!(parsed["é\n"], "😀é");
        assert_eq!(parsed["b"], json!([]));
    }

    /// `serde_json` accepts the same input, apart from numbers that it does not hold.
    #[test]
    fn what_is_not_json_is_refused() {
        for text in [
            "",
            " ",
            "{",
            "}",
            "[",
            "[1",
            "[1,",
            "[1,]",
            "[,]",
            "{\"a\"}",
            "{\"a\":}",
            "{\"a\":1,}",
            "{a:1}",
            "{1:2}",
            "\"",
            "\"\\",
            "\"\\\"",
            "\"\\x\"",
            "\"\\u12\"",
            "\"\\ud800\"",
            "\"\n\"",
            "tru",
            "nul",
            "truex",
            "1 2",
            "01",
            "1.",
            "-",
            "+1",
            "1e",
            "[1 2]",
            "{\"a\":1 \"b\":2}",
            "\u{a0}1",
            "'a'",
            "//",
            "[1]]",
        ] {
            assert_eq!(parse(text), Err(Failure::Syntax), "{text:?}");
            assert!(serde_json::from_str::<serde_json::Value>(text).is_err(), "{text:?}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2000))]

        /// `serde_json` is a second opinion: it differs in repeated keys, and in numbers that it does not hold.
        #[test]
        fn values_are_those_of_serde_json(text in "[\\[\\]{},:\"\\\\ 0-9eE.+\\-untrfalsb\\né]{0,24}") {
            let other = serde_json::from_str::<serde_json::Value>(&text);
            match (parse(&text), other) {
                (Ok(value), Ok(other)) => {
                    prop_assert_eq!(serde_json::from_str::<serde_json::Value>(&value.to_string()).unwrap(), other);
                }
                (Ok(_), Err(error)) => prop_assert!(error.to_string().starts_with("number out of range")),
                (Err(failure), Ok(_)) => prop_assert!(matches!(failure, Failure::Repeated(..))),
                (Err(_), Err(_)) => {}
            }
        }
    }

    #[test]
    fn repeated_keys_and_depth_are_refused() {
        assert_eq!(parse("{\"a\": 1, \"\\u0061\": 2}"), Err(Failure::Repeated("a".to_owned(), 9..17)));
        let nested = |depth: usize| format!("{}{}", "[".repeat(depth), "]".repeat(depth));
        assert!(parse(&nested(MAX_DEPTH)).is_ok());
        assert_eq!(parse(&nested(MAX_DEPTH + 1)), Err(Failure::TooDeep(MAX_DEPTH)));
        assert_eq!(parse(&"[".repeat(1 << 20)), Err(Failure::TooDeep(MAX_DEPTH)));
    }

    #[test]
    fn numbers_keep_their_text() {
        let text = "[9007199254740993.25,1.5E+999,-0.0,1e999999999,123456789012345678901234567890]";
        assert_eq!(parse(text).expect("the text is JSON").to_string(), text);
        assert_eq!(parse("0").ok().as_ref().and_then(Value::as_u64), Some(0));
    }
}
