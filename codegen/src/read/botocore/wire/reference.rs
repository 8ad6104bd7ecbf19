//! References to shapes: members, inputs and outputs.

use crate::source::{Node, Value};

/// Returns the shape that a reference names.
pub(super) fn target<'a>(reference: &Node<'a>, shapes: &Node<'a>) -> Option<(&'a str, Node<'a>)> {
    let name = reference.value.get("shape").and_then(Value::as_str)?;
    Some((name, shapes.get(name)?))
}

/// Returns true for a structure or union.
pub(super) fn is_structure(shape: &Node<'_>) -> bool {
    shape.value.get("type").is_some_and(|kind| kind == "structure") && !shape.is_true("document")
}
