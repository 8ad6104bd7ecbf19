//! Closures of shapes.

use std::collections::BTreeSet;

use super::Model;
use crate::id::ShapeId;

/// The shapes that are reached from a set of roots, including the roots.
#[derive(Clone, Debug, Default)]
pub struct Closure(BTreeSet<ShapeId>);

impl Closure {
    /// Returns the closure of `roots` over members and references, without recursion.
    #[must_use]
    pub fn of<'a>(model: &Model, roots: impl IntoIterator<Item = &'a ShapeId>) -> Self {
        let mut reached = BTreeSet::new();
        let mut open: Vec<ShapeId> = roots.into_iter().cloned().collect();
        while let Some(id) = open.pop() {
            let Some(shape) = model.shapes.get(&id) else { continue };
            if !reached.insert(id) {
                continue;
            }
            let members = shape.members.values().map(|member| &member.target);
            open.extend(members.chain(shape.references()).map(|reference| reference.id.clone()));
        }
        Self(reached)
    }

    /// Returns true if the shape is in the closure.
    #[must_use]
    pub fn contains(&self, id: &ShapeId) -> bool {
        self.0.contains(id)
    }

    /// Iterates over the shapes in the order of their ids.
    pub fn iter(&self) -> impl Iterator<Item = &ShapeId> {
        self.0.iter()
    }
}
