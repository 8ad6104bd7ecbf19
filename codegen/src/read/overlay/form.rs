//! What the value of a trait looks like.

use crate::diagnostic::Diagnostic;
use crate::read::node::Node;
use crate::source::Value;

/// The form of a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// The empty object: the trait says all there is to say.
    Annotation,
    /// True or false.
    Flag,
    /// A list.
    List,
    /// An integer.
    Number,
    /// An object, whose particulars are checked where it is used.
    Object,
    /// An object with any of these keys, each of them text.
    Texts(&'static [&'static str]),
    /// Text.
    Text,
    /// One of these texts.
    OneOf(&'static [&'static str]),
    /// Text or an integer.
    TextOrNumber,
    /// Anything: where it is used, there is more to check than its form.
    Any,
}

impl Form {
    /// Whether the value has the form; otherwise what to write.
    pub(super) fn check(self, id: &str, node: &Node<'_>) -> Result<(), Diagnostic> {
        let value = node.value;
        let fits = match self {
            Self::Annotation => value.as_object().is_some_and(serde_json::Map::is_empty),
            Self::Flag => value.is_boolean(),
            Self::List => value.is_array(),
            Self::Number => value.is_i64(),
            Self::Object => value.is_object(),
            Self::Text => value.is_string(),
            Self::TextOrNumber => value.is_string() || value.is_i64(),
            Self::OneOf(texts) => value.as_str().is_some_and(|given| texts.contains(&given)),
            Self::Texts(keys) => return texts(keys, id, node),
            Self::Any => true,
        };
        if fits { Ok(()) } else { Err(wrong(id, node, &self.words())) }
    }

    fn words(self) -> String {
        let quoted = |texts: &[&str]| {
            texts.iter().map(|text| format!("`\"{text}\"`")).collect::<Vec<_>>().join(" or ")
        };
        match self {
            Self::Annotation => "the empty object `{}`".to_owned(),
            Self::Flag => "`true` or `false`".to_owned(),
            Self::List => "a list".to_owned(),
            Self::Number => "an integer".to_owned(),
            Self::Object | Self::Texts(_) => "an object".to_owned(),
            Self::Text => "text".to_owned(),
            Self::OneOf(texts) => quoted(texts),
            Self::TextOrNumber => "text or an integer".to_owned(),
            Self::Any => "anything".to_owned(),
        }
    }
}

/// An object of texts with known keys.
fn texts(keys: &'static [&'static str], id: &str, node: &Node<'_>) -> Result<(), Diagnostic> {
    let Some(object) = node.value.as_object() else { return Err(wrong(id, node, "an object")) };
    for (key, value) in object {
        let place = node.place.child(key);
        if !keys.contains(&key.as_str()) {
            let otherwise = format!("the keys are {}", listed(keys));
            return Err(Diagnostic::error(format!("`{id}` has no `{key}`")).at(&place).suggest(
                key,
                keys.iter().copied(),
                &otherwise,
            ));
        }
        if !value.is_string() {
            return Err(wrong(&format!("{key}` of `{id}"), &Node::new(value, place), "text"));
        }
    }
    Ok(())
}

fn listed(keys: &[&str]) -> String {
    keys.iter().map(|key| format!("`{key}`")).collect::<Vec<_>>().join(", ")
}

fn wrong(id: &str, node: &Node<'_>, words: &str) -> Diagnostic {
    let found = match node.value {
        Value::Null => "null",
        Value::Bool(_) => "a boolean",
        Value::Number(_) => "a number",
        Value::String(_) => "text",
        Value::Array(_) => "a list",
        Value::Object(_) => "an object",
    };
    Diagnostic::error(format!("the value of `{id}` is {found}"))
        .at(&node.place)
        .with_help(format!("write {words} here"))
}
