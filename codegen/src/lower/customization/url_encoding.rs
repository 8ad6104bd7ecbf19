//! URL-encoded members of responses.

use super::fact::OperationFact;
use super::row::Kind;
use super::table::rows;
use crate::lower::data_types::DataTypes;
use crate::model::{Model, Shape};
use crate::plan::{FieldPlan, Presence, RustType, StructPlan, UrlEncodingPlan};

/// Returns the URL-encoded members of an operation's responses.
pub(in crate::lower) fn url_encoding(
    model: &Model,
    operation: &Shape,
    input: &StructPlan,
    output: &StructPlan,
    types: &DataTypes,
) -> Option<UrlEncodingPlan> {
    let mut about = rows(model).filter(|row| row.is_about(operation.id.name()));
    let (encoding, members, lists) = about.find_map(|row| {
        let Kind::Operation(OperationFact::UrlEncoded { encoding, members, lists }) = row.kind else {
            return None;
        };
        Some((encoding, members, lists))
    })?;
    let string = |plan: &StructPlan, member: &str| {
        let field = optional(plan, member).filter(|field| field.ty == RustType::String)?;
        Some(field.name.clone())
    };
    let list = |list: &str, member: &str| {
        let list = optional(output, list)?;
        let RustType::List { element, sparse: false } = &list.ty else { return None };
        Some((list.name.clone(), string(types.structure(element)?, member)?))
    };
    Some(UrlEncodingPlan {
        input: optional(input, encoding)?.name.clone(),
        output: optional(output, encoding)?.name.clone(),
        fields: members.iter().filter_map(|member| string(output, member)).collect(),
        lists: lists.iter().filter_map(|(name, member)| list(name, member)).collect(),
    })
}

fn optional<'a>(plan: &'a StructPlan, member: &str) -> Option<&'a FieldPlan> {
    let field = plan.fields.iter().find(|field| field.wire_name == member)?;
    (field.presence == Presence::Optional).then_some(field)
}
