//! Operations that create sessions.

use super::fact::OperationFact;
use super::row::{Kind, Operations, Row};
use super::table::rows;
use crate::id::ShapeId;
use crate::lower::data_types::DataTypes;
use crate::model::{Model, Shape};
use crate::name;
use crate::plan::{Presence, SessionField, SessionPlan, StructPlan};

/// Returns the operation that creates sessions, if the service has one.
pub(in crate::lower) fn session_operation(model: &Model) -> Option<ShapeId> {
    let row = rows(model).find(|row| fact(row).is_some())?;
    let Operations::Named(names) = row.operations else { return None };
    let operations = model.operations();
    let (shape, _) = names.iter().find_map(|name| operations.get(name))?;
    Some(shape.id.clone())
}

fn fact(row: &Row) -> Option<(&'static str, &'static str, [&'static str; 4])> {
    let Kind::Operation(OperationFact::Session { bucket, credentials, members }) = row.kind else {
        return None;
    };
    Some((bucket, credentials, members))
}

/// Returns the members by which an operation creates sessions.
pub(in crate::lower) fn session(
    model: &Model,
    operation: &Shape,
    input: &StructPlan,
    output: &StructPlan,
    types: &DataTypes,
) -> Option<SessionPlan> {
    let mut about = rows(model).filter(|row| row.is_about(operation.id.name()));
    let (bucket, credentials, members) = about.find_map(fact)?;
    let structure = output.fields.iter().find(|field| field.wire_name == credentials)?;
    let structure = types.structure(&structure.ty)?;
    let [access_key_id, secret_access_key, session_token, expiration] =
        members.map(|member| field(structure, member));
    Some(SessionPlan {
        parameter: name::field(bucket),
        bucket: input.fields.iter().find(|field| field.wire_name == bucket)?.stem.clone(),
        credentials: field(output, credentials)?,
        members: [access_key_id?, secret_access_key?, session_token?, expiration?],
    })
}

fn field(plan: &StructPlan, member: &str) -> Option<SessionField> {
    let field = plan.fields.iter().find(|field| field.wire_name == member)?;
    Some(SessionField { name: field.name.clone(), is_optional: field.presence == Presence::Optional })
}
