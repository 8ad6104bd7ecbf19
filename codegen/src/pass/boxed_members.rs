//! Members that must be boxed, so that no type contains itself.

use std::collections::{BTreeMap, BTreeSet};

use crate::id::{MemberId, ShapeId};
use crate::model::{Model, Shape, ShapeKind};

/// Returns the members that close a cycle of containment, with shapes in the order of their ids and members in the order of the
/// model. Lists and maps have their elements on the heap, so cycles through them need no box.
#[must_use]
pub fn boxed_members(model: &Model) -> BTreeSet<MemberId> {
    let mut boxed = BTreeSet::new();
    let mut states: BTreeMap<&ShapeId, State> = BTreeMap::new();
    for root in model.shapes.values().filter(|shape| contains_directly(shape)) {
        visit(model, root, &mut states, &mut boxed);
    }
    boxed
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    Open,
    Done,
}

/// Searches depth-first with an explicit stack, because models may be nested deeply.
fn visit<'m>(
    model: &'m Model,
    root: &'m Shape,
    states: &mut BTreeMap<&'m ShapeId, State>,
    boxed: &mut BTreeSet<MemberId>,
) {
    if states.contains_key(&root.id) {
        return;
    }
    states.insert(&root.id, State::Open);
    let mut stack = vec![(root, 0)];
    while let Some((shape, next)) = stack.pop() {
        let Some((_, member)) = shape.members.get_index(next) else {
            states.insert(&shape.id, State::Done);
            continue;
        };
        stack.push((shape, next + 1));
        let Some(target) = model.shape(&member.target.id).filter(|target| contains_directly(target)) else {
            continue;
        };
        match states.get(&target.id) {
            Some(State::Open) => drop(boxed.insert(member.id.clone())),
            Some(State::Done) => {}
            None => {
                states.insert(&target.id, State::Open);
                stack.push((target, 0));
            }
        }
    }
}

fn contains_directly(shape: &Shape) -> bool {
    matches!(shape.kind, ShapeKind::Structure | ShapeKind::Union)
}
