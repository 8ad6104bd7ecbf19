//! Operations.

use indexmap::IndexMap;

use super::names::Names;
use super::shape;
use crate::diagnostic::Diagnostic;
use crate::model::{OperationShape, Shape, ShapeKind};
use crate::source::Node;

/// Reads an operation.
pub(super) fn read(names: &Names, name: &str, node: &Node<'_>) -> Result<Shape, Diagnostic> {
    let target = |key| node.get(key).map(|target| names.reference(&target)).transpose();
    let errors = node.get("errors").map(|errors| errors.elements()).transpose()?.unwrap_or_default();
    let errors = errors.iter().map(|error| names.reference(error)).collect::<Result<_, _>>()?;
    let kind =
        ShapeKind::Operation(OperationShape { input: target("input")?, output: target("output")?, errors });
    Ok(Shape {
        id: names.operation(name, node)?,
        kind,
        members: IndexMap::new(),
        traits: shape::operation_traits(node)?,
        location: node.location.clone(),
    })
}
