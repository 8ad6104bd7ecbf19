//! Codes by which responses name errors.

use std::collections::{BTreeMap, BTreeSet};

use super::lowering::Lowering;
use super::reach::{errors, operation_shape};
use crate::diagnostic::Diagnostic;
use crate::id::ShapeId;
use crate::model::traits::id;
use crate::model::{Model, OperationShape, Shape};
use crate::pass::Selected;
use crate::plan::{ErrorVariant, Protocol};

/// The codes that responses have for an error.
#[derive(Clone, Copy)]
enum Codes {
    /// The name of its shape.
    Name,
    /// Its code in AWS Query.
    Query,
    /// Both, because the protocol has succeeded AWS Query.
    Both,
}

impl Codes {
    fn of(self, shape: &Shape) -> BTreeSet<&str> {
        let (name, query) = (shape.id.name(), query_code(shape));
        match self {
            Self::Name => [name].into(),
            Self::Query => [query].into(),
            Self::Both => [name, query].into(),
        }
    }
}

impl Lowering<'_> {
    /// Checks that responses of each operation name its errors differently.
    pub(super) fn check_error_codes(&mut self, selected: &Selected) {
        let model = self.model;
        let operations = selected.operations.iter().filter_map(|id| operation_shape(model, id));
        let codes = self.codes();
        let mut clashes: BTreeMap<(&ShapeId, &ShapeId), Diagnostic> = BTreeMap::new();
        for (_, operation) in operations {
            let mut taken: BTreeMap<&str, &Shape> = BTreeMap::new();
            for shape in error_shapes(model, operation) {
                for code in codes.of(shape) {
                    if let Some(other) = taken.insert(code, shape) {
                        clashes.entry((&other.id, &shape.id)).or_insert_with(|| clash(other, shape, code));
                    }
                }
            }
        }
        self.diagnostics.extend(clashes.into_values());
    }

    /// Lowers the errors of an operation.
    pub(super) fn error_variants(&self, operation: &OperationShape) -> Vec<ErrorVariant> {
        let (shapes, codes) = (error_shapes(self.model, operation), self.codes());
        let own = shapes.iter().flat_map(|shape| codes.of(shape));
        let mut taken: BTreeSet<String> = own.map(str::to_owned).collect();
        let variant = |shape: &Shape| {
            let mut own = codes.of(shape);
            let codes = [shape.id.name(), query_code(shape)].map(str::to_owned).into_iter();
            let codes = codes.filter(|code| own.remove(code.as_str()) || taken.insert(code.clone()));
            self.error_variant(shape, codes.collect())
        };
        shapes.into_iter().map(variant).collect()
    }

    fn codes(&self) -> Codes {
        let service = self.model.service();
        match self.protocol {
            Protocol::AwsQuery => Codes::Query,
            _ if service.is_some_and(|(service, _)| service.traits.has(id::QUERY_COMPATIBLE)) => Codes::Both,
            _ => Codes::Name,
        }
    }
}

/// Returns the errors of an operation in the order of their ids.
fn error_shapes<'m>(model: &'m Model, operation: &'m OperationShape) -> Vec<&'m Shape> {
    let shapes = errors(model, operation).map(|error| model.target(error));
    let shapes: BTreeMap<&ShapeId, &Shape> = shapes.map(|shape| (&shape.id, shape)).collect();
    shapes.into_values().collect()
}

/// Returns the code that AWS Query has for an error.
pub(super) fn query_code(shape: &Shape) -> &str {
    shape.traits.property(id::QUERY_ERROR, "code").unwrap_or(shape.id.name())
}

fn clash(first: &Shape, second: &Shape, code: &str) -> Diagnostic {
    let (what, help) = if first.id.name() == second.id.name() {
        (
            "name".to_owned(),
            "rename the shape of one of them; `rename` of the service does not change responses",
        )
    } else {
        (format!("code `{code}`"), "give one of them another code: `aws.protocols#awsQueryError`")
    };
    Diagnostic::error(format!(
        "`{}` and `{}` have the same {what}, which responses use to identify errors",
        first.id, second.id,
    ))
    .at(&second.location)
    .with_help(help)
}
