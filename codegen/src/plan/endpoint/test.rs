//! The cases of `smithy.rules#endpointTests`. Source: Smithy 2.0 specification, "Endpoint tests".

use super::outcome::{self, EndpointOutcome};
use super::scope::Scope;
use super::{Parameter, ParameterValue};
use crate::diagnostic::Diagnostic;
use crate::read::node::Node;
use crate::source::Value;

/// A case for the rules.
#[derive(Clone, Debug)]
pub struct EndpointTest {
    /// Its place in the list, from one.
    pub number: usize,
    /// What the model says of it.
    pub description: String,
    /// The parameters that are given, by field.
    pub parameters: Vec<(String, ParameterValue)>,
    /// What the rules must lead to.
    pub expected: Expected,
    /// Why the rules now lead elsewhere, where the partition table is newer than the case.
    pub superseded: Option<&'static str>,
}

/// What a case expects.
#[derive(Clone, Debug)]
pub enum Expected {
    /// An endpoint; nothing in it depends on parameters.
    Endpoint(EndpointOutcome),
    /// An error with the message.
    Error(String),
}

/// The cases of a model.
pub(super) struct Cases {
    pub(super) cases: Vec<EndpointTest>,
    /// Those that cannot be expressed: what they are called, and why.
    pub(super) left_out: Vec<(String, Diagnostic)>,
}

/// Reads the cases of a model.
pub(super) fn read(node: &Node<'_>, parameters: &[Parameter]) -> Result<Cases, Diagnostic> {
    let mut read = Cases { cases: Vec::new(), left_out: Vec::new() };
    let given = node.get("testCases").map(|list| list.elements()).transpose()?.unwrap_or_default();
    for (index, node) in given.iter().enumerate() {
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
    let mut warning = warning.at(&node.place);
    if cause.place.is_some() {
        warning.place.clone_from(&cause.place);
    }
    (label, warning.with_help("mend the case; the rest of the crate does not depend on it"))
}

fn case(number: usize, node: &Node<'_>, parameters: &[Parameter]) -> Result<EndpointTest, Diagnostic> {
    let expected = expected(&node.required("expect")?)?;
    let given = node.get("params").map(|given| given.entries()).transpose()?.unwrap_or_default();
    let mut values = Vec::new();
    for (name, value) in given {
        values.push(self::value(name, &value, parameters)?);
    }
    values.sort_by(|(left, _), (right, _)| left.cmp(right));
    Ok(EndpointTest {
        number,
        description: description(node).to_owned(),
        superseded: superseded(node.value, &expected),
        parameters: values,
        expected,
    })
}

fn value(
    name: &str,
    node: &Node<'_>,
    parameters: &[Parameter],
) -> Result<(String, ParameterValue), Diagnostic> {
    let parameter = parameters.iter().find(|parameter| parameter.wire_name == name).ok_or_else(|| {
        Diagnostic::error(format!("the endpoint rules have no parameter `{name}`")).at(&node.place)
    })?;
    let value = ParameterValue::read(node.value, parameter.ty).ok_or_else(|| {
        Diagnostic::error(format!("the endpoint parameter `{name}` must be {}", parameter.ty.words()))
            .at(&node.place)
    })?;
    Ok((parameter.field.clone(), value))
}

fn expected(node: &Node<'_>) -> Result<Expected, Diagnostic> {
    if let Some(error) = node.get("error") {
        return Ok(Expected::Error(error.text()?.to_owned()));
    }
    let endpoint = node.required("endpoint")?;
    // Nothing is a reference here: a brace is a brace.
    let escaped = escaped(endpoint.value);
    let literal = Node::new(&escaped, endpoint.place.clone());
    outcome::read(&literal, &mut Scope::new(&[])).map(Expected::Endpoint)
}

/// The value with doubled braces, which templates read as single ones.
fn escaped(value: &Value) -> Value {
    match value {
        Value::String(text) => Value::String(text.replace('{', "{{").replace('}', "}}")),
        Value::Array(list) => list.iter().map(escaped).collect(),
        Value::Object(entries) => entries.iter().map(|(key, value)| (key.clone(), escaped(value))).collect(),
        other => other.clone(),
    }
}

/// Cases older than the partition table say that the isolated partitions have no dual-stack endpoints.
fn superseded(case: &Value, expected: &Expected) -> Option<&'static str> {
    let region = case["params"]["Region"].as_str()?;
    let isolated =
        ["us-iso-", "us-isob-", "us-isof-", "eu-isoe-"].iter().any(|prefix| region.starts_with(prefix));
    let refused = matches!(expected, Expected::Error(message) if message.contains("DualStack"));
    let dual_stack = case["params"]["UseDualStack"] == Value::Bool(true);
    (isolated && refused && dual_stack)
        .then_some("The partition table is newer than this case: the partition has dual-stack endpoints now.")
}
