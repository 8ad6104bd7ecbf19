//! What the rules ask for, and where a client takes it from.

use std::collections::BTreeMap;

use super::{Expression, Type};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::doc;
use crate::model::Traits;
use crate::model::traits::id;
use crate::name;
use crate::read::node::Node;
use crate::source::{Place, Value};

/// A parameter of the rules.
#[derive(Clone, Debug)]
pub struct Parameter {
    /// The name in the rules: `UseFIPS`.
    pub wire_name: String,
    /// The field: `use_fips`.
    pub field: String,
    /// The field without `r#`, for `set_`.
    pub stem: String,
    /// Its type.
    pub ty: ParameterType,
    /// Whether the rules say that it is the region, which becomes part of host names.
    pub is_region: bool,
    /// What of a client's configuration or identity it is.
    pub built_in: Option<BuiltIn>,
    /// The setting that a client has for it.
    pub setting: Option<Setting>,
    /// Whether it must have a value.
    pub required: bool,
    /// Its value when none is given.
    pub default: Option<ParameterValue>,
    /// Documentation in Markdown.
    pub doc: String,
}

impl Parameter {
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

    /// The parameter in an expression.
    pub(super) fn expression(&self) -> Expression {
        Expression::Parameter { field: self.field.clone(), ty: self.ty.in_rules(), optional: self.optional() }
    }
}

/// The types of parameters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ParameterType {
    /// Text.
    Text,
    /// True or false.
    Flag,
    /// Several texts.
    Texts,
}

impl ParameterType {
    fn in_rules(self) -> Type {
        match self {
            Self::Text => Type::Text,
            Self::Flag => Type::Flag,
            Self::Texts => Type::Texts,
        }
    }

    /// The type in a sentence.
    pub(in crate::plan) fn words(self) -> &'static str {
        self.in_rules().words()
    }
}

/// The value of a parameter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ParameterValue {
    /// Text.
    Text(String),
    /// True or false.
    Flag(bool),
    /// Several texts.
    Texts(Vec<String>),
}

impl ParameterValue {
    /// Reads a value of a type.
    pub(in crate::plan) fn read(value: &Value, ty: ParameterType) -> Option<Self> {
        match (value, ty) {
            (Value::String(text), ParameterType::Text) => Some(Self::Text(text.clone())),
            (Value::Bool(flag), ParameterType::Flag) => Some(Self::Flag(*flag)),
            (Value::Array(list), ParameterType::Texts) => {
                let texts: Option<_> = list.iter().map(|text| text.as_str().map(str::to_owned)).collect();
                texts.map(Self::Texts)
            }
            _ => None,
        }
    }
}

/// What a client knows without being told about the service. Source: Smithy 2.0 specification, "AWS rules engine
/// built-ins".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BuiltIn {
    /// `AWS::Region`
    Region,
    /// `AWS::UseDualStack`
    UseDualStack,
    /// `AWS::UseFIPS`
    UseFips,
    /// `SDK::Endpoint`
    Endpoint,
    /// `AWS::Auth::AccountId`: of the identity that signs.
    AccountId,
    /// `AWS::Auth::AccountIdEndpointMode`
    AccountIdEndpointMode,
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

impl BuiltIn {
    fn ty(self) -> ParameterType {
        match self {
            Self::UseDualStack | Self::UseFips => ParameterType::Flag,
            _ => ParameterType::Text,
        }
    }

    /// What the parameter means, in our own words.
    fn doc(self) -> &'static str {
        match self {
            Self::Region => "Region that the request is for, such as `eu-west-1`.",
            Self::UseDualStack => "Whether the endpoint must answer over IPv6 as well as IPv4.",
            Self::UseFips => "Whether the endpoint must use cryptography validated for FIPS 140.",
            Self::Endpoint => "URL to use in place of the service's own endpoint.",
            Self::AccountId => "AWS account that the request is made for.",
            Self::AccountIdEndpointMode => {
                "Whether the endpoint carries the account: `preferred`, `disabled` or `required`."
            }
        }
    }
}

/// A setting that clients of this service have. Source: `smithy.rules#clientContextParams`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Setting {
    /// The type that holds it among the settings: `ForcePathStyle`.
    pub holder: String,
    /// Documentation in Markdown.
    pub doc: String,
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
    let mut findings = Diagnostics::default();
    let mut parameters = Vec::new();
    let given = rule_set.get("parameters").map(|given| given.entries()).transpose()?.unwrap_or_default();
    for (name, node) in &given {
        match parameter(name, node) {
            Ok(parameter) => parameters.push((parameter, node.place.clone())),
            Err(finding) => findings.push(finding),
        }
    }
    parameters.sort_by(|(left, _), (right, _)| left.wire_name.cmp(&right.wire_name));
    check_names(&parameters, &mut findings);
    let mut parameters: Vec<_> = parameters.into_iter().map(|(parameter, _)| parameter).collect();
    if let Some(given) = traits.get(id::CLIENT_CONTEXT_PARAMS) {
        let node = Node::new(&given.value, given.place.clone());
        settings(&node, &mut parameters, &mut findings)?;
    }
    findings.finish(parameters)
}

