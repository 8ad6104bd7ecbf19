//! The root elements of XML bodies.

use super::side::Side;
use crate::id::ShapeId;
use crate::model::traits::id;
use crate::model::{Model, Shape, ShapeKind};
use crate::plan::Protocol;

/// Returns true if the root element of a body has the name of a shape that is called `is` in the new model and `was` in the old
/// one.
pub(super) fn is_named(old: &Side<'_>, was: &str, new: &Side<'_>, is: &str) -> bool {
    [(old, was), (new, is)].into_iter().all(|(side, id)| {
        let shape = ShapeId::parse(id).and_then(|id| side.model.shape(&id));
        side.plan.service.protocol == Protocol::RestXml
            && shape.is_some_and(|shape| is_root(side.model, shape))
    })
}

/// Returns true for the input of an operation, or a payload, without `xmlName`.
fn is_root(model: &Model, shape: &Shape) -> bool {
    let is_input = |other: &Shape| {
        matches!(&other.kind, ShapeKind::Operation(operation)
            if operation.input.as_ref().is_some_and(|input| input.id == shape.id))
    };
    let is_payload = |other: &Shape| {
        let targets = other.members.values().filter(|member| member.target.id == shape.id);
        targets
            .into_iter()
            .any(|member| member.traits.has(id::HTTP_PAYLOAD) && !member.traits.has(id::XML_NAME))
    };
    let is_structure = matches!(shape.kind, ShapeKind::Structure | ShapeKind::Union);
    is_structure
        && !shape.traits.has(id::XML_NAME)
        && model.shapes.values().any(|other| is_input(other) || is_payload(other))
}
