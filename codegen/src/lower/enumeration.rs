//! Enums of strings and of integers.

use std::collections::BTreeSet;

use super::documentation::{deprecation, documentation};
use super::lowering::Lowering;
use super::naming::{constant_name, variant_name};
use crate::diagnostic::Diagnostic;
use crate::model::traits::id;
use crate::model::{Member, Shape};
use crate::plan::{EnumPlan, IntEnumPlan, StructRole, VariantPlan};

impl Lowering<'_> {
    /// Lowers an enum of strings.
    pub(super) fn lower_enum(&mut self, shape: &Shape) -> EnumPlan {
        for member in shape.members.values() {
            let enum_value = member.traits.get(id::ENUM_VALUE);
            if let Some(enum_value) = enum_value.filter(|enum_value| !enum_value.value.is_string()) {
                self.diagnostics.push(
                    Diagnostic::error(format!("the value of `{}` is not a string", member.id))
                        .at(&enum_value.location)
                        .with_help("write a string, or make the shape an `intEnum`"),
                );
            }
        }
        let variant = |member: &Member| {
            let value = member.traits.text(id::ENUM_VALUE).unwrap_or(&member.id.name).to_owned();
            self.variant(member, value)
        };
        let variants: Vec<_> = shape.members.values().map(variant).collect();
        self.check_distinct(shape, &variants, |variant: &VariantPlan<String>| &variant.name);
        self.check_values(shape, &variants);
        EnumPlan {
            path: self.names.path(&shape.id),
            module: self.names.module(&shape.id),
            id: shape.id.clone(),
            doc: documentation(&shape.traits, || format!("The values of `{}`.", shape.id.name())),
            deprecated: deprecation(&shape.traits),
            variants,
            is_sensitive: shape.traits.has(id::SENSITIVE),
            derives: self.derives(Some(shape), &StructRole::Plain, &self.names.path(&shape.id).name),
        }
    }

    /// Lowers an enum of integers.
    pub(super) fn lower_int_enum(&mut self, shape: &Shape) -> IntEnumPlan {
        let mut variants = Vec::new();
        for member in shape.members.values() {
            let value = member.traits.value(id::ENUM_VALUE).and_then(serde_json::Value::as_i64);
            match value.and_then(|value| i32::try_from(value).ok()) {
                Some(value) => {
                    variants.push(VariantPlan { name: constant_name(member), ..self.variant(member, value) });
                }
                None => self.diagnostics.push(
                    Diagnostic::error(format!("`{}` has no value of 32 bits", member.id))
                        .at(&member.location)
                        .with_help("give the member the trait `smithy.api#enumValue` with an integer"),
                ),
            }
        }
        self.check_distinct(shape, &variants, |variant: &VariantPlan<i32>| &variant.name);
        IntEnumPlan {
            path: self.names.path(&shape.id),
            module: self.names.module(&shape.id),
            id: shape.id.clone(),
            deprecated: deprecation(&shape.traits),
            doc: documentation(&shape.traits, || format!("Names for the values of `{}`.", shape.id.name())),
            variants,
        }
    }

    fn variant<T>(&self, member: &Member, value: T) -> VariantPlan<T> {
        VariantPlan {
            name: variant_name(member),
            doc: documentation(&member.traits, || format!("The value `{}`.", member.id.name)),
            deprecated: deprecation(&member.traits),
            attributes: self.attributes(&member.traits),
            value,
        }
    }

    /// Checks that no value occurs twice: it could not be read back as the second variant.
    fn check_values(&mut self, shape: &Shape, variants: &[VariantPlan<String>]) {
        let mut seen = BTreeSet::new();
        for (variant, member) in variants.iter().zip(shape.members.values()) {
            if !seen.insert(&variant.value) {
                self.diagnostics.push(
                    Diagnostic::error(format!(
                        "`{}` has the value `{}` for the second time",
                        member.id, variant.value
                    ))
                    .at(&member.location)
                    .with_help("remove one of the two members"),
                );
            }
        }
    }
}
