//! A cursor over JSON: a value with its location.

use std::sync::Arc;

use super::{Location, Source, Value};
use crate::diagnostic::Diagnostic;

/// A JSON value with its location, for diagnostics.
#[derive(Clone)]
pub(crate) struct Node<'a> {
    pub(crate) value: &'a Value,
    pub(crate) location: Location,
}

impl<'a> Node<'a> {
    pub(crate) fn new(value: &'a Value, location: Location) -> Self {
        Self { value, location }
    }

    /// The whole document of a file.
    pub(crate) fn root(document: &'a Value, source: &Arc<Source>) -> Self {
        Self::new(document, Location::root(source))
    }

    /// The property `key` of an object, if there is one.
    pub(crate) fn get(&self, key: &str) -> Option<Node<'a>> {
        Some(Node { value: self.value.get(key)?, location: self.location.child(key) })
    }

    /// The property `key`, or a diagnostic if it is missing.
    pub(crate) fn required(&self, key: &str) -> Result<Node<'a>, Diagnostic> {
        if !self.value.is_object() {
            return Err(self.wrong("an object"));
        }
        self.get(key).ok_or_else(|| {
            Diagnostic::error(format!("`{key}` is missing here"))
                .at(&self.location)
                .with_help(format!("add `{key}`"))
        })
    }

    /// The entries of an object.
    pub(crate) fn entries(&self) -> Result<Vec<(&'a str, Node<'a>)>, Diagnostic> {
        let object = self.value.as_object().ok_or_else(|| self.wrong("an object"))?;
        Ok(object
            .iter()
            .map(|(key, value)| (key.as_str(), Node { value, location: self.location.child(key) }))
            .collect())
    }

    /// The elements of a list.
    pub(crate) fn elements(&self) -> Result<Vec<Node<'a>>, Diagnostic> {
        let list = self.value.as_array().ok_or_else(|| self.wrong("a list"))?;
        let node = |(index, value)| Node { value, location: self.location.child(&usize::to_string(&index)) };
        Ok(list.iter().enumerate().map(node).collect())
    }

    /// The string.
    pub(crate) fn text(&self) -> Result<&'a str, Diagnostic> {
        self.value.as_str().ok_or_else(|| self.wrong("a string"))
    }

    /// Returns true if the property `key` is there and true.
    pub(crate) fn is_true(&self, key: &str) -> bool {
        self.value.get(key).and_then(Value::as_bool).unwrap_or(false)
    }

    fn wrong(&self, expected: &str) -> Diagnostic {
        let found = match self.value {
            Value::Null => "null",
            Value::Bool(_) => "a boolean",
            Value::Number(_) => "a number",
            Value::String(_) => "a string",
            Value::Array(_) => "a list",
            Value::Object(_) => "an object",
        };
        Diagnostic::error(format!("expected {expected}, found {found}"))
            .at(&self.location)
            .with_help(format!("write {expected} here"))
    }
}
