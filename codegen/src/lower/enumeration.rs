//! Enums of strings and of integers.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Display;

use super::documentation::{deprecation, documentation};
use super::lowering::Lowering;
use crate::diagnostic::Diagnostic;
use crate::doc;
use crate::model::traits::id;
use crate::model::{Member, Shape, ShapeKind};
use crate::name::{self, Valued};
use crate::plan::{EnumPlan, IntEnumPlan, StandardTrait, StructRole, VariantPlan};

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
        let variant =
            |(member, name): (&Member, String)| self.variant(member, name, text_of(member).to_owned());
        let names = variant_names(shape, text_of, name::variant);
        let variants: Vec<_> = shape.members.values().zip(names).map(variant).collect();
        self.check_distinct(shape, &variants, |variant: &VariantPlan<String>| &variant.name);
        self.check_values(shape, &variants);
        self.check_key(shape);
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
        let texts: BTreeMap<&str, String> = shape.members.values().map(number_text).collect();
        let names =
            variant_names(shape, |member| texts.get(&*member.id.name).map_or("", |it| it), name::constant);
        for (member, name) in shape.members.values().zip(names) {
            let value = member.traits.value(id::ENUM_VALUE).and_then(crate::source::Value::as_whole);
            match value.and_then(|value| i32::try_from(value).ok()) {
                Some(value) => variants.push(self.variant(member, name, value)),
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

    fn variant<T: Display>(&self, member: &Member, name: String, value: T) -> VariantPlan<T> {
        VariantPlan {
            name,
            doc: documentation(&member.traits, || value_doc(&value.to_string())),
            deprecated: deprecation(&member.traits),
            attributes: self.attributes(&member.traits),
            value,
        }
    }

    /// Checks that an enum that is the key of a map can be one: overlays may drop `Eq` and `Hash`.
    fn check_key(&mut self, shape: &Shape) {
        let is_key = |map: &&Shape| {
            let usage = self.usages.of_shape(&map.id);
            map.members.get("key").is_some_and(|key| key.target.id == shape.id)
                && (usage.input || usage.output)
        };
        let Some(map) =
            self.model.shapes.values().filter(|it| matches!(it.kind, ShapeKind::Map)).find(is_key)
        else {
            return;
        };
        let needed = [StandardTrait::Eq, StandardTrait::Hash];
        let Some(dropped) = needed.into_iter().find(|it| self.derivability.is_dropped(*it, shape)) else {
            return;
        };
        let derive = shape.traits.get(id::DERIVE);
        self.diagnostics.push(
            Diagnostic::error(format!(
                "`{}` is the key of the map `{}`, and an overlay drops `{}` from it",
                shape.id,
                map.id,
                dropped.name()
            ))
            .at(derive.map_or(&shape.location, |derive| &derive.location))
            .with_help("keep `Eq` and `Hash` of enums that are keys of maps"),
        );
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

fn value_doc(value: &str) -> String {
    if value.trim().is_empty() {
        return "The empty value.".to_owned();
    }
    format!("The value {}.", doc::code_span(value))
}

/// Returns the value of a member of an enum of strings.
fn text_of(member: &Member) -> &str {
    member.traits.text(id::ENUM_VALUE).unwrap_or(&member.id.name)
}

/// Returns the name of a member of an enum of integers with its value, which makes it distinct: `High 20`.
fn number_text(member: &Member) -> (&str, String) {
    let (name, value) = (&member.id.name, member.traits.value(id::ENUM_VALUE));
    (name, format!("{name} {}", value.map(ToString::to_string).unwrap_or_default()))
}

/// Returns the Rust names of the values of an enum. Those that would fall together get distinct ones, unless an overlay gives them.
fn variant_names<'m>(
    shape: &'m Shape,
    text: impl Fn(&'m Member) -> &'m str,
    convert: fn(&str) -> String,
) -> Vec<String> {
    let members = shape.members.values();
    let is_named = |member: &&Member| member.traits.has(id::RUST_NAME);
    let valued = |member: &'m Member| Valued { value: text(member), name: Some(&*member.id.name) };
    let unnamed: Vec<_> = members.clone().filter(|member| !is_named(member)).map(valued).collect();
    let mut names = name::distinct(&unnamed, convert).into_iter();
    let name = |member: &Member| match member.traits.text(id::RUST_NAME) {
        Some(name) => name.to_owned(),
        None => names.next().map(|name| convert(&name)).unwrap_or_default(),
    };
    members.map(name).collect()
}
