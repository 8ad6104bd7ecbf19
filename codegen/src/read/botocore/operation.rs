//! Operations.

use crate::source::json;
use indexmap::IndexMap;

use super::names::Names;
use super::shape;
use super::wire::Wire;
use crate::diagnostic::Diagnostic;
use crate::model::traits::id;
use crate::model::{OperationShape, Shape, ShapeKind, Traits};
use crate::source::Node;

/// Reads an operation.
pub(super) fn read(names: &Names, wire: &Wire<'_>, name: &str, node: &Node<'_>) -> Result<Shape, Diagnostic> {
    let target = |key| node.get(key).map(|target| names.reference(&target)).transpose();
    let errors = node.get("errors").map(|errors| errors.elements()).transpose()?.unwrap_or_default();
    let errors = errors.iter().map(|error| names.reference(error)).collect::<Result<_, _>>()?;
    let kind =
        ShapeKind::Operation(OperationShape { input: target("input")?, output: target("output")?, errors });
    let mut traits = shape::operation_traits(node)?;
    wire.add_to_operation(node, &mut traits);
    Ok(Shape {
        id: names.operation(name, node)?,
        kind,
        members: IndexMap::new(),
        traits,
        location: node.location.clone(),
    })
}

/// Adds the trait of the service that names the operation for endpoint discovery.
pub(super) fn add_discovery(root: &Node<'_>, names: &Names, service: &mut Traits) -> Result<(), Diagnostic> {
    for (name, node) in root.required("operations")?.entries()? {
        if node.is_true("endpointoperation") {
            let trait_value = json!({ "operation": names.operation(name, &node)?.as_str() });
            service.insert(id::ENDPOINT_DISCOVERY, trait_value, node.location.child("endpointoperation"));
        }
    }
    Ok(())
}
