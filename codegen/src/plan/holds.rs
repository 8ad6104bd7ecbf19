//! What the values of a shape hold, at any depth.

use std::collections::{BTreeMap, BTreeSet};

use crate::id::ShapeId;
use crate::model::traits::id;
use crate::model::{Model, Shape, ShapeKind, SimpleKind};

/// Found once for all shapes, from the inside out: a walk from each shape would take the square of their number.
pub(super) struct Holds<'m> {
    inexact: BTreeSet<&'m ShapeId>,
    maps: BTreeSet<&'m ShapeId>,
    errors: BTreeSet<&'m ShapeId>,
}

impl<'m> Holds<'m> {
    pub(super) fn of(model: &'m Model) -> Self {
        let mut holders: BTreeMap<&ShapeId, Vec<&ShapeId>> = BTreeMap::new();
        for shape in model.shapes.values() {
            for member in shape.members.values() {
                holders.entry(&member.target.id).or_default().push(&shape.id);
            }
        }
        let targets = holders.keys().filter_map(|id| model.shape(id));
        let shapes: Vec<&Shape> = model.shapes.values().chain(targets).collect();
        let outwards = |fits: fn(&Shape) -> bool| {
            let mut reached = BTreeSet::new();
            let mut open: Vec<&ShapeId> = shapes.iter().filter(|it| fits(it)).map(|it| &it.id).collect();
            while let Some(id) = open.pop() {
                if reached.insert(id) {
                    open.extend(holders.get(id).into_iter().flatten());
                }
            }
            reached
        };
        Self {
            inexact: outwards(|shape| matches!(&shape.kind, ShapeKind::Simple(kind) if is_inexact(*kind))),
            maps: outwards(|shape| matches!(shape.kind, ShapeKind::Map)),
            errors: outwards(|shape| shape.traits.has(id::ERROR)),
        }
    }

    /// Whether a number that equals not even itself is in it, or a document, which may hold one.
    pub(super) fn inexact(&self, shape: &ShapeId) -> bool {
        self.inexact.contains(shape)
    }

    /// Whether a map is in it.
    pub(super) fn maps(&self, shape: &ShapeId) -> bool {
        self.maps.contains(shape)
    }

    /// Whether an error is in it.
    pub(super) fn errors(&self, shape: &ShapeId) -> bool {
        self.errors.contains(shape)
    }
}

fn is_inexact(kind: SimpleKind) -> bool {
    matches!(kind, SimpleKind::Float | SimpleKind::Double | SimpleKind::Document)
}
