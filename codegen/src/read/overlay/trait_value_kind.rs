//! Kinds of trait values.

use crate::diagnostic::Diagnostic;
use crate::source::{Node, Value};

/// The kind of a trait value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TraitValueKind {
    /// The empty object.
    Annotation,
    /// A boolean.
    Boolean,
    /// A list.
    List,
    /// An integer.
    Integer,
    /// An object, whose keys are checked elsewhere.
    Object,
    /// An object with any of these keys, each of them a string.
    Strings(&'static [&'static str]),
    /// A string.
    String,
    /// One of these strings.
    OneOf(&'static [&'static str]),
    /// A string or an integer.
    StringOrNumber,
    /// Any value, which is checked elsewhere.
    Any,
}

impl TraitValueKind {
    /// Checks that the value is of this kind.
    pub(super) fn check(self, id: &str, node: &Node<'_>) -> Result<(), Diagnostic> {
        let value = node.value;
        let fits = match self {
            Self::Annotation => value.as_object().is_some_and(crate::source::Map::is_empty),
            Self::Boolean => value.is_boolean(),
            Self::List => value.is_array(),
            Self::Integer => value.as_whole().is_some(),
            Self::Object => value.is_object(),
            Self::String => value.is_string(),
            Self::StringOrNumber => value.is_string() || value.as_whole().is_some(),
            Self::OneOf(strings) => value.as_str().is_some_and(|string| strings.contains(&string)),
            Self::Strings(keys) => return strings(keys, id, node),
            Self::Any => true,
        };
        if fits { Ok(()) } else { Err(wrong(id, node, &self.description())) }
    }

    fn description(self) -> String {
        let quoted = |texts: &[&str]| {
            texts.iter().map(|text| format!("`\"{text}\"`")).collect::<Vec<_>>().join(" or ")
        };
        match self {
            Self::Annotation => "the empty object `{}`".to_owned(),
            Self::Boolean => "`true` or `false`".to_owned(),
            Self::List => "a list".to_owned(),
            Self::Integer => "an integer".to_owned(),
            Self::Object | Self::Strings(_) => "an object".to_owned(),
            Self::String => "a string".to_owned(),
            Self::OneOf(strings) => quoted(strings),
            Self::StringOrNumber => "a string or an integer".to_owned(),
            Self::Any => "anything".to_owned(),
        }
    }
}

/// Checks an object of strings with known keys.
fn strings(keys: &'static [&'static str], id: &str, node: &Node<'_>) -> Result<(), Diagnostic> {
    let Some(object) = node.value.as_object() else { return Err(wrong(id, node, "an object")) };
    for (key, value) in object {
        let location = node.location.child(key);
        if !keys.contains(&key.as_str()) {
            let otherwise = format!("the keys are {}", listed(keys));
            return Err(Diagnostic::error(format!("`{id}` has no key `{key}`")).at(&location).suggest(
                key,
                keys.iter().copied(),
                &otherwise,
            ));
        }
        if !value.is_string() {
            return Err(wrong(&format!("{key}` of `{id}"), &Node::new(value, location), "a string"));
        }
    }
    Ok(())
}

fn listed(keys: &[&str]) -> String {
    keys.iter().map(|key| format!("`{key}`")).collect::<Vec<_>>().join(", ")
}

fn wrong(id: &str, node: &Node<'_>, description: &str) -> Diagnostic {
    let found = match node.value {
        Value::Null => "null",
        Value::Bool(_) => "a boolean",
        Value::Number(_) => "a number",
        Value::String(_) => "a string",
        Value::Array(_) => "a list",
        Value::Object(_) => "an object",
    };
    Diagnostic::error(format!("the value of `{id}` is {found}"))
        .at(&node.location)
        .with_help(format!("use {description}"))
}
