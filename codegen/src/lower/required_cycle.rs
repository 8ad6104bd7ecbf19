//! Structures and unions without any value, because each value would contain another one. Source: Smithy 2.0 specification,
//! "Recursive shape definitions".

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::Diagnostic;
use crate::id::ShapeId;
use crate::model::traits::id;
use crate::model::{Member, Model, Shape, ShapeKind, is_event_stream};

/// Returns a diagnostic for each cycle of members without which no value can exist.
pub(super) fn faults(model: &Model, shapes: &BTreeSet<&ShapeId>) -> Vec<Diagnostic> {
    let impossible = impossible(model, shapes);
    let mut visited = BTreeSet::new();
    let mut faults = Vec::new();
    for root in impossible.iter().filter_map(|id| model.shapes.get(*id)) {
        let (mut shape, mut path) = (root, BTreeSet::new());
        while visited.insert(&shape.id) {
            path.insert(&shape.id);
            let mut needed = needed(model, shape);
            let Some(member) = needed.find(|member| impossible.contains(&member.target.id)) else { break };
            shape = model.target(&member.target);
            if path.contains(&shape.id) {
                faults.push(fault(shape, member));
            }
        }
    }
    faults
}

fn fault(shape: &Shape, member: &Member) -> Diagnostic {
    Diagnostic::error(format!(
        "`{}` can have no value, because `{}` requires another one",
        shape.id, member.id
    ))
    .at(&member.location)
    .with_help("make a member of the cycle optional, or let it target a list")
}

/// Returns the shapes of which no value can be made from values of others. Each shape is visited once.
fn impossible<'m>(model: &'m Model, shapes: &BTreeSet<&'m ShapeId>) -> BTreeSet<&'m ShapeId> {
    let mut users: BTreeMap<&ShapeId, Vec<&ShapeId>> = BTreeMap::new();
    let mut missing: BTreeMap<&ShapeId, usize> = BTreeMap::new();
    let mut possible = Vec::new();
    for shape in shapes.iter().filter_map(|id| model.shapes.get(*id)).filter(|shape| is_composed(shape)) {
        let is_choice = matches!(shape.kind, ShapeKind::Union);
        let needed: Vec<&Member> = needed(model, shape).collect();
        let is_free = needed.is_empty() || is_choice && needed.len() < shape.members.len();
        let count = match (is_free, is_choice) {
            (true, _) => 0,
            (false, true) => 1,
            (false, false) => needed.len(),
        };
        missing.insert(&shape.id, count);
        possible.extend(is_free.then_some(&shape.id));
        for member in needed {
            users.entry(&member.target.id).or_default().push(&shape.id);
        }
    }
    while let Some(id) = possible.pop() {
        for user in users.remove(id).unwrap_or_default() {
            let Some(count) = missing.get_mut(user).filter(|count| **count > 0) else { continue };
            *count -= 1;
            possible.extend((*count == 0).then_some(user));
        }
    }
    missing.into_iter().filter(|(_, count)| *count > 0).map(|(id, _)| id).collect()
}

/// Returns the members of a structure that it cannot be without, or all variants of a union, if they target structures or unions.
fn needed<'m>(model: &'m Model, shape: &'m Shape) -> impl Iterator<Item = &'m Member> {
    let is_needed = |member: &Member| {
        member.traits.has(id::REQUIRED)
            && ![id::CLIENT_OPTIONAL, id::DEFAULT].iter().any(|id| member.traits.has(id))
    };
    let is_choice = matches!(shape.kind, ShapeKind::Union);
    let members = shape.members.values().filter(move |member| is_choice || is_needed(member));
    members.filter(|member| is_composed(model.target(&member.target)))
}

fn is_composed(shape: &Shape) -> bool {
    matches!(shape.kind, ShapeKind::Structure | ShapeKind::Union)
        && !shape.id.is_prelude()
        && !is_event_stream(shape)
}
