//! Endpoint discovery. Source: Smithy 2.0 specification, "Client Endpoint Discovery".

use super::data_types::DataTypes;
use crate::model::traits::id;
use crate::model::{Model, Shape};
use crate::plan::{EndpointDiscoveryPlan, FieldPlan, OperationPlan};

/// Lowers the endpoint discovery of the operations, if the operation with which clients discover endpoints is among them.
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
    let endpoint = types.structs.iter().find(|it| field(&it.fields, "CachePeriodInMinutes").is_some())?;
    Some(EndpointDiscoveryPlan {
        method: discovery.module.clone(),
        endpoints: field(&discovery.output.fields, "Endpoints")?,
        address: field(&endpoint.fields, "Address")?,
        minutes: field(&endpoint.fields, "CachePeriodInMinutes")?,
        is_required: shapes.iter().any(|shape| shape.traits.require_discovery()),
    })
}

fn field(fields: &[FieldPlan], member: &str) -> Option<String> {
    fields.iter().find(|field| field.wire_name == member).map(|field| field.name.clone())
}
