//! Members as fields: presence and sensitivity.

use super::defaults;
use super::documentation::{deprecation, documentation, summary};
use super::lowering::{Lowering, MAX_NESTING};
use super::naming::{accessor_name, field_name};
use crate::diagnostic::Diagnostic;
use crate::model::traits::id;
use crate::model::{Member, Shape, ShapeKind};
use crate::plan::{DefaultValue, FieldPlan, Presence, RustType, SchemaTrait, StructRole};

impl Lowering<'_> {
    /// Lowers the members of a structure or union.
    pub(super) fn fields(&mut self, shape: &Shape, role: &StructRole) -> Vec<FieldPlan> {
        let fields = shape.members.values().filter_map(|member| self.field(shape, member, role));
        let fields: Vec<FieldPlan> = fields.collect();
        if matches!(shape.kind, ShapeKind::Structure) {
            self.check_distinct(shape, &fields, |field| &field.name);
            self.check_methods(shape, &fields);
        }
        fields
    }

    /// Lowers a member.
    fn field(&mut self, shape: &Shape, member: &Member, role: &StructRole) -> Option<FieldPlan> {
        let target = self.model.target(&member.target);
        let ty = self.member_ty(member, target, role)?;
        let is_token = *role == StructRole::Input && member.traits.has(id::IDEMPOTENCY_TOKEN);
        let default = self.report(defaults::default(member, target, &ty))?;
        let presence = if ty == RustType::ByteStream {
            // An absent body is an empty one.
            Presence::Default { value: DefaultValue::Empty, is_sent: true, is_required: false }
        } else if ty.is_stream() {
            Presence::Required
        } else if is_token || *role == StructRole::Input {
            Presence::Optional
        } else {
            presence(shape, member, target, default)
        };
        let ty = if self.boxed.contains(&member.id) { RustType::Boxed(Box::new(ty)) } else { ty };
        let is_union = matches!(shape.kind, ShapeKind::Union);
        let name = if is_union { accessor_name(member) } else { field_name(member) };
        let fallback = || format!("The member `{}`.", member.id.name);
        let doc = documentation(&member.traits, fallback);
        self.check_timestamp_format(member, target);
        let mut schema = self.member_schema(member)?;
        if *role == StructRole::Plain && !shape.traits.has(id::ERROR) {
            schema.traits.retain(|it| !it.is_http_binding());
        }
        if shape.traits.has(id::SENSITIVE) && !schema.traits.contains(&SchemaTrait::Sensitive) {
            schema.traits.push(SchemaTrait::Sensitive);
        }
        Some(FieldPlan {
            stem: name.trim_start_matches("r#").to_owned(),
            wire_name: member.id.name.clone(),
            summary: summary(&doc, fallback),
            doc,
            deprecated: deprecation(&member.traits),
            is_checked: presence == Presence::Optional
                && member.traits.has(id::REQUIRED)
                && !member.traits.has(id::DEFAULT)
                && !is_token,
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
}

/// Returns the presence of a member that is not an idempotency token. Source: Smithy 2.0 specification, "Structure member
/// optionality".
///
/// Members that target structures or unions are optional, as in the official SDK. A default equal to the empty value is not
/// sent; AWS models use it for an absent member.
fn presence(shape: &Shape, member: &Member, target: &Shape, default: Option<DefaultValue>) -> Presence {
    let is_optional = shape.traits.has(id::INPUT)
        || member.traits.has(id::CLIENT_OPTIONAL)
        || !matches!(shape.kind, ShapeKind::Structure)
        || matches!(target.kind, ShapeKind::Structure | ShapeKind::Union);
    let is_required = member.traits.has(id::REQUIRED);
    match default {
        _ if is_optional => Presence::Optional,
        Some(value) => {
            Presence::Default { is_sent: is_required || value != DefaultValue::Empty, is_required, value }
        }
        None if is_required => Presence::Required,
        None => Presence::Optional,
    }
}
