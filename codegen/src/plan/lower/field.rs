//! Members as fields: whether they are there, and what must not be shown.

use super::{DEEPEST_NESTING, Lowering};
use crate::diagnostic::Diagnostic;
use crate::model::traits::id;
use crate::model::{Member, Shape, ShapeKind};
use crate::name;
use crate::plan::documentation::{deprecation, documentation};
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

    pub(in crate::plan) fn field(&mut self, shape: &Shape, member: &Member) -> Option<FieldPlan> {
        let target = self.model.target(&member.target);
        let ty = self.ty(target, 0)?;
        let presence = match Self::presence(shape, member, target, &ty) {
            Ok(presence) => presence,
            Err(finding) => {
                self.findings.push(finding);
                return None;
            }
        };
        let ty = if self.boxed.contains(&member.id) { RustType::Boxed(Box::new(ty)) } else { ty };
        let name = field_name(shape, member);
        self.check_timestamp_format(member, target);
        let mut schema = self.schema(target, &member.traits, 0)?;
        schema.sensitive |= shape.traits.has(id::SENSITIVE);
        Some(FieldPlan {
            stem: name.trim_start_matches("r#").to_owned(),
            wire_name: member.id.name.clone(),
            doc: documentation(&member.traits, || format!("The member `{}`.", member.id.name)),
            deprecated: deprecation(&member.traits),
            required_input: presence == Presence::Optional
                && member.traits.has(id::REQUIRED)
                && !member.traits.has(id::DEFAULT),
            sensitive: shape.traits.has(id::SENSITIVE)
                || member.traits.has(id::SENSITIVE)
                || self.is_sensitive(target, 0),
            schema,
            attributes: self.attributes(&member.traits),
            presence,
            ty,
            name,
        })
    }

    /// Whether values of a shape must not be shown. Structures and unions hide what they must by themselves.
    fn is_sensitive(&self, shape: &Shape, depth: usize) -> bool {
        let held = matches!(shape.kind, ShapeKind::List | ShapeKind::Map) && depth < DEEPEST_NESTING;
        let mut members = shape.members.values().filter(|_| held);
        shape.traits.has(id::SENSITIVE)
            || members.any(|member| {
                member.traits.has(id::SENSITIVE)
                    || self.is_sensitive(self.model.target(&member.target), depth + 1)
            })
    }

    /// The format of a timestamp is one of three, be it given on a member or on its target.
    fn check_timestamp_format(&mut self, member: &Member, target: &Shape) {
        const FORMATS: [&str; 3] = ["date-time", "epoch-seconds", "http-date"];
        let given = [&member.traits, &target.traits].into_iter().find_map(|it| it.get(id::TIMESTAMP_FORMAT));
        let Some(given) = given else { return };
        let format = given.value.as_str().unwrap_or_default();
        if !FORMATS.contains(&format) {
            self.findings.push(
                Diagnostic::error(format!("`{}` has a timestamp format that does not exist", member.id))
                    .at(&given.place)
                    .suggest(format, FORMATS, "the formats are `date-time`, `epoch-seconds` and `http-date`"),
            );
        }
    }

    /// Source: Smithy 2.0 specification, "Structure member optionality", in the careful way of the official SDK:
    /// members that hold structures or unions stay optional, so that a server may leave them out.
    ///
    /// A default of zero or nothing is not sent: in models of AWS it says no more than that the member is not given.
    fn presence(
        shape: &Shape,
        member: &Member,
        target: &Shape,
        ty: &RustType,
    ) -> Result<Presence, Diagnostic> {
        let default = DefaultValue::of(member, target, ty)?;
        let optional = shape.traits.has(id::INPUT)
            || member.traits.has(id::CLIENT_OPTIONAL)
            || !matches!(shape.kind, ShapeKind::Structure)
            || matches!(target.kind, ShapeKind::Structure | ShapeKind::Union);
        let required = member.traits.has(id::REQUIRED);
        Ok(match default {
            _ if optional => Presence::Optional,
            Some(value) => Presence::Default { sent: required || value != DefaultValue::Empty, value },
            None if required => Presence::Required,
            None => Presence::Optional,
        })
    }
}

/// The name of a field; of a variant of a union, the one that its accessors have.
fn field_name(shape: &Shape, member: &Member) -> String {
    match member.traits.text(id::RUST_NAME) {
        Some(given) if matches!(shape.kind, ShapeKind::Union) => name::field(given),
        Some(given) => name::escape_field(given),
        None => name::field(&member.id.name),
    }
}
