//! Fields of structures, and variants of unions.

use super::change::{Change, HOLDER, Kind, Subject};
use super::pair::pair;
use super::side::Side;
use super::{deprecation, notation};
use crate::id::ShapeId;
use crate::model::traits::id;
use crate::plan::{FieldPlan, Presence, RustType, SchemaNode, SchemaShape, SchemaTrait};

/// The type whose fields are compared.
pub(super) struct Holder<'s> {
    /// Its path.
    pub(super) path: String,
    /// The old model and shape.
    pub(super) old: (&'s Side<'s>, ShapeId),
    /// The new model and shape.
    pub(super) new: (&'s Side<'s>, ShapeId),
    /// True for a union.
    pub(super) is_union: bool,
    /// True for the input of an operation.
    pub(super) is_input: bool,
    /// True if its builder may fail in both models.
    pub(super) builds: bool,
}

impl Holder<'_> {
    /// "field `vlan` of `types::Connection`", once its holders are known.
    fn name(&self, field: &FieldPlan) -> String {
        let noun = if self.is_union { "variant" } else { "field" };
        format!("{noun} `{}` of {HOLDER}", field.name)
    }

    fn ty(&self, field: &FieldPlan) -> String {
        if self.is_union { notation::ty(&field.ty) } else { notation::field(field) }
    }

    fn change(&self, kind: Kind, field: &FieldPlan, summary: String) -> Change {
        let subject = Subject::member(self.new.1.as_str(), &field.wire_name);
        Change::new(kind, subject, summary).item(self.item(field)).holder(&self.path)
    }

    /// `types::Connection.vlan`, `types::Choice::Text`
    fn item(&self, field: &FieldPlan) -> String {
        let separator = if self.is_union { "::" } else { "." };
        format!("{}{separator}{}", self.path, field.name)
    }

    /// Returns true if a program must set the field: in an input, or in a builder that may fail.
    fn is_required(&self, field: &FieldPlan) -> bool {
        (self.is_input && field.is_checked) || (self.builds && field.presence == Presence::Required)
    }
}

/// Matches fields by their names on the wire, and the rest by their Rust names.
pub(super) fn compare_all(holder: &Holder<'_>, old: &[FieldPlan], new: &[FieldPlan]) -> Vec<Change> {
    let wire = |field: &FieldPlan| field.wire_name.clone();
    let pairs = pair(old, new, &[&wire, &|field: &FieldPlan| field.name.clone()]);
    let mut changes = Vec::new();
    for field in pairs.removed {
        let (side, shape) = (holder.old.0, &holder.old.1);
        let summary = format!("{} is gone; it was `{}`", holder.name(field), holder.ty(field));
        let change = holder.change(Kind::MemberRemoved, field, summary).old(holder.ty(field));
        changes.push(change.covering(side.ingredients(shape, &field.wire_name)));
    }
    for field in pairs.added {
        changes.extend(added(holder, field));
    }
    for (before, after) in pairs.both {
        changes.extend(compare(holder, before, after));
    }
    changes
}

fn added(holder: &Holder<'_>, field: &FieldPlan) -> Vec<Change> {
    let (side, shape) = (holder.new.0, &holder.new.1);
    let summary = format!("{} is new: `{}`", holder.name(field), holder.ty(field));
    let change = holder.change(Kind::MemberAdded, field, summary).new_value(holder.ty(field));
    let mut changes = vec![change.covering(side.ingredients(shape, &field.wire_name))];
    changes.extend(holder.is_required(field).then(|| required(holder, field)));
    changes
}

fn required(holder: &Holder<'_>, field: &FieldPlan) -> Change {
    let failing = if holder.is_input { "a call fails before it is sent" } else { "its builder fails" };
    let summary = format!("{} must be set: without it, {failing}", holder.name(field));
    holder.change(Kind::MemberRequired, field, summary)
}

fn compare(holder: &Holder<'_>, before: &FieldPlan, after: &FieldPlan) -> Vec<Change> {
    let mut changes = api(holder, before, after);
    changes.extend(behaviour(holder, before, after));
    if changes.is_empty() && fingerprint(before, holder) != fingerprint(after, holder) {
        let summary = format!("{} changes in a way that has no name yet", holder.name(after));
        changes.push(holder.change(Kind::Unclassed, after, summary));
    }
    let (old, new) = (&holder.old, &holder.new);
    let covered: Vec<_> = old
        .0
        .ingredients(&old.1, &before.wire_name)
        .into_iter()
        .chain(new.0.ingredients(&new.1, &after.wire_name))
        .collect();
    changes.into_iter().map(|change| change.covering(covered.iter().cloned())).collect()
}

