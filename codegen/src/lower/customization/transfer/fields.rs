//! Fields of structures, by the names of their members.

use crate::plan::{
    Conversion, FieldPlan, NamedKind, Presence, RustPath, RustType, StructPlan, TransferField,
};

/// The member with the entity tag of an object or part.
pub(super) const ETAG: &str = "ETag";

/// The member with the type of the checksum of an object in parts.
pub(super) const CHECKSUM_TYPE: &str = "ChecksumType";

/// Returns the field of a member.
pub(super) fn member<'a>(plan: &'a StructPlan, name: &str) -> Option<&'a FieldPlan> {
    plan.fields.iter().find(|field| field.wire_name == name)
}

/// Returns the Rust name of a member.
pub(super) fn name(plan: &StructPlan, member_name: &str) -> Option<String> {
    Some(member(plan, member_name)?.name.clone())
}

/// Returns the Rust name of a member that is an `Option` of a type.
pub(super) fn optional(plan: &StructPlan, member_name: &str, ty: &RustType) -> Option<String> {
    let field = member(plan, member_name)?;
    (field.ty == *ty && field.presence == Presence::Optional).then(|| field.name.clone())
}

/// Returns the path of an enum.
pub(super) fn enum_path(ty: &RustType) -> Option<RustPath> {
    match ty {
        RustType::Named(path, NamedKind::Enum) => Some(path.clone()),
        _ => None,
    }
}

pub(super) fn field(plan: &FieldPlan) -> TransferField {
    TransferField { name: plan.name.clone(), is_optional: plan.presence == Presence::Optional }
}

/// Returns the pairs of fields with the same name and type, except streams.
pub(super) fn common<'a>(
    from: &'a StructPlan,
    to: &'a StructPlan,
) -> impl Iterator<Item = (&'a FieldPlan, &'a FieldPlan)> {
    let pairs = from.fields.iter().filter_map(|field| Some((field, member(to, &field.wire_name)?)));
    pairs.filter(|(from, to)| from.ty == to.ty && !from.ty.is_stream())
}

/// Returns the setters of one structure for the fields of another one.
pub(super) fn conversions(from: &StructPlan, to: &StructPlan) -> Vec<Conversion> {
    let convert = |(from, to): (&FieldPlan, &FieldPlan)| Conversion {
        setter: format!("set_{}", to.stem.trim_start_matches('_')),
        field: field(from),
    };
    common(from, to).map(convert).collect()
}

/// Returns the checksums that a structure has.
pub(super) fn checksums(
    plan: &StructPlan,
    all: &'static [(&'static str, &'static str)],
) -> Vec<(&'static str, String)> {
    let named = |(algorithm, member): &(&'static str, &'static str)| {
        Some((*algorithm, optional(plan, member, &RustType::String)?))
    };
    all.iter().filter_map(named).collect()
}
