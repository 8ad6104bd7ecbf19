//! All shapes of a model, by id.

use std::collections::BTreeMap;

use super::prelude;
use super::shape::{OperationShape, Reference, ServiceShape, Shape, ShapeKind};
use crate::diagnostic::Diagnostic;
use crate::id::ShapeId;

/// All shapes of a model, by id.
#[derive(Clone, Debug, Default)]
pub struct Model {
    /// The shapes; those of the Smithy prelude are not among them.
    pub shapes: BTreeMap<ShapeId, Shape>,
    /// Warnings of the readers.
    pub warnings: Vec<Diagnostic>,
}

impl Model {
    /// A shape of the model or the prelude.
    #[must_use]
    pub fn shape(&self, id: &ShapeId) -> Option<&Shape> {
        self.shapes.get(id).or_else(|| prelude::shape(id))
    }

    /// The shape that a reference names. Only for models that have passed `pass::link`.
    ///
    /// # Panics
    ///
    /// If the model was not linked.
    #[must_use]
    pub fn target(&self, reference: &Reference) -> &Shape {
        self.shape(&reference.id).expect("`pass::link` has checked every reference")
    }

    /// The service.
    #[must_use]
    pub fn service(&self) -> Option<(&Shape, &ServiceShape)> {
        self.shapes.values().find_map(|shape| match &shape.kind {
            ShapeKind::Service(service) => Some((shape, service)),
            _ => None,
        })
    }

    /// The operations of the service, those of its resources included, by name.
    #[must_use]
    pub fn operations(&self) -> BTreeMap<&str, (&Shape, &OperationShape)> {
        let Some((_, service)) = self.service() else { return BTreeMap::new() };
        let mut references: Vec<&Reference> = service.operations.iter().collect();
        let mut resources: Vec<&Reference> = service.resources.iter().collect();
        let mut seen = std::collections::BTreeSet::new();
        while let Some(reference) = resources.pop() {
            if !seen.insert(&reference.id) {
                continue;
            }
            if let Some(Shape { kind: ShapeKind::Resource(resource), .. }) = self.shape(&reference.id) {
                references.extend(resource.all_operations());
                resources.extend(&resource.resources);
            }
        }
        references.into_iter().filter_map(|reference| self.operation(&reference.id)).collect()
    }

    fn operation(&self, id: &ShapeId) -> Option<(&str, (&Shape, &OperationShape))> {
        let shape = self.shapes.get(id)?;
        match &shape.kind {
            ShapeKind::Operation(operation) => Some((shape.id.name(), (shape, operation))),
            _ => None,
        }
    }
}
