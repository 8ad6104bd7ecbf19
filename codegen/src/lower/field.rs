//! Members as fields: presence and sensitivity.

use super::defaults;
use super::documentation::{deprecation, documentation, summary};
use super::lowering::{Lowering, MAX_NESTING};
use crate::diagnostic::Diagnostic;
use crate::model::traits::id;
use crate::model::{Member, Shape, ShapeKind};
use crate::name;
use crate::plan::{DefaultValue, FieldPlan, Presence, RustType};

impl Lowering<'_> {
    pub(super) fn fields(&mut self, shape: &Shape) -> Vec<FieldPlan> {
        let fields = shape.members.values().filter_map(|member| self.field(shape, member));
        let fields: Vec<FieldPlan> = fields.collect();
        if matches!(shape.kind, ShapeKind::Structure) {
            self.check_distinct(shape, &fields, |field| &field.name);
            self.check_methods(shape, &fields);
        }
        fields
    }

    /// The field of a member.
    pub(super) fn field(&mut self, shape: &Shape, member: &Member) -> Option<FieldPlan> {
        let target = self.model.target(&member.target);
        let ty = self.ty(target, 0)?;
        let presence = match Self::presence(shape, member, target, &ty) {
            Ok(presence) => presence,
            Err(diagnostic) => {
                self.diagnostics.push(diagnostic);
                return None;
            }
        };
        let ty = if self.boxed.contains(&member.id) { RustType::Boxed(Box::new(ty)) } else { ty };
        let name = field_name(shape, member);
        let fallback = || format!("The member `{}`.", member.id.name);
        let doc = documentation(&member.traits, fallback);
        self.check_timestamp_format(member, target);
        let mut schema = self.schema(target, &member.traits, 0)?;
        schema.is_sensitive |= shape.traits.has(id::SENSITIVE);
        Some(FieldPlan {
            stem: name.trim_start_matches("r#").to_owned(),
            wire_name: member.id.name.clone(),
            summary: summary(&doc, fallback),
            doc,
            deprecated: deprecation(&member.traits),
            is_required: presence == Presence::Optional
                && member.traits.has(id::REQUIRED)
                && !member.traits.has(id::DEFAULT),
            is_sensitive: shape.traits.has(id::SENSITIVE)
                || member.traits.has(id::SENSITIVE)
                || self.is_sensitive(target, 0),
            schema,
            attributes: self.attributes(&member.traits),
            presence,
            ty,
            name,
        })
    }

    /// Returns true if values of a shape must not be shown. Structures and unions hide their sensitive members by themselves.
    fn is_sensitive(&self, shape: &Shape, depth: usize) -> bool {
        let held = matches!(shape.kind, ShapeKind::List | ShapeKind::Map) && depth < MAX_NESTING;
        let mut members = shape.members.values().filter(|_| held);
        shape.traits.has(id::SENSITIVE)
            || members.any(|member| {
                member.traits.has(id::SENSITIVE)
                    || self.is_sensitive(self.model.target(&member.target), depth + 1)
            })
    }

    /// Checks the format of a timestamp, on a member or on its target.
    fn check_timestamp_format(&mut self, member: &Member, target: &Shape) {
        const FORMATS: [&str; 3] = ["date-time", "epoch-seconds", "http-date"];
        let trait_value =
            [&member.traits, &target.traits].into_iter().find_map(|it| it.get(id::TIMESTAMP_FORMAT));
        let Some(trait_value) = trait_value else { return };
        let format = trait_value.value.as_str().unwrap_or_default();
        if !FORMATS.contains(&format) {
            self.diagnostics.push(
                Diagnostic::error(format!("`{}` has a timestamp format that does not exist", member.id))
                    .at(&trait_value.location)
                    .suggest(format, FORMATS, "the formats are `date-time`, `epoch-seconds` and `http-date`"),
            );
        }
    }

    /// The presence of a member. Source: Smithy 2.0 specification, "Structure member optionality", in the careful way of the
    /// official SDK: members that target structures or unions stay optional, so that a server may leave them out.
    ///
    /// An empty or zero default is not sent: in models of AWS it means no more than that the member is not set.
    fn presence(
        shape: &Shape,
        member: &Member,
        target: &Shape,
        ty: &RustType,
    ) -> Result<Presence, Diagnostic> {
        let default = defaults::default(member, target, ty)?;
        let optional = shape.traits.has(id::INPUT)
            || member.traits.has(id::CLIENT_OPTIONAL)
            || !matches!(shape.kind, ShapeKind::Structure)
            || matches!(target.kind, ShapeKind::Structure | ShapeKind::Union);
        let required = member.traits.has(id::REQUIRED);
        Ok(match default {
            _ if optional => Presence::Optional,
            Some(value) => Presence::Default { is_sent: required || value != DefaultValue::Empty, value },
            None if required => Presence::Required,
            None => Presence::Optional,
        })
    }
}

/// The name of a field; for a variant of a union, that of its accessors.
fn field_name(shape: &Shape, member: &Member) -> String {
    match member.traits.text(id::RUST_NAME) {
        Some(rust_name) if matches!(shape.kind, ShapeKind::Union) => name::field(rust_name),
        Some(rust_name) => name::escape_field(rust_name),
        None => name::field(&member.id.name),
    }
}
