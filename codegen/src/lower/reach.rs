//! The shapes that the selected operations reach, and the messages that hold them.

use std::collections::BTreeSet;

use crate::id::ShapeId;
use crate::model::traits::id;
use crate::model::{Closure, Model, OperationShape, Reference, Shape, ShapeKind};
use crate::pass::Selected;
use crate::plan::Usage;

/// Returns the shapes that become public types: those that members of inputs, outputs and errors reach, and the errors.
pub(super) fn data_shapes<'m>(model: &'m Model, selected: &Selected) -> BTreeSet<&'m ShapeId> {
    let operations = selected.operations.iter().filter_map(|id| operation_shape(model, id));
    let mut roots: BTreeSet<&ShapeId> = BTreeSet::new();
    for (_, operation) in operations {
        let structures = operation.input.iter().chain(&operation.output).filter_map(|it| model.shape(&it.id));
        roots.extend(structures.flat_map(|shape| shape.members.values()).map(|member| &member.target.id));
        roots.extend(errors(model, operation).map(|error| &error.id));
    }
    let closure = Closure::of(model, roots);
    model.shapes.keys().filter(|id| closure.contains(id)).collect()
}

pub(super) fn operation_shape<'m>(model: &'m Model, id: &ShapeId) -> Option<(&'m Shape, &'m OperationShape)> {
    match model.shapes.get(id) {
        Some(shape @ Shape { kind: ShapeKind::Operation(operation), .. }) => Some((shape, operation)),
        _ => None,
    }
}

/// Returns the operation's own errors and those that the service adds to all.
pub(super) fn errors<'m>(
    model: &'m Model,
    operation: &'m OperationShape,
) -> impl Iterator<Item = &'m Reference> {
    let common = model.service().map(|(_, service)| service.errors.as_slice()).unwrap_or_default();
    operation.errors.iter().chain(common)
}

/// The shapes that requests and responses hold.
pub(super) struct Usages {
    inputs: Closure,
    outputs: Closure,
}

impl Usages {
    pub(super) fn of(model: &Model, selected: &Selected) -> Self {
        let operations: Vec<_> =
            selected.operations.iter().filter_map(|id| operation_shape(model, id)).collect();
        let inputs = operations.iter().flat_map(|(_, operation)| &operation.input);
        let outputs = operations
            .iter()
            .flat_map(|(_, operation)| operation.output.iter().chain(errors(model, operation)));
        let members = |reference: &'_ Reference| -> Vec<ShapeId> {
            let shape = model.shape(&reference.id).filter(|shape| !shape.traits.has(id::ERROR));
            shape.map_or_else(
                || vec![reference.id.clone()],
                |shape| shape.members.values().map(|member| member.target.id.clone()).collect(),
            )
        };
        let inputs: Vec<_> = inputs.flat_map(members).collect();
        let outputs: Vec<_> = outputs.flat_map(members).collect();
        Self { inputs: Closure::of(model, &inputs), outputs: Closure::of(model, &outputs) }
    }

    /// Returns the messages that hold a shape.
    pub(super) fn of_shape(&self, id: &ShapeId) -> Usage {
        Usage { input: self.inputs.contains(id), output: self.outputs.contains(id) }
    }
}
