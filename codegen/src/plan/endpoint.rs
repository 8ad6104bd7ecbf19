//! Endpoint rules, typed. Source: Smithy 2.0 specification, "Rules engine".

use std::collections::BTreeMap;

use serde_json::Value;

use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::doc;
use crate::model::Model;
use crate::model::traits::id;
use crate::name;
use crate::source::Place;

/// How endpoints are found.
#[derive(Clone, Debug, Default)]
pub struct EndpointPlan {
    /// What the rules ask for.
    pub parameters: Vec<Parameter>,
    /// The rules; the first that fits decides.
    pub rules: Vec<Rule>,
    /// Cases from the model.
    pub tests: Vec<EndpointTest>,
}

/// A parameter of the rules.
#[derive(Clone, Debug)]
pub struct Parameter {
    /// The name in the rules: `UseFIPS`.
    pub wire_name: String,
    /// The field: `use_fips`.
    pub field: String,
    /// Its type.
    pub ty: ParameterType,
    /// Where its value comes from: `AWS::Region`.
    pub built_in: Option<String>,
    /// Whether it must have a value.
    pub required: bool,
    /// Its value when none is given.
    pub default: Option<ParameterValue>,
    /// Documentation in Markdown.
    pub doc: String,
}

impl Parameter {
    /// Whether it is the region, which every endpoint is made of.
    #[must_use]
    pub fn is_region(&self) -> bool {
        self.built_in.as_deref() == Some("AWS::Region") && self.optional()
    }

    /// Whether it must be given: it is required and has no default.
    #[must_use]
    pub fn must_be_given(&self) -> bool {
        self.default.is_none() && self.required
    }

    /// Whether the field is an `Option`.
    #[must_use]
    pub fn optional(&self) -> bool {
        self.default.is_none() && !self.required
    }
}

/// The types of parameters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ParameterType {
    /// Text.
    Text,
    /// True or false.
    Flag,
}

/// The value of a parameter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ParameterValue {
    /// Text.
    Text(String),
    /// True or false.
    Flag(bool),
}

/// A rule.
#[derive(Clone, Debug)]
pub struct Rule {
    /// All of them must hold.
    pub conditions: Vec<Condition>,
    /// What follows then.
    pub outcome: Outcome,
}

/// A condition of a rule.
#[derive(Clone, Debug)]
pub enum Condition {
    /// `let Some(name) = value`
    Bind {
        /// The name of the variable.
        name: String,
        /// What it is bound to, an `Option`.
        value: Expression,
    },
    /// An expression that is true or false.
    Test(Expression),
}

/// What a rule leads to.
#[derive(Clone, Debug)]
pub enum Outcome {
    /// An endpoint with the URL.
    Endpoint(Expression),
    /// An error with the message.
    Error(Expression),
    /// Further rules, and an error when none of them fits.
    Rules(Vec<Rule>),
}

/// An expression, typed.
#[derive(Clone, Debug)]
pub enum Expression {
    /// Text that is known beforehand.
    Text(String),
    /// A field of the parameters.
    Parameter {
        /// The field.
        field: String,
        /// Its type.
        ty: ParameterType,
    },
    /// A variable that a condition has bound.
    Variable(String),
    /// A field of the partition in a variable.
    PartitionField {
        /// The variable.
        variable: String,
        /// The field.
        field: &'static str,
        /// Whether it is true or false.
        flag: bool,
    },
    /// Text with expressions in it.
    Format(Vec<Expression>),
    /// The partition of a region.
    Partition(Box<Expression>),
    /// Whether an optional parameter, by its field, has no value.
    IsNone(String),
    /// The contrary.
    Not(Box<Expression>),
    /// Whether two texts are the same.
    Equal(Box<Expression>, Box<Expression>),
}

/// A case for the rules.
#[derive(Clone, Debug)]
pub struct EndpointTest {
    /// What the model says of it.
    pub description: String,
    /// The parameters that are given, by field.
    pub parameters: Vec<(String, ParameterValue)>,
    /// The URL, or the error.
    pub expected: Result<String, String>,
    /// Why the rules now lead elsewhere, where the partition table is newer than the case.
    pub superseded: Option<&'static str>,
}

