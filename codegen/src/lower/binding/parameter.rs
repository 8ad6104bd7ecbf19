//! Endpoint parameters of operations, from three traits.

use super::goal::Goal;
use super::path::{Paths, Position};
use crate::diagnostic::Diagnostic;
use crate::lower::endpoint::{PathStep, parameter_value, path_steps};
use crate::lower::jmespath;
use crate::lower::lowered_operation::LoweredOperation;
use crate::lower::lowering::Lowering;
use crate::model::Shape;
use crate::model::traits::id;
use crate::plan::Binding;
use crate::plan::endpoint::{EndpointPlan, Parameter};
use crate::source::{Location, Node};

impl Lowering<'_> {
    /// Lowers the endpoint parameters that an operation sets; a later one overrides an earlier one.
    pub(in crate::lower) fn bindings(
        &mut self,
        operation: LoweredOperation<'_>,
        endpoint: &EndpointPlan,
    ) -> Vec<Binding> {
        let has_rules = |service: &Shape| {
            [id::ENDPOINT_RULE_SET, id::ENDPOINT_BDD].iter().any(|id| service.traits.has(id))
        };
        if !self.model.service().is_some_and(|(service, _)| has_rules(service)) {
            return Vec::new();
        }
        let paths = Paths { model: self.model, types: operation.types };
        let input = operation.input_shape.map(|shape| Position::of_input(shape, operation.input));
        let parts = [
            operation_context_params(operation.shape, paths, input, endpoint),
            context_params(paths, input, endpoint),
            static_context_params(operation.shape, endpoint),
        ];
        parts.into_iter().filter_map(|part| self.report(part)).flatten().collect()
    }
}

/// Lowers `smithy.rules#contextParam` of the members of the input.
fn context_params(
    paths: Paths<'_>,
    input: Option<Position<'_>>,
    endpoint: &EndpointPlan,
) -> Result<Vec<Binding>, Diagnostic> {
    let Some(input) = input else { return Ok(Vec::new()) };
    let mut bindings = Vec::new();
    for member in input.shape.members.values() {
        let Some(trait_value) = member.traits.get(id::CONTEXT_PARAM) else { continue };
        let node = trait_value.node().required("name")?;
        let parameter = parameter(endpoint, node.text()?, &node.location)?;
        let goal =
            Goal { parameter, path: &member.id.name, location: &member.location, is_collecting: false };
        let visits = paths.visit(&[PathStep::Member(member.id.name.clone())], input, &goal)?;
        bindings.extend(visits.into_iter().map(Binding::Input));
    }
    Ok(bindings)
}

/// Lowers `smithy.rules#operationContextParams`.
fn operation_context_params(
    shape: &Shape,
    paths: Paths<'_>,
    input: Option<Position<'_>>,
    endpoint: &EndpointPlan,
) -> Result<Vec<Binding>, Diagnostic> {
    let mut bindings = Vec::new();
    for (name, node) in context(shape, id::OPERATION_CONTEXT_PARAMS)? {
        let parameter = parameter(endpoint, name, &node.location)?;
        let path = node.required("path")?;
        let steps = steps(&path)?;
        let goal = Goal { parameter, path: path.text()?, location: &path.location, is_collecting: false };
        let input = input.ok_or_else(|| {
            Diagnostic::error(format!("`{}` has no input to take `{name}` from", shape.id))
                .at(&path.location)
                .with_help("remove the path, or give the operation an input")
        })?;
        let visits = paths.visit(&steps, input, &goal)?;
        bindings.extend(visits.into_iter().map(Binding::Input));
    }
    Ok(bindings)
}

/// Lowers `smithy.rules#staticContextParams`.
fn static_context_params(shape: &Shape, endpoint: &EndpointPlan) -> Result<Vec<Binding>, Diagnostic> {
    let mut bindings = Vec::new();
    for (name, node) in context(shape, id::STATIC_CONTEXT_PARAMS)? {
        let parameter = parameter(endpoint, name, &node.location)?;
        let node = node.required("value")?;
        let value = parameter_value(node.value, parameter.ty).ok_or_else(|| {
            let expected = parameter.ty.description();
            Diagnostic::error(format!("the endpoint parameter `{name}` must be {expected}"))
                .at(&node.location)
                .with_help("give it a value of that type")
        })?;
        bindings.push(Binding::Fixed { parameter: parameter.field.clone(), value });
    }
    Ok(bindings)
}

/// Returns the entries of a trait of the operation, in the order of their names.
fn context<'a>(shape: &'a Shape, id: &str) -> Result<Vec<(&'a str, Node<'a>)>, Diagnostic> {
    let Some(trait_value) = shape.traits.get(id) else { return Ok(Vec::new()) };
    let mut entries = trait_value.node().entries()?;
    entries.sort_by_key(|(name, _)| *name);
    Ok(entries)
}

fn parameter<'e>(
    endpoint: &'e EndpointPlan,
    name: &str,
    location: &Location,
) -> Result<&'e Parameter, Diagnostic> {
    endpoint.parameter(name).ok_or_else(|| {
        let known = endpoint.parameters.iter().map(|parameter| parameter.rules_name.as_str());
        Diagnostic::error(format!("the endpoint rules have no parameter `{name}`")).at(location).suggest(
            name,
            known,
            "add it to the rules, or remove it here",
        )
    })
}

/// Parses a path.
fn steps(path: &Node<'_>) -> Result<Vec<PathStep>, Diagnostic> {
    let fault = |message: String| {
        Diagnostic::error(message)
            .at(&path.location)
            .with_help("a path is made of members, `[*]`, `.*`, `[first, second][]` and `keys(...)`")
    };
    let (text, value) = (path.text()?, path.value);
    let expression = jmespath::parse(text)
        .map_err(|cause| fault(format!("the path {value} cannot be parsed: {cause}")))?;
    path_steps(&expression)
        .ok_or_else(|| fault(format!("the path {value} is not one that endpoint parameters can have")))
}
