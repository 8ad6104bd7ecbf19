//! Endpoint discovery. Source: Smithy 2.0 specification, "Client Endpoint Discovery".

use super::data_types::DataTypes;
use crate::model::traits::id;
use crate::model::{Model, Shape};
use crate::plan::{EndpointDiscoveryPlan, FieldPlan, OperationPlan, RustType};

/// Lowers the endpoint discovery of the operations, if the operation with which clients discover endpoints is among them and
/// has the output that the specification prescribes.
pub(super) fn lower(
    model: &Model,
    operations: &[OperationPlan],
    types: &DataTypes,
) -> Option<EndpointDiscoveryPlan> {
    let (service, _) = model.service()?;
    let name = service.traits.property(id::ENDPOINT_DISCOVERY, "operation")?;
    let discovery = operations.iter().find(|operation| operation.id.as_str() == name)?;
    let shapes: Vec<&Shape> =
        operations.iter().filter_map(|operation| model.shapes.get(&operation.id)).collect();
    shapes.iter().find(|shape| shape.traits.has(id::DISCOVERED_ENDPOINT))?;
    let endpoints = field(&discovery.output.fields, "Endpoints")?;
    let RustType::List { element, sparse: false } = &endpoints.ty else { return None };
    let endpoint = types.structure(element)?;
    Some(EndpointDiscoveryPlan {
        method: discovery.module.clone(),
        endpoints: endpoints.name.clone(),
        address: field_of(&endpoint.fields, "Address", &RustType::String)?,
        minutes: field_of(&endpoint.fields, "CachePeriodInMinutes", &RustType::I64)?,
        is_required: shapes.iter().any(|shape| shape.traits.require_discovery()),
    })
}

fn field<'p>(fields: &'p [FieldPlan], member: &str) -> Option<&'p FieldPlan> {
    fields.iter().find(|field| field.wire_name == member)
}

/// Returns the name of the field of a member, if it has the type.
fn field_of(fields: &[FieldPlan], member: &str, ty: &RustType) -> Option<String> {
    field(fields, member).filter(|field| field.ty == *ty).map(|field| field.name.clone())
}
