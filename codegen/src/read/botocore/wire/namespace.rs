//! XML namespaces of shapes and references.

use crate::source::{Value, json};

use crate::source::{Location, Node};

/// A value of `smithy.api#xmlNamespace`.
#[derive(Clone)]
pub(super) struct Namespace {
    pub(super) value: Value,
    pub(super) location: Location,
}

/// Returns the namespace of a shape or reference. The URI may be alone.
pub(super) fn namespace_of(node: &Node<'_>) -> Option<Namespace> {
    let Node { value, location } = node.get("xmlNamespace")?;
    let value = if value.is_string() { json!({ "uri": value }) } else { value.clone() };
    Some(Namespace { value, location })
}
