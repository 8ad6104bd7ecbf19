//! Event streams: unions whose values are the messages of a body.

use super::customization;
use super::lowering::Lowering;
use crate::model::traits::id;
use crate::model::{Member, Model, Shape};
use crate::plan::{EventErrorPlan, EventErrorVariant};

/// Returns the union of an event stream without the variants that are errors.
pub(super) fn without_errors(model: &Model, union: &Shape) -> Shape {
    let mut union = union.clone();
    union.members.retain(|_, member| !is_error(model, member));
    union
}

fn is_error(model: &Model, member: &Member) -> bool {
    model.target(&member.target).traits.has(id::ERROR)
}

impl Lowering<'_> {
    /// Lowers the errors of an event stream. Members that target the same error are one variant.
    pub(super) fn lower_event_errors(&self, union: &Shape) -> EventErrorPlan {
        let mut variants: Vec<EventErrorVariant> = Vec::new();
        for member in union.members.values().filter(|member| is_error(self.model, member)) {
            let shape = self.model.target(&member.target);
            let wire_name = member.id.name.clone();
            let path = self.names.path(&shape.id);
            match variants.iter_mut().find(|variant| variant.error.path == path) {
                Some(variant) => variant.wire_names.push(wire_name),
                None => variants.push(EventErrorVariant {
                    wire_names: vec![wire_name],
                    error: self.error_variant(shape, vec![shape.id.name().to_owned()]),
                }),
            }
        }
        EventErrorPlan {
            path: self.names.event_error(&union.id),
            module: self.names.event_error_module(&union.id),
            union: self.names.path(&union.id),
            union_id: union.id.clone(),
            usage: self.usages.of_shape(&union.id),
            has_extended_request_id: customization::of_service(self.model).has_extended_request_id,
            variants,
        }
    }
}
