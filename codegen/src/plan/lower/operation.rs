//! Operations, their messages and the errors that they answer with.

use std::collections::{BTreeMap, BTreeSet};

use super::structure::retryable;
use super::{Lowering, parts};
use crate::diagnostic::Diagnostic;
use crate::doc;
use crate::id::ShapeId;
use crate::model::traits::id;
use crate::model::{OperationShape, Shape};
use crate::name;
use crate::pass::Selected;
use crate::plan::documentation::{deprecation, documentation};
use crate::plan::item::{StructPlan, StructRole, Travel};
use crate::plan::reach::{errors, operation_shape};
use crate::plan::{EndpointPlan, ErrorVariant, OperationPlan, RustPath, behavior};

impl Lowering<'_> {
    /// Two operations must not become the same module.
    pub(super) fn check_operations(&mut self, selected: &Selected) {
        let mut taken: BTreeMap<String, &Shape> = BTreeMap::new();
        for id in &selected.operations {
            let Some(shape) = self.model.shapes.get(id) else { continue };
            let name = rust_name(shape);
            let Some(other) = taken.insert(name::operation(&name), shape) else { continue };
            let given = [shape, other].into_iter().find_map(|it| it.traits.get(id::RUST_NAME));
            self.findings.push(
                Diagnostic::error(format!(
                    "`{}` and `{id}` would both become the Rust operation `{name}`",
                    other.id
                ))
                .at(given.map_or(&shape.place, |given| &given.place))
                .with_help(format!(
                    "select one of the two, or give one another name with an overlay: `{}`",
                    id::RUST_NAME
                )),
            );
        }
    }

    pub(super) fn operation(&mut self, id: &ShapeId, endpoint: &EndpointPlan) -> Option<OperationPlan> {
        let (shape, operation) = operation_shape(self.model, id)?;
        let name = rust_name(shape);
        let module = name::operation(&name);
        let path = format!("crate::operation::{module}");
        let input = operation.input.as_ref().map(|input| self.model.target(input));
        let output = operation.output.as_ref().map(|output| self.model.target(output));
        let mut input_plan = self.message(shape, input, &path, StructRole::Input);
        let behavior = match behavior::lower(self.model, shape, input, &mut input_plan) {
            Ok(behavior) => behavior,
            Err(finding) => {
                self.findings.push(finding);
                return None;
            }
        };
        Some(OperationPlan {
            wire_name: id.name().to_owned(),
            doc: documentation(&shape.traits, || crate::plan::filler(id.name())),
            deprecated: deprecation(&shape.traits),
            has_input: input_plan.id != parts(&ShapeId::unit()),
            input: input_plan,
            behavior,
            output: self.message(shape, output, &path, StructRole::Output),
            errors: self.error_variants(operation),
            bindings: self.bindings(shape, input, endpoint),
            // These walk along the fields of structures, which are lowered later.
            paginator: None,
            waiters: Vec::new(),
            examples: Vec::new(),
            id: parts(id),
            module,
            name,
        })
    }

    fn error_variants(&self, operation: &OperationShape) -> Vec<ErrorVariant> {
        let mut shapes: Vec<&Shape> =
            errors(self.model, operation).map(|error| self.model.target(error)).collect();
        shapes.sort_by(|left, right| left.id.cmp(&right.id));
        shapes.dedup_by(|left, right| left.id == right.id);
        let mut taken: BTreeSet<&str> = shapes.iter().map(|shape| shape.id.name()).collect();
        let mut variants = Vec::new();
        for &shape in &shapes {
            let query = shape.traits.property(id::QUERY_ERROR, "code");
            let other = query.filter(|code| taken.insert(code));
            let codes = std::iter::once(shape.id.name()).chain(other).map(str::to_owned).collect();
            variants.push(self.error_variant(shape, codes));
        }
        variants
    }

    fn error_variant(&self, shape: &Shape, codes: Vec<String>) -> ErrorVariant {
        let path = self.names.path(&shape.id);
        ErrorVariant {
            schema: self.names.schema(&shape.id),
            codes,
            stem: name::snake(&path.name),
            doc: error_summary(shape),
            retryable: retryable(&shape.traits),
            path,
        }
    }

    /// The input or output of an operation, under the name of the operation.
    fn message(
        &mut self,
        operation: &Shape,
        shape: Option<&Shape>,
        module: &str,
        role: StructRole,
    ) -> StructPlan {
        let suffix = if role == StructRole::Input { "Input" } else { "Output" };
        let path = RustPath::new(module, &format!("{}{suffix}", rust_name(operation)));
        let subject = if role == StructRole::Input { "sends" } else { "answers" };
        let fallback = || format!("What `{}` {subject}.", operation.id.name());
        let none = ShapeId::unit();
        let traits = shape.map(|shape| shape.traits.clone()).unwrap_or_default();
        StructPlan {
            builder: format!("{}Builder", path.name),
            module: suffix.to_lowercase(),
            schema: suffix.to_uppercase(),
            id: parts(shape.map_or(&none, |shape| &shape.id)),
            doc: documentation(&traits, fallback),
            deprecated: deprecation(&traits),
            fields: shape.map(|shape| self.fields(shape)).unwrap_or_default(),
            derives: self.derives(shape, &role, &path.name),
            travel: Travel { sent: role == StructRole::Input, received: role == StructRole::Output },
            path,
            role,
        }
    }
}

/// The name of an operation, which its module, its messages and the client's method follow.
fn rust_name(operation: &Shape) -> String {
    let given = operation.traits.text(id::RUST_NAME).map(str::to_owned);
    given.unwrap_or_else(|| name::item(operation.id.name()))
}

/// The first sentence of an error's documentation, or its name where that begins with code or a table.
fn error_summary(shape: &Shape) -> String {
    let fallback = || format!("The error `{}`.", shape.id.name());
    match doc::summary(&documentation(&shape.traits, fallback)) {
        "" => fallback(),
        sentence => sentence.to_owned(),
    }
}
