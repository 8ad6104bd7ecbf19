//! Shape ids of botocore's names.

use std::collections::BTreeMap;

use super::service;
use crate::diagnostic::Diagnostic;
use crate::id::ShapeId;
use crate::model::Reference;
use crate::source::Node;

/// The namespace, and the names that must change.
pub(super) struct Names {
    namespace: String,
    /// New names of shapes that have the name of an operation, which Smithy does not allow. They get the suffix `Shape`.
    renamed: BTreeMap<String, String>,
}

impl Names {
    pub(super) fn of(root: &Node<'_>) -> Result<Self, Diagnostic> {
        let (operations, shapes) = (root.required("operations")?, root.required("shapes")?);
        let taken = |name: &str| operations.value.get(name).is_some();
        let clashing = shapes.entries()?.into_iter().map(|(name, _)| name).filter(|name| taken(name));
        let free = |name: &str| {
            let mut name = format!("{name}Shape");
            while taken(&name) || shapes.value.get(&name).is_some() {
                name.push_str("Shape");
            }
            name
        };
        let renamed = clashing.map(|name| (name.to_owned(), free(name))).collect();
        Ok(Self { namespace: service::namespace(root)?, renamed })
    }

    pub(super) fn namespace(&self) -> &str {
        &self.namespace
    }

    /// Returns the id of an operation.
    pub(super) fn operation(&self, name: &str, node: &Node<'_>) -> Result<ShapeId, Diagnostic> {
        ShapeId::parse(&format!("{}#{name}", self.namespace)).ok_or_else(|| {
            Diagnostic::error(format!("`{name}` is not a valid name of a shape"))
                .at(&node.location)
                .with_help("a name consists of ASCII letters, digits and underscores, and does not start with a digit")
        })
    }

    /// Returns the id of a shape.
    pub(super) fn shape(&self, name: &str, node: &Node<'_>) -> Result<ShapeId, Diagnostic> {
        self.operation(self.renamed.get(name).map_or(name, String::as_str), node)
    }

    /// Reads `{"shape": "Name"}`.
    pub(super) fn reference(&self, node: &Node<'_>) -> Result<Reference, Diagnostic> {
        let shape = node.required("shape")?;
        Ok(Reference { id: self.shape(shape.text()?, &shape)?, location: shape.location })
    }
}
