//! Shapes that have the same role in the two models: the input of an operation, the element of a list, the target of a member.

use std::collections::{BTreeMap, BTreeSet};

use crate::id::ShapeId;
use crate::model::{Model, Shape, ShapeKind};

/// Adds the shapes that only one of the models has, if they have the same role and kind as one that only the other has.
///
/// `ids` are the known pairs of old and new ids. No shape is in more than one pair.
pub(super) fn pair(ids: &mut BTreeMap<String, String>, old: &Model, new: &Model) {
    let mut taken: BTreeSet<String> = ids.values().cloned().collect();
    let known =
        |shape: &Shape| new.shapes.get(ids.get(shape.id.as_str()).map_or(shape.id.as_str(), String::as_str));
    let mut open: Vec<(&Shape, &Shape)> =
        old.shapes.values().rev().filter_map(|shape| Some((shape, known(shape)?))).collect();
    while let Some((before, after)) = open.pop() {
        for (was, is) in targets(before, after) {
            let (Some(was), Some(is)) = (alone(old, was, new), alone(new, is, old)) else { continue };
            let is_free = !ids.contains_key(was.id.as_str()) && !taken.contains(is.id.as_str());
            if is_free && was.type_name() == is.type_name() {
                ids.insert(was.id.to_string(), is.id.to_string());
                taken.insert(is.id.to_string());
                open.push((was, is));
            }
        }
    }
}

/// Returns a shape that the other model lacks.
fn alone<'m>(model: &'m Model, id: &ShapeId, other: &Model) -> Option<&'m Shape> {
    model.shapes.get(id).filter(|_| !other.shapes.contains_key(id))
}

/// Returns the shapes that two shapes refer to in the same role.
fn targets<'m>(before: &'m Shape, after: &'m Shape) -> Vec<(&'m ShapeId, &'m ShapeId)> {
    let members = before.members.iter().filter_map(|(name, member)| Some((member, after.members.get(name)?)));
    let mut targets: Vec<_> = members.map(|(was, is)| (&was.target.id, &is.target.id)).collect();
    if let (ShapeKind::Operation(was), ShapeKind::Operation(is)) = (&before.kind, &after.kind) {
        let messages = [(&was.input, &is.input), (&was.output, &is.output)];
        targets
            .extend(messages.into_iter().filter_map(|(was, is)| Some((&was.as_ref()?.id, &is.as_ref()?.id))));
    }
    targets
}
