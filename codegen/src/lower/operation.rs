//! Operations, with their inputs, outputs and errors.

use std::collections::BTreeMap;

use super::customization;
use super::data_types::DataTypes;
use super::documentation::{deprecation, documentation, summary};
use super::http_binding::Direction;
use super::lowered_operation::LoweredOperation;
use super::lowering::Lowering;
use super::naming::{message_name, operation_name};
use super::reach::operation_shape;
use super::schema_trait;
use super::structure::{builder, retryable};
use crate::diagnostic::Diagnostic;
use crate::doc;
use crate::id::ShapeId;
use crate::model::traits::id;
use crate::model::{Reference, Shape};
use crate::name;
use crate::pass::Selected;
use crate::plan::endpoint::EndpointPlan;
use crate::plan::{
    ErrorVariant, FieldPlan, OperationPlan, RustPath, SchemaTrait, StructPlan, StructRole, Usage,
};

impl Lowering<'_> {
    /// Checks that no two operations become the same module.
    pub(super) fn check_operations(&mut self, selected: &Selected) {
        let mut taken: BTreeMap<String, &Shape> = BTreeMap::new();
        for id in &selected.operations {
            let Some(shape) = self.model.shapes.get(id) else { continue };
            let name = operation_name(shape);
            let Some(other) = taken.insert(name::operation(&name), shape) else { continue };
            let rust_name = [shape, other].into_iter().find_map(|it| it.traits.get(id::RUST_NAME));
            self.diagnostics.push(
                Diagnostic::error(format!(
                    "`{}` and `{id}` would both become the Rust operation `{name}`",
                    other.id
                ))
                .at(rust_name.map_or(&shape.location, |rust_name| &rust_name.location))
                .with_help(format!(
                    "select one of the two, or give one another name with an overlay: `{}`",
                    id::RUST_NAME
                )),
            );
        }
    }

    /// Lowers an operation. The parts that follow paths into its input, output and `types` are skipped without `types`, or if
    /// the operation has an error.
    pub(super) fn lower_operation(
        &mut self,
        id: &ShapeId,
        endpoint: &EndpointPlan,
        types: Option<&DataTypes>,
    ) -> Option<OperationPlan> {
        let (shape, operation) = operation_shape(self.model, id)?;
        let (name, messages) = (operation_name(shape), message_name(shape));
        let module = name::operation(&name);
        let path = format!("crate::operation::{module}");
        let earlier = self.diagnostics.list.len();
        let model = self.model;
        let target = |reference: &Option<Reference>| reference.as_ref().map(|it| model.target(it));
        let (input_shape, output_shape) = (target(&operation.input), target(&operation.output));
        self.check_http(shape, input_shape, output_shape);
        for (message, direction) in [(input_shape, Direction::Request), (output_shape, Direction::Response)] {
            message.into_iter().for_each(|message| self.check_message(message, direction));
        }
        let input = self.input_or_output(shape, input_shape, &path, StructRole::Input);
        let output = self.input_or_output(shape, output_shape, &path, StructRole::Output);
        let errors = self.error_variants(operation);
        let features = self.features(shape, input_shape, &input, endpoint)?;
        let mut customization = customization::of_operation(model, shape, input_shape, &input);
        let types = types.filter(|_| self.diagnostics.list.len() == earlier);
        let lowered = types.map(|types| LoweredOperation {
            shape,
            name: &messages,
            input_shape,
            input: &input,
            output: &output,
            errors: &errors,
            types,
        });
        customization.url_encoding =
            types.and_then(|types| customization::url_encoding(model, shape, &input, &output, types));
        customization.session =
            types.and_then(|types| customization::session(model, shape, &input, &output, types));
        let fallback = || format!("The operation `{}`.", id.name());
        let doc = documentation(&shape.traits, fallback);
        Some(OperationPlan {
            wire_name: id.name().to_owned(),
            summary: summary(&doc, fallback).replace('\n', " "),
            is_documented: doc != fallback() && !doc::summary(&doc).is_empty(),
            doc,
            deprecated: deprecation(&shape.traits),
            error: RustPath::new(&path, &format!("{name}Error")),
            schema: RustPath::new(&path, "OPERATION_SCHEMA"),
            fluent_builder: RustPath::new(&format!("{path}::builders"), &format!("{name}FluentBuilder")),
            bindings: lowered.map(|it| self.bindings(it, endpoint)).unwrap_or_default(),
            paginator: lowered.and_then(|it| self.paginator(it)),
            waiters: lowered.map(|it| self.waiters(it)).unwrap_or_default(),
            examples: lowered.map(|it| self.examples(it)).unwrap_or_default(),
            has_input: input.id != ShapeId::unit(),
            path: RustPath::new(&path, &name),
            id: id.clone(),
            input,
            output,
            errors,
            customization,
            request_features: features,
            module,
            name,
        })
    }

    /// Lowers a variant of an error enum.
    pub(super) fn error_variant(&self, shape: &Shape, codes: Vec<String>) -> ErrorVariant {
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

    /// Lowers the members of an input or output. Headers without a prefix are first, so that headers with a name replace them.
    fn message_fields(&mut self, shape: &Shape, role: &StructRole) -> Vec<FieldPlan> {
        let mut fields = self.fields(shape, role);
        let unprefixed = SchemaTrait::HttpPrefixHeaders(String::new());
        fields.sort_by_key(|field| !field.schema.traits.contains(&unprefixed));
        fields
    }

    /// Lowers the input or output of an operation, under the name of the operation.
    fn input_or_output(
        &mut self,
        operation: &Shape,
        shape: Option<&Shape>,
        module: &str,
        role: StructRole,
    ) -> StructPlan {
        let (suffix, schema_traits) = match role {
            StructRole::Input => ("Input", schema_trait::input(self.protocol, &operation.traits, shape)),
            _ => ("Output", schema_trait::output(self.protocol, &operation.traits)),
        };
        let file = suffix.to_lowercase();
        let path = RustPath::new(module, &format!("{}{suffix}", message_name(operation)));
        let fallback = || format!("{suffix} of `{}`.", operation.id.name());
        let traits = shape.map(|shape| shape.traits.clone()).unwrap_or_default();
        StructPlan {
            builder: builder(&path),
            schema: RustPath::new(&format!("{module}::{file}"), &format!("{}_SCHEMA", suffix.to_uppercase())),
            schema_traits,
            module: file,
            id: shape.map_or_else(ShapeId::unit, |shape| shape.id.clone()),
            doc: documentation(&traits, fallback),
            deprecated: deprecation(&traits),
            fields: shape.map(|shape| self.message_fields(shape, &role)).unwrap_or_default(),
            derives: self.derives(shape, &role, &path.name),
            usage: Usage { input: role == StructRole::Input, output: role == StructRole::Output },
            path,
            has_extended_request_id: role == StructRole::Output
                && customization::of_service(self.model).has_extended_request_id,
            role,
        }
    }
}

/// Returns the first sentence of an error's documentation, or its name if that begins with code or a table.
fn error_summary(shape: &Shape) -> String {
    let fallback = || format!("The error `{}`.", shape.id.name());
    summary(&documentation(&shape.traits, fallback), fallback)
}
