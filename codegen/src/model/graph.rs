//! All shapes of a model, by id.

use std::collections::BTreeMap;

use super::prelude;
use super::shape::{OperationShape, Reference, ServiceShape, Shape, ShapeKind};
use crate::diagnostic::Diagnostic;
use crate::id::ShapeId;
use crate::source::Location;

/// All shapes of a model, by id.
#[derive(Clone, Debug, Default)]
pub struct Model {
    /// The shapes, without those of the Smithy prelude.
    pub shapes: BTreeMap<ShapeId, Shape>,
    /// Warnings from reading the model and its overlays.
    pub warnings: Vec<Diagnostic>,
}

impl Model {
    /// Returns a shape of the model or of the prelude.
    #[must_use]
    pub fn shape(&self, id: &ShapeId) -> Option<&Shape> {
        self.shapes.get(id).or_else(|| prelude::shape(id))
    }

    /// Returns the target of a reference.
    ///
    /// # Panics
    ///
    /// Panics if the model lacks the target, which `pass::validate` checks.
    #[must_use]
    pub fn target(&self, reference: &Reference) -> &Shape {
        self.shape(&reference.id).expect("`pass::validate` has checked every reference")
    }

    /// Returns the service.
    #[must_use]
    pub fn service(&self) -> Option<(&Shape, &ServiceShape)> {
        self.shapes.values().find_map(|shape| match &shape.kind {
            ShapeKind::Service(service) => Some((shape, service)),
            _ => None,
        })
    }

    /// Returns the id of the service, which all versions of its model share: `Direct Connect`.
    #[must_use]
    pub fn sdk_id(&self) -> Option<&str> {
        self.service().map(|(shape, _)| shape.sdk_id())
    }

    /// Returns the service, or a diagnostic if there is none.
    pub fn required_service(&self) -> Result<(&Shape, &ServiceShape), Diagnostic> {
        self.service().ok_or_else(|| {
            let diagnostic = Diagnostic::error("the model does not define a service")
                .with_help("a model must have exactly one shape of type `service`; use a file that has one");
            match self.shapes.values().next() {
                Some(shape) => diagnostic.at(&Location::root(shape.location.source())),
                None => diagnostic,
            }
        })
    }

    /// Returns the operations of the service and of its resources, by name.
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
