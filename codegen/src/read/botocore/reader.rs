//! The shapes, operations and service of a botocore file.

use std::collections::BTreeMap;

use crate::source::json;
use indexmap::IndexMap;

use super::names::Names;
use super::wire::Wire;
use super::{operation, service, shape};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::id::ShapeId;
use crate::model::traits::id;
use crate::model::{Model, Reference, ServiceShape, Shape, ShapeKind, Traits};
use crate::source::Node;

/// The model so far.
pub(super) struct Reader {
    pub(super) names: Names,
    pub(super) model: Model,
    /// The traits of the service, which is added at the end.
    pub(super) service: Traits,
    operations: Vec<Reference>,
}

impl Reader {
    /// Reads the file of a service.
    pub(super) fn read(root: &Node<'_>) -> Result<Self, Diagnostics> {
        let (names, model, operations) = (Names::of(root)?, Model::default(), Vec::new());
        let wire = Wire::of(root)?;
        let mut reader = Self { names, model, service: Traits::default(), operations };
        reader.shapes(root, &wire)?;
        reader.operations(root, &wire)?;
        reader.mark_inputs_and_outputs();
        reader.service = service::traits(root)?;
        wire.add_to_service(&mut reader.service);
        operation::add_discovery(root, &reader.names, &mut reader.service)?;
        Ok(reader)
    }

    fn shapes(&mut self, root: &Node<'_>, wire: &Wire<'_>) -> Result<(), Diagnostics> {
        let mut diagnostics = Diagnostics::default();
        for (name, node) in root.required("shapes")?.entries()? {
            if let Some(shape) = diagnostics.report(shape::read(&self.names, wire, name, &node)) {
                self.add(shape);
            }
        }
        diagnostics.finish(())
    }

    fn operations(&mut self, root: &Node<'_>, wire: &Wire<'_>) -> Result<(), Diagnostics> {
        let mut diagnostics = Diagnostics::default();
        for (name, node) in root.required("operations")?.entries()? {
            if let Some(shape) = diagnostics.report(operation::read(&self.names, wire, name, &node)) {
                self.operations.push(Reference { id: shape.id.clone(), location: node.location });
                self.add(shape);
            }
        }
        diagnostics.finish(())
    }

    fn add(&mut self, shape: Shape) {
        self.model.shapes.insert(shape.id.clone(), shape);
    }

    /// Marks inputs and outputs, which botocore does not: structures that are used once, as the input or the output of an
    /// operation.
    fn mark_inputs_and_outputs(&mut self) {
        let mut uses: BTreeMap<ShapeId, Vec<Use>> = BTreeMap::new();
        for shape in self.model.shapes.values() {
            for member in shape.members.values() {
                uses.entry(member.target.id.clone()).or_default().push(Use::Other);
            }
            if let ShapeKind::Operation(operation) = &shape.kind {
                let input = operation.input.iter().map(|input| (input, Use::Input));
                let output = operation.output.iter().map(|output| (output, Use::Output));
                let errors = operation.errors.iter().map(|error| (error, Use::Other));
                for (reference, role) in input.chain(output).chain(errors) {
                    uses.entry(reference.id.clone()).or_default().push(role);
                }
            }
        }
        for (id, roles) in uses {
            let [role @ (Use::Input | Use::Output)] = roles[..] else { continue };
            let Some(shape) = self.model.shapes.get_mut(&id) else { continue };
            let annotation = if role == Use::Input { id::INPUT } else { id::OUTPUT };
            shape.traits.insert(annotation, json!({}), shape.location.clone());
        }
    }

    /// Adds the service, and returns the model.
    pub(super) fn finish(mut self, root: &Node<'_>) -> Result<Model, Diagnostic> {
        let id = service::id(self.names.namespace(), root)?;
        let version = root.required("metadata")?.required("apiVersion")?.text()?.to_owned();
        self.operations.sort_by(|left, right| left.id.cmp(&right.id));
        let kind = ShapeKind::Service(ServiceShape {
            version,
            operations: std::mem::take(&mut self.operations),
            ..ServiceShape::default()
        });
        let location = root.location.child("metadata");
        let traits = std::mem::take(&mut self.service);
        self.add(Shape { id, kind, members: IndexMap::new(), traits, location });
        Ok(self.model)
    }
}

/// The use of a structure.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Use {
    Input,
    Output,
    Other,
}
