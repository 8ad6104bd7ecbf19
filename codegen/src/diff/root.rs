//! The root elements of XML bodies.

use std::collections::BTreeSet;

use super::side::Side;
use crate::id::ShapeId;
use crate::lower::{Direction, is_bound};
use crate::model::traits::id;
use crate::model::{Model, Shape, ShapeKind};
use crate::plan::Protocol;

/// Returns the ids of the shapes whose names are those of the root elements of requests.
pub(super) fn names<'a>(side: &Side<'a>) -> BTreeSet<&'a ShapeId> {
    if side.plan.service.protocol != Protocol::RestXml {
        return BTreeSet::new();
    }
    side.model.shapes.values().filter_map(|operation| name(side.model, operation)).collect()
}

/// Returns the shape that the root element of an operation's requests is named after.
fn name<'a>(model: &'a Model, operation: &'a Shape) -> Option<&'a ShapeId> {
    let ShapeKind::Operation(operation) = &operation.kind else { return None };
    let input = model.shape(&operation.input.as_ref()?.id)?;
    let payload = input.members.values().find(|member| member.traits.has(id::HTTP_PAYLOAD));
    let named = match payload {
        Some(member) if member.traits.has(id::XML_NAME) => return None,
        Some(member) => model.shape(&member.target.id)?,
        None => input,
    };
    let has_body = payload.is_some() || input.members.values().any(|it| !is_bound(it, Direction::Request));
    let is_structure = matches!(named.kind, ShapeKind::Structure | ShapeKind::Union);
    (has_body && is_structure && !named.traits.has(id::XML_NAME)).then_some(&named.id)
}
