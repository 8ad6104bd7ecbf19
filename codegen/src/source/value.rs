//! JSON values, whose numbers keep their text.

use std::fmt;
use std::ops::{Index, IndexMut};

use indexmap::IndexMap;

use super::Number;

/// The entries of an object, in the order of the file.
pub type Map = IndexMap<String, Value>;

/// A JSON value.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Value {
    /// `null`
    #[default]
    Null,
    /// `true` or `false`
    Bool(bool),
    /// A number.
    Number(Number),
    /// A string.
    String(String),
    /// A list.
    Array(Vec<Value>),
    /// An object.
    Object(Map),
}

static NULL: Value = Value::Null;

impl Value {
    /// Returns the entry of an object.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&Self> {
        self.as_object()?.get(key)
    }

    /// Returns the boolean.
    #[must_use]
    pub fn as_bool(&self) -> Option<bool> {
        if let Self::Bool(boolean) = self { Some(*boolean) } else { None }
    }

    /// Returns the number.
    #[must_use]
    pub fn as_number(&self) -> Option<&Number> {
        if let Self::Number(number) = self { Some(number) } else { None }
    }

    /// Returns a number that is written as an integer, if 64 bits with a sign hold it.
    #[must_use]
    pub fn as_i64(&self) -> Option<i64> {
        self.as_number()?.as_i64()
    }

    /// Returns a number that is written as an integer, if 64 bits without a sign hold it.
    #[must_use]
    pub fn as_u64(&self) -> Option<u64> {
        self.as_number()?.as_u64()
    }

    /// Returns the floating point number next to a number, unless that is infinite.
    #[must_use]
    pub fn as_f64(&self) -> Option<f64> {
        self.as_number()?.as_f64()
    }

    /// Returns the integer that a number is equal to, however it is written.
    #[must_use]
    pub fn as_whole(&self) -> Option<i64> {
        self.as_number()?.as_whole()
    }

    /// Returns the string.
    #[must_use]
    pub fn as_str(&self) -> Option<&str> {
        if let Self::String(string) = self { Some(string) } else { None }
    }

    /// Returns the elements of a list.
    #[must_use]
    pub fn as_array(&self) -> Option<&Vec<Self>> {
        if let Self::Array(elements) = self { Some(elements) } else { None }
    }

    /// Returns the entries of an object.
    #[must_use]
    pub fn as_object(&self) -> Option<&Map> {
        if let Self::Object(entries) = self { Some(entries) } else { None }
    }

    /// Returns the entries of an object for changes.
    pub fn as_object_mut(&mut self) -> Option<&mut Map> {
        if let Self::Object(entries) = self { Some(entries) } else { None }
    }

    /// Returns true for null.
    #[must_use]
    pub fn is_null(&self) -> bool {
        matches!(self, Self::Null)
    }

    /// Returns true for a boolean.
    #[must_use]
    pub fn is_boolean(&self) -> bool {
        matches!(self, Self::Bool(_))
    }

    /// Returns true for a string.
    #[must_use]
    pub fn is_string(&self) -> bool {
        matches!(self, Self::String(_))
    }

    /// Returns true for a list.
    #[must_use]
    pub fn is_array(&self) -> bool {
        matches!(self, Self::Array(_))
    }

    /// Returns true for an object.
    #[must_use]
    pub fn is_object(&self) -> bool {
        matches!(self, Self::Object(_))
    }
}

/// The entry of an object, or null if there is none.
impl Index<&str> for Value {
    type Output = Self;

    fn index(&self, key: &str) -> &Self {
        self.get(key).unwrap_or(&NULL)
    }
}

/// The entry of an object, which is added if there is none. Another value becomes an object.
impl IndexMut<&str> for Value {
    fn index_mut(&mut self, key: &str) -> &mut Self {
        if !self.is_object() {
            *self = Self::Object(Map::new());
        }
        let Self::Object(entries) = self else { unreachable!("the value has become an object") };
        entries.entry(key.to_owned()).or_default()
    }
}

/// The element of a list, or null if there is none.
impl Index<usize> for Value {
    type Output = Self;

    fn index(&self, index: usize) -> &Self {
        self.as_array().and_then(|elements| elements.get(index)).unwrap_or(&NULL)
    }
}

impl PartialEq<str> for Value {
    fn eq(&self, other: &str) -> bool {
        self.as_str() == Some(other)
    }
}

impl PartialEq<&str> for Value {
    fn eq(&self, other: &&str) -> bool {
        self.as_str() == Some(*other)
    }
}

impl PartialEq<bool> for Value {
    fn eq(&self, other: &bool) -> bool {
        self.as_bool() == Some(*other)
    }
}

impl From<bool> for Value {
    fn from(value: bool) -> Self {
        Self::Bool(value)
    }
}

impl From<&str> for Value {
    fn from(value: &str) -> Self {
        Self::String(value.to_owned())
    }
}

impl From<&&str> for Value {
    fn from(value: &&str) -> Self {
        Self::String((*value).to_owned())
    }
}

impl From<String> for Value {
    fn from(value: String) -> Self {
        Self::String(value)
    }
}

impl From<&String> for Value {
    fn from(value: &String) -> Self {
        Self::String(value.clone())
    }
}

impl From<&Value> for Value {
    fn from(value: &Value) -> Self {
        value.clone()
    }
}