/// The fields of a partition: the name in the rules, the Rust name, whether it is a flag.
const PARTITION_FIELDS: [(&str, &str, bool); 6] = [
    ("name", "name", false),
    ("dnsSuffix", "dns_suffix", false),
    ("dualStackDnsSuffix", "dual_stack_dns_suffix", false),
    ("implicitGlobalRegion", "implicit_global_region", false),
    ("supportsFIPS", "supports_fips", true),
    ("supportsDualStack", "supports_dual_stack", true),
];

/// Types the rule set of the service, and its tests.
pub(super) fn lower(model: &Model) -> Result<EndpointPlan, Diagnostics> {
    let Some((service, _)) = model.service() else { return Ok(EndpointPlan::default()) };
    let Some(given) = service.traits.get(id::ENDPOINT_RULE_SET) else {
        return Err(Diagnostic::error("the service has no endpoint rules")
            .at(&service.place)
            .with_help(format!(
                "add the trait `{}`; other ways to find endpoints are not supported",
                id::ENDPOINT_RULE_SET
            ))
            .into());
    };
    let parameters = parameters(&given.value, &given.place)?;
    let mut scope = Scope { parameters: &parameters, variables: BTreeMap::new() };
    let rules = rules(&given.value, &given.place, &mut scope)?;
    let tests = service.traits.get(id::ENDPOINT_TESTS);
    let tests = tests.map(|tests| self::tests(&tests.value, &parameters)).unwrap_or_default();
    Ok(EndpointPlan { parameters, rules, tests })
}

fn parameters(rules: &Value, place: &Place) -> Result<Vec<Parameter>, Diagnostic> {
    let Some(given) = rules.get("parameters").and_then(Value::as_object) else { return Ok(Vec::new()) };
    let mut parameters = Vec::new();
    for (name, value) in given {
        parameters.push(parameter(name, value, &place.child("parameters").child(name))?);
    }
    parameters.sort_by(|left, right| left.wire_name.cmp(&right.wire_name));
    Ok(parameters)
}

fn parameter(name: &str, value: &Value, place: &Place) -> Result<Parameter, Diagnostic> {
    let ty = match value.get("type").and_then(Value::as_str).map(str::to_lowercase).as_deref() {
        Some("string") => ParameterType::Text,
        Some("boolean") => ParameterType::Flag,
        _ => return Err(unsupported(&format!("the type of the endpoint parameter `{name}`"), place)),
    };
    let documented = value.get("documentation").and_then(Value::as_str).map(doc::to_markdown);
    Ok(Parameter {
        wire_name: name.to_owned(),
        field: name::field(name),
        ty,
        built_in: value.get("builtIn").and_then(Value::as_str).map(str::to_owned),
        required: value.get("required").and_then(Value::as_bool).unwrap_or(false),
        default: value.get("default").and_then(parameter_value),
        doc: documented.unwrap_or_else(|| built_in_doc(name, value)),
    })
}

/// What the built-in parameters mean, in our own words; the committed model carries none.
fn built_in_doc(name: &str, value: &Value) -> String {
    match value.get("builtIn").and_then(Value::as_str) {
        Some("AWS::Region") => "Region that the request is for, such as `eu-west-1`.".to_owned(),
        Some("AWS::UseDualStack") => "Whether the endpoint must answer over IPv6 as well as IPv4.".to_owned(),
        Some("AWS::UseFIPS") => {
            "Whether the endpoint must use cryptography validated for FIPS 140.".to_owned()
        }
        Some("SDK::Endpoint") => "URL to use in place of the service's own endpoint.".to_owned(),
        _ => format!("The endpoint parameter `{name}`."),
    }
}

