//! Unions.

use super::documentation::{deprecation, documentation};
use super::lowering::Lowering;
use super::naming::variant_name;
use super::schema_trait;
use crate::model::{Shape, is_event_stream};
use crate::plan::{StructRole, UnionPlan};

impl Lowering<'_> {
    /// Lowers a union.
    pub(super) fn lower_union(&mut self, shape: &Shape) -> UnionPlan {
        let mut variants = self.fields(shape, &StructRole::Plain);
        for (variant, member) in variants.iter_mut().zip(shape.members.values()) {
            variant.name = variant_name(member);
            if variant.stem == "unknown" {
                // `is_unknown` is the method for variants that are not in the model.
                "unknown_value".clone_into(&mut variant.stem);
            }
        }
        // Accessors have the name in snake case, in which different variants may have the same name.
        if self.check_distinct(shape, &variants, |variant| &variant.name) {
            self.check_distinct(shape, &variants, |variant| &variant.stem);
        }
        UnionPlan {
            path: self.names.path(&shape.id),
            module: self.names.module(&shape.id),
            schema: self.names.schema(&shape.id),
            schema_traits: schema_trait::data(self.protocol, &shape.traits),
            id: shape.id.clone(),
            doc: documentation(&shape.traits, || {
                format!("The union `{}`: one of its variants.", shape.id.name())
            }),
            derives: self.derives(Some(shape), &StructRole::Plain, &self.names.path(&shape.id).name),
            deprecated: deprecation(&shape.traits),
            event_error: is_event_stream(shape).then(|| self.names.event_error(&shape.id)),
            usage: self.usages.of_shape(&shape.id),
            variants,
        }
    }
}
