//! Parsing of files. Repeated keys are refused: a model that defines a shape twice is ambiguous.

use std::fmt;
use std::path::Path;
use std::sync::Arc;

use serde::de::{DeserializeSeed, Deserializer, Error as _, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Number};

use super::{file, foreign};
use crate::diagnostic::Diagnostic;
use crate::source::{Source, Value};

/// Reads a file. One that is compressed by gzip is unpacked.
pub fn read(path: &Path) -> Result<Arc<Source>, Diagnostic> {
    file::read(path).map(Arc::new)
}

/// Parses the text of a file as JSON. A repeated key is an error.
pub fn parse(source: &Arc<Source>) -> Result<Value, Diagnostic> {
    if source.text.trim().is_empty() {
        return Err(Diagnostic::error(format!("`{}` is empty", source.path)).with_help(
            "a model is a JSON object; restore the file or import it again with the command `import`",
        ));
    }
    let mut deserializer = serde_json::Deserializer::from_str(&source.text);
    let parsed = Unique.deserialize(&mut deserializer).and_then(|value| deserializer.end().map(|()| value));
    parsed.map_err(|error| foreign::explain(source).unwrap_or_else(|| syntax_error(source, &error)))
}

fn syntax_error(source: &Arc<Source>, error: &serde_json::Error) -> Diagnostic {
    let (line, column) = (error.line(), error.column());
    let start: usize = source.text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
    let offset = (start + column.saturating_sub(1)).min(source.text.len().saturating_sub(1));
    let offset = source.text.floor_char_boundary(offset);
    let end = source.text.ceil_char_boundary(offset + 1);
    let text = error.to_string();
    let message = text.rsplit_once(" at line ").map_or(text.as_str(), |(message, _)| message).to_owned();
    let (message, help) = if message.starts_with(REPEATED) {
        (message, "remove or rename one of the two; a JSON object may hold each key once")
    } else {
        (format!("invalid JSON: {message}"), "fix the JSON at the marked location")
    };
    Diagnostic::error(message).with_span(source, offset..end).with_help(help)
}

const REPEATED: &str = "the key ";

/// Deserializes a [`Value`], failing on the second of two equal keys.
struct Unique;

impl<'de> DeserializeSeed<'de> for Unique {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Unique {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
        Ok(Value::Bool(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Value, E> {
        Ok(Value::Number(value.into()))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Value, E> {
        Ok(Value::Number(value.into()))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Value, E> {
        Ok(Number::from_f64(value).map_or(Value::Null, Value::Number))
    }

    fn visit_str<E>(self, value: &str) -> Result<Value, E> {
        Ok(Value::String(value.to_owned()))
    }

    fn visit_string<E>(self, value: String) -> Result<Value, E> {
        Ok(Value::String(value))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut elements: A) -> Result<Value, A::Error> {
        let mut list = Vec::new();
        while let Some(element) = elements.next_element_seed(Unique)? {
            list.push(element);
        }
        Ok(Value::Array(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Value, A::Error> {
        let mut object = Map::new();
        while let Some(key) = entries.next_key::<String>()? {
            if object.contains_key(&key) {
                return Err(A::Error::custom(format_args!("{REPEATED}`{key}` occurs twice in one object")));
            }
            let value = entries.next_value_seed(Unique)?;
            object.insert(key, value);
        }
        Ok(Value::Object(object))
    }
}