fn parameter(name: &str, node: &Node<'_>) -> Result<Parameter, Diagnostic> {
    let kind = node.required("type")?;
    let ty = parameter_type(&kind)?;
    let field = name::field(name);
    let built_in = node.get("builtIn").map(|built_in| self::built_in(&built_in, ty)).transpose()?.flatten();
    let default = node.get("default").map(|default| {
        ParameterValue::read(default.value, ty).ok_or_else(|| {
            let words = ty.words();
            Diagnostic::error(format!("the default of the endpoint parameter `{name}` must be {words}"))
                .at(&default.place)
                .with_help("change the default, or the parameter's type")
        })
    });
    let documented = node.get("documentation").and_then(|text| text.value.as_str()).map(doc::to_markdown);
    let documented = documented.filter(|text| !text.is_empty());
    let fallback = || {
        built_in.map_or_else(
            || format!("The endpoint parameter {}.", doc::code_span(name)),
            |it| it.doc().to_owned(),
        )
    };
    Ok(Parameter {
        wire_name: name.to_owned(),
        stem: field.trim_start_matches("r#").to_owned(),
        doc: documented.unwrap_or_else(fallback),
        required: node.is_true("required"),
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
        "string" => Ok(ParameterType::Text),
        "boolean" => Ok(ParameterType::Flag),
        "stringarray" => Ok(ParameterType::Texts),
        other => Err(Diagnostic::error(format!("`{other}` is not a type of endpoint parameters"))
            .at(&node.place)
            .suggest(
                other,
                ["string", "boolean", "stringArray"],
                "the types are `string`, `boolean` and `stringArray`",
            )),
    }
}

/// A built-in that this generator does not know has no value of its own.
fn built_in(node: &Node<'_>, ty: ParameterType) -> Result<Option<BuiltIn>, Diagnostic> {
    let name = node.text()?;
    let Some((_, known)) = BUILT_INS.into_iter().find(|(known, _)| *known == name) else { return Ok(None) };
    if known.ty() != ty {
        let words = known.ty().words();
        return Err(Diagnostic::error(format!("the built-in `{name}` is {words}"))
            .at(&node.place)
            .with_help("change the parameter's type"));
    }
    Ok(Some(known))
}

/// Every parameter becomes a field and two methods.
fn check_names(parameters: &[(Parameter, Place)], findings: &mut Diagnostics) {
    let mut taken: BTreeMap<String, &str> = BTreeMap::new();
    taken.insert("from_config".to_owned(), "the generated code");
    for (parameter, place) in parameters {
        let wire_name = parameter.wire_name.as_str();
        if !wire_name.contains(|letter: char| letter.is_ascii_alphanumeric()) {
            findings.push(
                Diagnostic::error(format!("the endpoint parameter `{wire_name}` has no name in Rust"))
                    .at(place)
                    .with_help("give it a name with letters in it"),
            );
        }
        let set = format!("set_{}", parameter.stem.trim_start_matches('_'));
        for method in [parameter.stem.clone(), set] {
            let Some(other) = taken.insert(method.clone(), wire_name) else { continue };
            let other = if other.contains(' ') { other.to_owned() } else { format!("`{other}`") };
            findings.push(
                Diagnostic::error(format!(
                    "the endpoint parameter `{wire_name}` would become a second method `{method}`, beside that of {other}"
                ))
                .at(place)
                .with_help("give it another name"),
            );
            break;
        }
    }
}

/// Notes which parameters are settings of the client.
fn settings(
    node: &Node<'_>,
    parameters: &mut [Parameter],
    findings: &mut Diagnostics,
) -> Result<(), Diagnostic> {
    for (name, given) in node.entries()? {
        let known: Vec<_> = parameters.iter().map(|parameter| parameter.wire_name.clone()).collect();
        let Some(parameter) = parameters.iter_mut().find(|parameter| parameter.wire_name == name) else {
            findings.push(
                Diagnostic::error(format!("the endpoint rules have no parameter `{name}`"))
                    .at(&given.place)
                    .suggest(
                        name,
                        known.iter().map(String::as_str),
                        "add it to the rules, or remove it here",
                    ),
            );
            continue;
        };
        match setting(parameter, &given) {
            Ok(Some(setting)) => parameter.setting = Some(setting),
            Ok(None) => {}
            Err(finding) => findings.push(finding),
        }
    }
    Ok(())
}

/// The setting for a parameter; `None` when it is one that every client has, which is the parameter's source then.
fn setting(parameter: &mut Parameter, node: &Node<'_>) -> Result<Option<Setting>, Diagnostic> {
    let name = parameter.wire_name.as_str();
    let kind = node.required("type")?;
    if parameter_type(&kind)? != parameter.ty {
        let words = parameter.ty.words();
        return Err(Diagnostic::error(format!("the endpoint parameter `{name}` is {words} in the rules"))
            .at(&kind.place)
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
        .at(&node.place)
        .with_help("give the parameter another name"));
    }
    let documented = node.get("documentation").and_then(|text| text.value.as_str()).map(doc::to_markdown);
    Ok(Some(Setting {
        holder: name::item(name),
        doc: documented.filter(|text| !text.is_empty()).unwrap_or_else(|| parameter.doc.clone()),
    }))
}
