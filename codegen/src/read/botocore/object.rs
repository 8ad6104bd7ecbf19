//! Objects with other keys.

use crate::source::Map;

use crate::source::{Node, Value};

/// Returns an object of the keys that are present, with other names; `None` if there are none.
pub(super) fn object<const N: usize>(node: &Node<'_>, keys: [(&str, &str); N]) -> Option<Value> {
    let found =
        keys.into_iter().filter_map(|(from, to)| Some((to.to_owned(), node.get(from)?.value.clone())));
    let found: Map = found.collect();
    (!found.is_empty()).then_some(Value::Object(found))
}