fn parameter_value(value: &Value) -> Option<ParameterValue> {
    match value {
        Value::String(text) => Some(ParameterValue::Text(text.clone())),
        Value::Bool(flag) => Some(ParameterValue::Flag(*flag)),
        _ => None,
    }
}

fn unsupported(what: &str, place: &Place) -> Diagnostic {
    Diagnostic::error(format!("{what} is not supported")).at(place).with_help(
        "rules may use `isSet`, `not`, `booleanEquals`, `stringEquals`, `getAttr` and `aws.partition`",
    )
}

struct Scope<'a> {
    parameters: &'a [Parameter],
    /// Variables by their name in the rules.
    variables: BTreeMap<String, Variable>,
}

#[derive(Clone)]
struct Variable {
    name: String,
    partition: bool,
}

impl Scope<'_> {
    fn parameter(&self, name: &str) -> Option<&Parameter> {
        self.parameters.iter().find(|parameter| parameter.wire_name == name)
    }
}

fn rules(value: &Value, place: &Place, scope: &mut Scope<'_>) -> Result<Vec<Rule>, Diagnostic> {
    let place = place.child("rules");
    let Some(list) = value.get("rules").and_then(Value::as_array) else {
        return Err(unsupported("a rule without `rules`", &place));
    };
    let mut rules = Vec::new();
    for (index, value) in list.iter().enumerate() {
        let outer = scope.variables.clone();
        rules.push(rule(value, &place.child(&index.to_string()), scope)?);
        scope.variables = outer;
    }
    Ok(rules)
}

fn rule(value: &Value, place: &Place, scope: &mut Scope<'_>) -> Result<Rule, Diagnostic> {
    let mut conditions = Vec::new();
    let given = value.get("conditions").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    for (index, value) in given.iter().enumerate() {
        let place = place.child("conditions").child(&index.to_string());
        conditions.extend(condition(value, &place, scope)?);
    }
    let outcome = match value.get("type").and_then(Value::as_str) {
        Some("endpoint") => Outcome::Endpoint(url(value, place, scope)?),
        Some("error") => Outcome::Error(expression(&value["error"], &place.child("error"), scope)?),
        Some("tree") => Outcome::Rules(rules(value, place, scope)?),
        _ => return Err(unsupported("a rule of this type", place)),
    };
    Ok(Rule { conditions, outcome })
}

/// The URL; headers and properties are for services that this generator does not know yet.
fn url(rule: &Value, place: &Place, scope: &Scope<'_>) -> Result<Expression, Diagnostic> {
    let place = place.child("endpoint");
    for extra in ["headers", "properties"] {
        let given = rule["endpoint"].get(extra).and_then(Value::as_object);
        if given.is_some_and(|given| !given.is_empty()) {
            return Err(unsupported(&format!("an endpoint with `{extra}`"), &place.child(extra)));
        }
    }
    expression(&rule["endpoint"]["url"], &place.child("url"), scope)
}

/// A condition; `None` for one that always holds.
fn condition(value: &Value, place: &Place, scope: &mut Scope<'_>) -> Result<Option<Condition>, Diagnostic> {
    let arguments = arguments(value);
    match (value.get("fn").and_then(Value::as_str), arguments) {
        (Some("isSet"), [reference]) => is_set(reference, place, scope),
        (Some("not"), [inner]) => negated(inner, place, scope).map(Some),
        (Some("booleanEquals"), [left, right]) => flag_equals(left, right, place, scope).map(Some),
        (Some("stringEquals"), [left, right]) => {
            let left = Box::new(expression(left, &place.child("argv").child("0"), scope)?);
            let right = Box::new(expression(right, &place.child("argv").child("1"), scope)?);
            Ok(Some(Condition::Test(Expression::Equal(left, right))))
        }
        (Some("aws.partition"), [region]) => {
            let region = expression(region, &place.child("argv").child("0"), scope)?;
            let partition = Expression::Partition(Box::new(region));
            let assigned = value.get("assign").and_then(Value::as_str).unwrap_or("partition");
            let name = variable_name(&name::field(assigned));
            scope.variables.insert(assigned.to_owned(), Variable { name: name.clone(), partition: true });
            Ok(Some(Condition::Bind { name, value: partition }))
        }
        (Some(function), _) => Err(unsupported(&format!("the endpoint rule function `{function}`"), place)),
        (None, _) => Err(unsupported("a condition without a function", place)),
    }
}

