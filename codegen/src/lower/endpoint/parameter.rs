//! The parameters of the rules, and their sources in a client.

use std::collections::BTreeMap;

use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::doc;
use crate::model::Traits;
use crate::model::traits::id;
use crate::name;
use crate::plan::endpoint::{BuiltIn, Parameter, ParameterType, ParameterValue, Setting};
use crate::source::{Location, Node, Value};

/// Returns the value of a parameter, if it is of the type.
pub(in crate::lower) fn parameter_value(value: &Value, ty: ParameterType) -> Option<ParameterValue> {
    match (value, ty) {
        (Value::String(string), ParameterType::String) => Some(ParameterValue::String(string.clone())),
        (Value::Bool(boolean), ParameterType::Boolean) => Some(ParameterValue::Boolean(*boolean)),
        (Value::Array(list), ParameterType::StringArray) => {
            let strings: Option<_> = list.iter().map(|string| string.as_str().map(str::to_owned)).collect();
            strings.map(ParameterValue::StringArray)
        }
        _ => None,
    }
}

/// The built-ins by name. Those of S3 and STS are settings of these clients, or keep their defaults.
const BUILT_INS: [(&str, BuiltIn); 6] = [
    ("AWS::Region", BuiltIn::Region),
    ("AWS::UseDualStack", BuiltIn::UseDualStack),
    ("AWS::UseFIPS", BuiltIn::UseFips),
    ("SDK::Endpoint", BuiltIn::Endpoint),
    ("AWS::Auth::AccountId", BuiltIn::AccountId),
    ("AWS::Auth::AccountIdEndpointMode", BuiltIn::AccountIdEndpointMode),
];

/// Returns the documentation of a built-in.
fn built_in_doc(built_in: BuiltIn) -> &'static str {
    match built_in {
        BuiltIn::Region => "Region that the request is for, such as `eu-west-1`.",
        BuiltIn::UseDualStack => "Use of a dual-stack endpoint (IPv4 and IPv6).",
        BuiltIn::UseFips => "Use of an endpoint with cryptography validated for FIPS 140.",
        BuiltIn::Endpoint => "URL of a custom endpoint, which replaces the endpoint of the service.",
        BuiltIn::AccountId => "AWS account that the request is made for.",
        BuiltIn::AccountIdEndpointMode => {
            "Use of the account in the endpoint: `preferred`, `disabled` or `required`."
        }
    }
}

/// Settings that every client has, under the name of the method that sets them.
const COMMON_SETTINGS: [(&str, BuiltIn); 5] = [
    ("region", BuiltIn::Region),
    ("use_dual_stack", BuiltIn::UseDualStack),
    ("use_fips", BuiltIn::UseFips),
    ("endpoint_url", BuiltIn::Endpoint),
    ("account_id_endpoint_mode", BuiltIn::AccountIdEndpointMode),
];

/// Reads the parameters of a rule set.
pub(super) fn read(rule_set: &Node<'_>, traits: &Traits) -> Result<Vec<Parameter>, Diagnostics> {
    let mut diagnostics = Diagnostics::default();
    let mut parameters = Vec::new();
    let entries = rule_set.get("parameters").map(|node| node.entries()).transpose()?.unwrap_or_default();
    for (name, node) in &entries {
        match parameter(name, node) {
            Ok(parameter) => parameters.push((parameter, node.location.clone())),
            Err(diagnostic) => diagnostics.push(diagnostic),
        }
    }
    parameters.sort_by(|(left, _), (right, _)| left.rules_name.cmp(&right.rules_name));
    check_names(&parameters, &mut diagnostics);
    let mut parameters: Vec<_> = parameters.into_iter().map(|(parameter, _)| parameter).collect();
    if let Some(trait_value) = traits.get(id::CLIENT_CONTEXT_PARAMS) {
        settings(&trait_value.node(), &mut parameters, &mut diagnostics)?;
    }
    diagnostics.finish(parameters)
}

fn parameter(name: &str, node: &Node<'_>) -> Result<Parameter, Diagnostic> {
    let kind = node.required("type")?;
    let ty = parameter_type(&kind)?;
    let field = name::field(name);
    let built_in = node.get("builtIn").map(|built_in| self::built_in(&built_in, ty)).transpose()?.flatten();
    let default = node.get("default").map(|default| {
        parameter_value(default.value, ty).ok_or_else(|| {
            let expected = ty.description();
            Diagnostic::error(format!("the default of the endpoint parameter `{name}` must be {expected}"))
                .at(&default.location)
                .with_help("change the default, or the parameter's type")
        })
    });
    let documented = node.get("documentation").and_then(|text| text.value.as_str()).map(doc::to_markdown);
    let documented = documented.filter(|text| !text.is_empty());
    let fallback = || {
        built_in.map_or_else(
            || format!("The endpoint parameter {}.", doc::code_span(name)),
            |it| built_in_doc(it).to_owned(),
        )
    };
    Ok(Parameter {
        rules_name: name.to_owned(),
        stem: field.trim_start_matches("r#").to_owned(),
        doc: documented.unwrap_or_else(fallback),
        is_required: node.is_true("required"),
        default: default.transpose()?,
        setting: None,
        is_region: built_in == Some(BuiltIn::Region),
        built_in,
        field,
        ty,
    })
}