fn api(holder: &Holder<'_>, before: &FieldPlan, after: &FieldPlan) -> Vec<Change> {
    let (was, is) = (holder.ty(before), holder.ty(after));
    let name = holder.name(after);
    let mut changes = Vec::new();
    if before.name != after.name {
        let summary = format!("{} is called `{}` now", holder.name(before), after.name);
        changes.push(holder.change(Kind::Renamed, after, summary).old(&before.name).new_value(&after.name));
    }
    if was != is {
        let summary = format!("{name} changes from `{was}` to `{is}`");
        changes.push(holder.change(Kind::MemberRetyped, after, summary).old(was).new_value(is));
    }
    match (holder.is_required(before), holder.is_required(after)) {
        (false, true) => changes.push(required(holder, after)),
        (true, false) => {
            let summary = format!("{name} does not have to be set any more");
            changes.push(holder.change(Kind::MemberNotRequired, after, summary));
        }
        _ => {}
    }
    let subject = Subject::member(holder.new.1.as_str(), &after.wire_name);
    let item = holder.item(after);
    changes.extend(deprecation::compare(
        &subject,
        &item,
        before.deprecated.as_ref(),
        after.deprecated.as_ref(),
    ));
    changes
}

fn behaviour(holder: &Holder<'_>, before: &FieldPlan, after: &FieldPlan) -> Vec<Change> {
    let name = holder.name(after);
    let mut changes = Vec::new();
    if before.wire_name != after.wire_name {
        let summary =
            format!("{name} is `{}` on the wire instead of `{}`", after.wire_name, before.wire_name);
        let change = holder.change(Kind::Wire, after, summary);
        let old = Subject::member(holder.old.1.as_str(), &before.wire_name);
        changes.push(change.old(&before.wire_name).new_value(&after.wire_name).covering([old]));
    }
    if default(before) != default(after) {
        let (was, is) = (written_default(&holder.old, before), written_default(&holder.new, after));
        let summary = match (was.as_str(), is.as_str()) {
            (_, "none") => format!("{name} has no default any more; it was {was}"),
            ("none", _) => format!("{name} is {is} where it is not given; before, it had no default"),
            _ => format!("{name} is {is} where it is not given; before, the default was {was}"),
        };
        changes.push(holder.change(Kind::Default, after, summary).old(was).new_value(is));
    }
    if before.is_sensitive != after.is_sensitive {
        let verb = if after.is_sensitive { "is hidden by `Debug` now" } else { "is shown by `Debug` now" };
        changes.push(holder.change(Kind::Sensitivity, after, format!("{name} {verb}")));
    }
    let (was, is) = (formats(&before.schema), formats(&after.schema));
    if was != is && before.ty == after.ty {
        let summary = format!("{name} is written as {is} instead of {was}");
        changes.push(holder.change(Kind::Timestamp, after, summary).old(was).new_value(is));
    }
    changes
}

/// The default of a field, if it has one. A stream that is not given is an empty one, which the model does not mention.
fn default(field: &FieldPlan) -> Option<&Presence> {
    let has_default = matches!(field.presence, Presence::Default { .. }) && field.ty != RustType::ByteStream;
    has_default.then_some(&field.presence)
}

/// The default as the model writes it.
fn written_default((side, shape): &(&Side<'_>, ShapeId), field: &FieldPlan) -> String {
    let member = side.model.shape(shape).and_then(|shape| shape.members.get(&field.wire_name));
    let written = member.and_then(|member| member.traits.value(id::DEFAULT));
    let written = written.filter(|_| default(field).is_some());
    written.map_or("none".to_owned(), |value| notation::shortened(&value.to_string()))
}

/// The formats of the timestamps in a value.
fn formats(schema: &SchemaNode) -> String {
    match &schema.shape {
        SchemaShape::Simple("Timestamp") => {
            let format = schema.traits.iter().find_map(|it| match it {
                SchemaTrait::TimestampFormat(format) => Some(format.clone()),
                _ => None,
            });
            format.unwrap_or_else(|| "the protocol's timestamp".to_owned())
        }
        SchemaShape::List(inner) | SchemaShape::Map { value: inner, .. } => formats(inner),
        _ => String::new(),
    }
}

/// Everything in the plan of a field that is not compared elsewhere.
fn fingerprint(field: &FieldPlan, holder: &Holder<'_>) -> String {
    let mut field = field.clone();
    field.doc.clear();
    field.is_checked &= holder.is_input;
    let ty = notation::ty(&field.ty);
    format!("{:?}", (field.name, field.stem, field.wire_name, ty, field.presence, field.is_checked))
}