impl From<Map> for Value {
    fn from(value: Map) -> Self {
        Self::Object(value)
    }
}

impl<T: Into<Number>> From<T> for Value {
    fn from(value: T) -> Self {
        Self::Number(value.into())
    }
}

impl<T: Into<Value>> From<Vec<T>> for Value {
    fn from(value: Vec<T>) -> Self {
        Self::Array(value.into_iter().map(Into::into).collect())
    }
}

impl<T: Into<Value>> From<Option<T>> for Value {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Into::into)
    }
}

impl FromIterator<Value> for Value {
    fn from_iter<I: IntoIterator<Item = Value>>(elements: I) -> Self {
        Self::Array(elements.into_iter().collect())
    }
}

impl FromIterator<(String, Value)> for Value {
    fn from_iter<I: IntoIterator<Item = (String, Value)>>(entries: I) -> Self {
        Self::Object(entries.into_iter().collect())
    }
}

/// Writes JSON on one line, or with `{:#}` one value per line.
impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write(self, f, 0)
    }
}

fn write(value: &Value, f: &mut fmt::Formatter<'_>, depth: usize) -> fmt::Result {
    match value {
        Value::Null => f.write_str("null"),
        Value::Bool(boolean) => write!(f, "{boolean}"),
        Value::Number(number) => f.write_str(number.as_str()),
        Value::String(string) => write_string(string, f),
        Value::Array(elements) => {
            enclosed(f, ['[', ']'], elements, depth, |element, f| write(element, f, depth + 1))
        }
        Value::Object(entries) => enclosed(f, ['{', '}'], entries, depth, |(key, value), f| {
            write_string(key, f)?;
            f.write_str(if f.alternate() { ": " } else { ":" })?;
            write(value, f, depth + 1)
        }),
    }
}

/// Writes items between brackets.
fn enclosed<T>(
    f: &mut fmt::Formatter<'_>,
    [open, close]: [char; 2],
    items: impl IntoIterator<Item = T>,
    depth: usize,
    mut item: impl FnMut(T, &mut fmt::Formatter<'_>) -> fmt::Result,
) -> fmt::Result {
    write!(f, "{open}")?;
    let mut is_empty = true;
    for element in items {
        if !is_empty {
            f.write_str(",")?;
        }
        is_empty = false;
        new_line(f, depth + 1)?;
        item(element, f)?;
    }
    if !is_empty {
        new_line(f, depth)?;
    }
    write!(f, "{close}")
}

fn new_line(f: &mut fmt::Formatter<'_>, depth: usize) -> fmt::Result {
    if f.alternate() { write!(f, "\n{:1$}", "", 2 * depth) } else { Ok(()) }
}

fn write_string(string: &str, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let escaped = serde_json::to_string(string).map_err(|_| fmt::Error)?;
    f.write_str(&escaped)
}

/// Makes a value of JSON in which values are expressions. Keys are literals.
macro_rules! json {
    (@entries $object:ident) => {};
    (@entries $object:ident $key:literal: { $($value:tt)* } $(, $($rest:tt)*)?) => {
        $object.insert($key.to_owned(), $crate::source::json!({ $($value)* }));
        $crate::source::json!(@entries $object $($($rest)*)?);
    };
    (@entries $object:ident $key:literal: [$($value:tt)*] $(, $($rest:tt)*)?) => {
        $object.insert($key.to_owned(), $crate::source::json!([$($value)*]));
        $crate::source::json!(@entries $object $($($rest)*)?);
    };
    (@entries $object:ident $key:literal: $value:expr $(, $($rest:tt)*)?) => {
        $object.insert($key.to_owned(), $crate::source::Value::from($value));
        $crate::source::json!(@entries $object $($($rest)*)?);
    };
    ({}) => { $crate::source::Value::Object($crate::source::Map::new()) };
    ({ $($entries:tt)+ }) => {{
        let mut object = $crate::source::Map::new();
        $crate::source::json!(@entries object $($entries)+);
        $crate::source::Value::Object(object)
    }};
    ([$($element:expr),* $(,)?]) => { $crate::source::Value::Array(vec![$($crate::source::Value::from($element)),*]) };
    ($value:expr) => { $crate::source::Value::from($value) };
}

pub(crate) use json;

#[cfg(test)]
mod tests {
    use super::Value;

    #[test]
    fn values_are_written_as_json() {
        let value = json!({ "a": [1, "x\n\"é"], "b": { "c": true, "d": {} }, "e": Value::Null, "f": [] });
        assert_eq!(value.to_string(), r#"{"a":[1,"x\n\"é"],"b":{"c":true,"d":{}},"e":null,"f":[]}"#);
        let lines = [
            "{",
            "  \"a\": [",
            "    1,",
            "    \"x\\n\\\"é\"",
            "  ],",
            "  \"b\": {",
            "    \"c\": true,",
            "    \"d\": {}",
            "  },",
            "  \"e\": null,",
            "  \"f\": []",
            "}",
        ];
        assert_eq!(format!("{value:#}"), lines.join("\n"));
    }

    #[test]
    fn missing_entries_are_null() {
        let mut value = json!({ "a": ["x"] });
        assert_eq!(value["a"][0], "x");
        assert!(value["a"][1].is_null() && value["b"]["c"].is_null());
        value["b"]["c"] = json!(true);
        assert_eq!(value["b"]["c"], true);
    }
}
