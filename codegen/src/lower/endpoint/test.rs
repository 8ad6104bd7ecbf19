//! Tests of `smithy.rules#endpointTests`. Source: Smithy 2.0 specification, "Endpoint tests".

use super::scope::Scope;
use super::{outcome, parameter};
use crate::diagnostic::Diagnostic;
use crate::plan::endpoint::{EndpointTest, ExpectedOutcome, Parameter, ParameterValue};
use crate::source::{Node, Value};

/// The tests of a model.
pub(super) struct Cases {
    pub(super) cases: Vec<EndpointTest>,
    /// Tests that cannot be expressed: their descriptions, and warnings with the causes.
    pub(super) left_out: Vec<(String, Diagnostic)>,
}

/// Reads the tests of a model.
pub(super) fn read(node: &Node<'_>, parameters: &[Parameter]) -> Result<Cases, Diagnostic> {
    let mut read = Cases { cases: Vec::new(), left_out: Vec::new() };
    let cases = node.get("testCases").map(|list| list.elements()).transpose()?.unwrap_or_default();
    for (index, node) in cases.iter().enumerate() {
        match case(index + 1, node, parameters) {
            Ok(case) => read.cases.push(case),
            Err(cause) => read.left_out.push(left_out(index + 1, node, &cause)),
        }
    }
    Ok(read)
}

fn description<'a>(node: &Node<'a>) -> &'a str {
    node.value.get("documentation").and_then(Value::as_str).unwrap_or_default()
}

fn left_out(number: usize, node: &Node<'_>, cause: &Diagnostic) -> (String, Diagnostic) {
    let label = format!("case {number}, {:?}: {}", description(node), cause.message);
    let warning = Diagnostic::warning(format!("the endpoint test {number} is left out: {}", cause.message));
    let mut warning = warning.at(&node.location);
    if cause.position.is_some() {
        warning.position.clone_from(&cause.position);
    }
    (label, warning.with_help("fix the test; the rest of the crate does not depend on it"))
}

fn case(number: usize, node: &Node<'_>, parameters: &[Parameter]) -> Result<EndpointTest, Diagnostic> {
    let expected = expected(&node.required("expect")?)?;
    let params = node.get("params").map(|params| params.entries()).transpose()?.unwrap_or_default();
    let mut values = Vec::new();
    for (name, value) in params {
        values.push(self::value(name, &value, parameters)?);
    }
    values.sort_by(|(left, _), (right, _)| left.cmp(right));
    Ok(EndpointTest {
        number,
        description: description(node).to_owned(),
        expected_failure: expected_failure(node.value, &expected, parameters),
        parameters: values,
        expected,
    })
}

fn value(
    name: &str,
    node: &Node<'_>,
    parameters: &[Parameter],
) -> Result<(String, ParameterValue), Diagnostic> {
    let parameter = parameters.iter().find(|parameter| parameter.rules_name == name).ok_or_else(|| {
        Diagnostic::error(format!("the endpoint rules have no parameter `{name}`")).at(&node.location)
    })?;
    let value = parameter::parameter_value(node.value, parameter.ty).ok_or_else(|| {
        Diagnostic::error(format!("the endpoint parameter `{name}` must be {}", parameter.ty.description()))
            .at(&node.location)
    })?;
    Ok((parameter.field.clone(), value))
}

fn expected(node: &Node<'_>) -> Result<ExpectedOutcome, Diagnostic> {
    if let Some(error) = node.get("error") {
        return Ok(ExpectedOutcome::Error(error.text()?.to_owned()));
    }
    let endpoint = node.required("endpoint")?;
    // Braces are literal here, not references.
    let escaped = escaped(endpoint.value);
    let literal = Node::new(&escaped, endpoint.location.clone());
    outcome::read(&literal, &mut Scope::new(&[])).map(ExpectedOutcome::Endpoint)
}

/// Returns the value with doubled braces, which templates read as single ones.
fn escaped(value: &Value) -> Value {
    match value {
        Value::String(text) => Value::String(text.replace('{', "{{").replace('}', "}}")),
        Value::Array(list) => list.iter().map(escaped).collect(),
        Value::Object(entries) => entries.iter().map(|(key, value)| (key.clone(), escaped(value))).collect(),
        other => other.clone(),
    }
}

/// Returns the reason if a test is expected to fail.
fn expected_failure(
    case: &Value,
    expected: &ExpectedOutcome,
    parameters: &[Parameter],
) -> Option<&'static str> {
    let parameter = parameters.iter().find(|parameter| parameter.is_region)?;
    let region = case["params"][&*parameter.rules_name].as_str()?;
    let ExpectedOutcome::Error(message) = expected else { return None };
    let is_label = |label: &str| {
        let is_inside = |char: char| char.is_ascii_alphanumeric() || char == '-';
        (1..=63).contains(&label.len()) && label.chars().all(is_inside) && !label.starts_with('-')
    };
    if !region.split('.').all(is_label) {
        return Some("The parameters are refused before the rules: the region is not a host label.");
    }
    let isolated =
        ["us-iso-", "us-isob-", "us-isof-", "eu-isoe-"].iter().any(|prefix| region.starts_with(prefix));
    let dual_stack = case["params"]["UseDualStack"] == Value::Bool(true);
    (isolated && message.contains("DualStack") && dual_stack)
        .then_some("The partition table is newer than this case: the partition has dual-stack endpoints now.")
}