fn arguments(call: &Value) -> &[Value] {
    call.get("argv").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default()
}

fn reference(value: &Value) -> Option<&str> {
    value.get("ref").and_then(Value::as_str)
}

/// An optional parameter becomes a variable; what always has a value holds without a condition.
fn is_set(value: &Value, place: &Place, scope: &mut Scope<'_>) -> Result<Option<Condition>, Diagnostic> {
    let name = reference(value).ok_or_else(|| unsupported("`isSet` of anything but a reference", place))?;
    if scope.variables.contains_key(name) {
        return Ok(None);
    }
    let parameter = scope.parameter(name).ok_or_else(|| unknown(name, place, scope))?;
    if !parameter.optional() {
        return Ok(None);
    }
    let value = Expression::Parameter { field: parameter.field.clone(), ty: parameter.ty };
    let bound = variable_name(&parameter.field);
    scope.variables.insert(name.to_owned(), Variable { name: bound.clone(), partition: false });
    Ok(Some(Condition::Bind { name: bound, value }))
}

/// A variable must not hide what the generated function itself calls by name.
fn variable_name(field: &str) -> String {
    if ["params", "found", "failed"].contains(&field) { format!("{field}_") } else { field.to_owned() }
}

fn negated(inner: &Value, place: &Place, scope: &mut Scope<'_>) -> Result<Condition, Diagnostic> {
    let argument = arguments(inner).first();
    if inner.get("fn").and_then(Value::as_str) == Some("isSet") {
        let name = argument.and_then(reference).ok_or_else(|| unsupported("`isSet` of this", place))?;
        let parameter = scope.parameter(name).ok_or_else(|| unknown(name, place, scope))?;
        return Ok(Condition::Test(Expression::IsNone(parameter.field.clone())));
    }
    match condition(inner, &place.child("argv").child("0"), scope)? {
        Some(Condition::Test(test)) => Ok(Condition::Test(Expression::Not(Box::new(test)))),
        _ => Err(unsupported("`not` of this condition", place)),
    }
}

/// `booleanEquals` of something and a literal, in either order.
fn flag_equals(
    left: &Value,
    right: &Value,
    place: &Place,
    scope: &Scope<'_>,
) -> Result<Condition, Diagnostic> {
    let (wanted, other) = match (left, right) {
        (Value::Bool(wanted), other) | (other, Value::Bool(wanted)) => (*wanted, other),
        _ => return Err(unsupported("`booleanEquals` without a literal", place)),
    };
    let test = expression(other, &place.child("argv"), scope)?;
    Ok(Condition::Test(if wanted { test } else { Expression::Not(Box::new(test)) }))
}

fn expression(value: &Value, place: &Place, scope: &Scope<'_>) -> Result<Expression, Diagnostic> {
    if let Some(text) = value.as_str() {
        return template(text, place, scope);
    }
    if let Some(name) = reference(value) {
        return variable(name, place, scope);
    }
    match (value.get("fn").and_then(Value::as_str), arguments(value)) {
        (Some("getAttr"), [of, Value::String(path)]) => {
            let name =
                reference(of).ok_or_else(|| unsupported("`getAttr` of anything but a reference", place))?;
            attribute(name, path, place, scope)
        }
        _ => Err(unsupported("this endpoint expression", place)),
    }
}

fn variable(name: &str, place: &Place, scope: &Scope<'_>) -> Result<Expression, Diagnostic> {
    if let Some(variable) = scope.variables.get(name) {
        return Ok(Expression::Variable(variable.name.clone()));
    }
    match scope.parameter(name) {
        Some(parameter) if !parameter.optional() => {
            Ok(Expression::Parameter { field: parameter.field.clone(), ty: parameter.ty })
        }
        Some(_) => Err(unsupported(&format!("`{name}` without `isSet` before it"), place)),
        None => Err(unknown(name, place, scope)),
    }
}

