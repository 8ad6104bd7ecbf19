//! Reading of the traits of overlays.

use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::traits::Traits;
use crate::source::Node;

/// Parses the value of a trait that was checked with its overlay; empty without the trait.
pub(super) fn read_of<T: Default>(
    traits: &Traits,
    id: &str,
    read: fn(&Node<'_>) -> Result<T, Diagnostics>,
) -> T {
    let trait_value = traits.get(id);
    trait_value.and_then(|trait_value| read(&trait_value.node()).ok()).unwrap_or_default()
}

/// Returns a diagnostic about an unknown key of an object.
pub(super) fn unknown_key(key: &str, known: &[&str], node: &Node<'_>) -> Diagnostic {
    let keys = known.iter().map(|key| format!("`{key}`")).collect::<Vec<_>>().join(", ");
    Diagnostic::error(format!("unknown key `{key}`")).at(&node.location).suggest(
        key,
        known.iter().copied(),
        &format!("the keys are {keys}"),
    )
}