fn parameter_type(node: &Node<'_>) -> Result<ParameterType, Diagnostic> {
    match node.text()?.to_lowercase().as_str() {
        "string" => Ok(ParameterType::String),
        "boolean" => Ok(ParameterType::Boolean),
        "stringarray" => Ok(ParameterType::StringArray),
        other => Err(Diagnostic::error(format!("`{other}` is not a type of endpoint parameters"))
            .at(&node.location)
            .suggest(
                other,
                ["string", "boolean", "stringArray"],
                "the types are `string`, `boolean` and `stringArray`",
            )),
    }
}

/// Reads the built-in of a parameter. One that this generator does not know has no value of its own.
fn built_in(node: &Node<'_>, ty: ParameterType) -> Result<Option<BuiltIn>, Diagnostic> {
    let name = node.text()?;
    let Some((_, known)) = BUILT_INS.into_iter().find(|(known, _)| *known == name) else { return Ok(None) };
    if known.ty() != ty {
        let expected = known.ty().description();
        return Err(Diagnostic::error(format!("the built-in `{name}` is {expected}"))
            .at(&node.location)
            .with_help("change the parameter's type"));
    }
    Ok(Some(known))
}

/// Checks the names of parameters, each of which becomes a field and two methods.
fn check_names(parameters: &[(Parameter, Location)], diagnostics: &mut Diagnostics) {
    let mut taken: BTreeMap<String, &str> = BTreeMap::new();
    taken.insert("from_config".to_owned(), "the generated code");
    for (parameter, location) in parameters {
        let wire_name = parameter.rules_name.as_str();
        if !wire_name.contains(|letter: char| letter.is_ascii_alphanumeric()) {
            diagnostics.push(
                Diagnostic::error(format!("the endpoint parameter `{wire_name}` has no name in Rust"))
                    .at(location)
                    .with_help("give it a name with letters in it"),
            );
        }
        let set = format!("set_{}", parameter.stem.trim_start_matches('_'));
        for method in [parameter.stem.clone(), set] {
            let Some(other) = taken.insert(method.clone(), wire_name) else { continue };
            let other = if other.contains(' ') { other.to_owned() } else { format!("`{other}`") };
            diagnostics.push(
                Diagnostic::error(format!(
                    "the endpoint parameter `{wire_name}` would become a second method `{method}`, like {other}"
                ))
                .at(location)
                .with_help("give it another name"),
            );
            break;
        }
    }
}

/// Adds the settings of the client to their parameters.
fn settings(
    node: &Node<'_>,
    parameters: &mut [Parameter],
    diagnostics: &mut Diagnostics,
) -> Result<(), Diagnostic> {
    for (name, node) in node.entries()? {
        let known: Vec<_> = parameters.iter().map(|parameter| parameter.rules_name.clone()).collect();
        let Some(parameter) = parameters.iter_mut().find(|parameter| parameter.rules_name == name) else {
            diagnostics.push(
                Diagnostic::error(format!("the endpoint rules have no parameter `{name}`"))
                    .at(&node.location)
                    .suggest(
                        name,
                        known.iter().map(String::as_str),
                        "add it to the rules, or remove it here",
                    ),
            );
            continue;
        };
        match setting(parameter, &node) {
            Ok(Some(setting)) => parameter.setting = Some(setting),
            Ok(None) => {}
            Err(diagnostic) => diagnostics.push(diagnostic),
        }
    }
    Ok(())
}

/// Reads the setting for a parameter; `None` if every client has it, which is the source of the parameter then.
fn setting(parameter: &mut Parameter, node: &Node<'_>) -> Result<Option<Setting>, Diagnostic> {
    let name = parameter.rules_name.as_str();
    let kind = node.required("type")?;
    if parameter_type(&kind)? != parameter.ty {
        let expected = parameter.ty.description();
        return Err(Diagnostic::error(format!("the endpoint parameter `{name}` is {expected} in the rules"))
            .at(&kind.location)
            .with_help("give both the same type"));
    }
    let common = COMMON_SETTINGS.into_iter().find(|(method, _)| *method == parameter.stem);
    if let Some((_, common)) = common.filter(|(_, common)| common.ty() == parameter.ty) {
        parameter.built_in = parameter.built_in.or(Some(common));
        return Ok(None);
    }
    if name::is_config_method(&parameter.stem) || name::is_config_method(&format!("set_{}", parameter.stem)) {
        return Err(Diagnostic::error(format!(
            "the setting `{name}` would become a second method `{}` of the configuration",
            parameter.stem
        ))
        .at(&node.location)
        .with_help("give the parameter another name"));
    }
    let documented = node.get("documentation").and_then(|text| text.value.as_str()).map(doc::to_markdown);
    Ok(Some(Setting {
        holder: name::item(name),
        doc: documented.filter(|text| !text.is_empty()).unwrap_or_else(|| parameter.doc.clone()),
    }))
}