fn unknown(name: &str, place: &Place, scope: &Scope<'_>) -> Diagnostic {
    let known = scope.parameters.iter().map(|parameter| parameter.wire_name.as_str());
    Diagnostic::error(format!("the endpoint rules use `{name}`, which nothing defines")).at(place).suggest(
        name,
        known.chain(scope.variables.keys().map(String::as_str)),
        "define a parameter of that name",
    )
}

fn attribute(name: &str, path: &str, place: &Place, scope: &Scope<'_>) -> Result<Expression, Diagnostic> {
    let variable = scope.variables.get(name).ok_or_else(|| unknown(name, place, scope))?;
    let field = PARTITION_FIELDS.into_iter().find(|(wire, ..)| *wire == path).filter(|_| variable.partition);
    let (_, field, flag) =
        field.ok_or_else(|| unsupported(&format!("the attribute `{path}` of `{name}`"), place))?;
    Ok(Expression::PartitionField { variable: variable.name.clone(), field, flag })
}

/// Text with `{Reference}` and `{Reference#attribute}` in it.
fn template(text: &str, place: &Place, scope: &Scope<'_>) -> Result<Expression, Diagnostic> {
    let mut parts = Vec::new();
    let mut rest = text;
    while let Some((literal, tail)) = rest.split_once('{') {
        let (inside, tail) = tail.split_once('}').ok_or_else(|| unsupported("an unclosed `{`", place))?;
        parts.push(Expression::Text(literal.to_owned()));
        parts.push(match inside.split_once('#') {
            Some((name, path)) => attribute(name, path, place, scope)?,
            None => variable(inside, place, scope)?,
        });
        rest = tail;
    }
    parts.push(Expression::Text(rest.to_owned()));
    parts.retain(|part| !matches!(part, Expression::Text(text) if text.is_empty()));
    Ok(match parts.len() {
        0 => Expression::Text(String::new()),
        1 => parts.remove(0),
        _ => Expression::Format(parts),
    })
}

/// The cases of `smithy.rules#endpointTests`. Source: Smithy 2.0 specification, "Endpoint tests".
fn tests(value: &Value, parameters: &[Parameter]) -> Vec<EndpointTest> {
    let cases = value.get("testCases").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    cases.iter().filter_map(|case| test(case, parameters)).collect()
}

fn test(case: &Value, parameters: &[Parameter]) -> Option<EndpointTest> {
    let expected = match (&case["expect"]["endpoint"]["url"], &case["expect"]["error"]) {
        (Value::String(url), _) => Ok(url.clone()),
        (_, Value::String(error)) => Err(error.clone()),
        _ => return None,
    };
    let superseded = superseded(case, &expected);
    let given = |parameter: &Parameter| {
        let value = case.get("params")?.get(&parameter.wire_name).and_then(parameter_value)?;
        Some((parameter.field.clone(), value))
    };
    Some(EndpointTest {
        description: case.get("documentation").and_then(Value::as_str).unwrap_or_default().to_owned(),
        parameters: parameters.iter().filter_map(given).collect(),
        expected,
        superseded,
    })
}

/// Cases older than the partition table say that the isolated partitions have no dual-stack endpoints.
fn superseded(case: &Value, expected: &Result<String, String>) -> Option<&'static str> {
    let region = case["params"]["Region"].as_str()?;
    let isolated =
        ["us-iso-", "us-isob-", "us-isof-", "eu-isoe-"].iter().any(|prefix| region.starts_with(prefix));
    let refused = expected.as_ref().is_err_and(|error| error.contains("DualStack"));
    let dual_stack = case["params"]["UseDualStack"] == Value::Bool(true);
    (isolated && refused && dual_stack)
        .then_some("the partition table is newer than this case: the partition has dual-stack endpoints now")
}
