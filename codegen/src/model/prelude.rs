//! The shapes of the Smithy prelude that models use without defining them.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use indexmap::IndexMap;

use super::shape::{Shape, ShapeKind, SimpleKind};
use super::traits::Traits;
use crate::id::ShapeId;
use crate::source::{Location, Source};

/// The prelude shapes. Source: Smithy 2.0 specification, "Prelude model".
static PRELUDE: LazyLock<BTreeMap<ShapeId, Shape>> = LazyLock::new(|| {
    let simple = SimpleKind::ALL.into_iter().map(|(kind, _, name)| (name, ShapeKind::Simple(kind)));
    let primitive =
        ["Boolean", "Byte", "Short", "Integer", "Long", "Float", "Double"].into_iter().filter_map(|name| {
            let kind = SimpleKind::parse(&name.to_lowercase())?;
            Some((primitive_name(name), ShapeKind::Simple(kind)))
        });
    simple
        .chain(primitive)
        .chain([("Unit", ShapeKind::Structure)])
        .map(|(name, kind)| entry(name, kind))
        .collect()
});

/// Returns the prelude shape with an id.
pub(super) fn shape(id: &ShapeId) -> Option<&'static Shape> {
    if id.is_prelude() { PRELUDE.get(id) } else { None }
}

/// Returns the name of a simple shape with a default in Smithy 1.0, such as `PrimitiveInteger`.
fn primitive_name(name: &str) -> &'static str {
    match name {
        "Boolean" => "PrimitiveBoolean",
        "Byte" => "PrimitiveByte",
        "Short" => "PrimitiveShort",
        "Integer" => "PrimitiveInteger",
        "Long" => "PrimitiveLong",
        "Float" => "PrimitiveFloat",
        _ => "PrimitiveDouble",
    }
}

fn entry(name: &str, kind: ShapeKind) -> (ShapeId, Shape) {
    let id = ShapeId::new("smithy.api", name);
    let location = Location::root(&Source::from_text("smithy.api", "{}"));
    (id.clone(), Shape { id, kind, members: IndexMap::new(), traits: Traits::default(), location })
}
