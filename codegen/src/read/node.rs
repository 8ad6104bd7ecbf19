//! A JSON value together with its place, so that every complaint can point at it.

use crate::diagnostic::Diagnostic;
use crate::source::{Place, Value};

/// A value and where it stands.
#[derive(Clone)]
pub(crate) struct Node<'a> {
    pub(crate) value: &'a Value,
    pub(crate) place: Place,
}

impl<'a> Node<'a> {
    pub(crate) fn new(value: &'a Value, place: Place) -> Self {
        Self { value, place }
    }

    /// The property `key` of an object, if there is one.
    pub(crate) fn get(&self, key: &str) -> Option<Node<'a>> {
        Some(Node { value: self.value.get(key)?, place: self.place.child(key) })
    }

    /// The property `key`, which must be there.
    pub(crate) fn required(&self, key: &str) -> Result<Node<'a>, Diagnostic> {
        if !self.value.is_object() {
            return Err(self.wrong("an object"));
        }
        self.get(key).ok_or_else(|| {
            Diagnostic::error(format!("`{key}` is missing here"))
                .at(&self.place)
                .with_help(format!("add `{key}`"))
        })
    }

    /// The entries of an object.
    pub(crate) fn entries(&self) -> Result<Vec<(&'a str, Node<'a>)>, Diagnostic> {
        let object = self.value.as_object().ok_or_else(|| self.wrong("an object"))?;
        Ok(object
            .iter()
            .map(|(key, value)| (key.as_str(), Node { value, place: self.place.child(key) }))
            .collect())
    }

    /// The elements of a list.
    pub(crate) fn elements(&self) -> Result<Vec<Node<'a>>, Diagnostic> {
        let list = self.value.as_array().ok_or_else(|| self.wrong("a list"))?;
        let node = |(index, value)| Node { value, place: self.place.child(&usize::to_string(&index)) };
        Ok(list.iter().enumerate().map(node).collect())
    }

    /// The text.
    pub(crate) fn text(&self) -> Result<&'a str, Diagnostic> {
        self.value.as_str().ok_or_else(|| self.wrong("text"))
    }

    /// Whether the property `key` is there and true.
    pub(crate) fn is_true(&self, key: &str) -> bool {
        self.value.get(key).and_then(Value::as_bool).unwrap_or(false)
    }

    fn wrong(&self, expected: &str) -> Diagnostic {
        let found = match self.value {
            Value::Null => "null",
            Value::Bool(_) => "a boolean",
            Value::Number(_) => "a number",
            Value::String(_) => "text",
            Value::Array(_) => "a list",
            Value::Object(_) => "an object",
        };
        Diagnostic::error(format!("expected {expected}, found {found}"))
            .at(&self.place)
            .with_help(format!("write {expected} here"))
    }
}
