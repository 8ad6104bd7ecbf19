//! Plans of operations and of the service.

use super::{BehaviorPlan, Binding, ExamplePlan, PaginatorPlan, RustPath, StructPlan, WaiterPlan};
use crate::config::Config;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::doc;
use crate::model::traits::id;
use crate::model::{Model, Shape};

/// An operation.
#[derive(Clone, Debug)]
pub struct OperationPlan {
    /// The name in the model, which is the one on the wire: `DeleteConnection`.
    pub wire_name: String,
    /// The Rust name: `DeleteConnection`.
    pub name: String,
    /// Its module, and the method of the client: `delete_connection`.
    pub module: String,
    /// The absolute shape id, in its two parts.
    pub id: (String, String),
    /// Documentation in Markdown.
    pub doc: String,
    /// Why not to use it any more.
    pub deprecated: Option<String>,
    /// Its input; without fields where the model has none.
    pub input: StructPlan,
    /// Whether the model has an input, if only one without members.
    pub has_input: bool,
    /// Its output; without fields where the model has none.
    pub output: StructPlan,
    /// The errors it may answer with.
    pub errors: Vec<ErrorVariant>,
    /// The endpoint parameters that it sets.
    pub bindings: Vec<Binding>,
    /// What it does beside sending its input and reading its output.
    pub behavior: BehaviorPlan,
    /// How the pages of its answers are read one after the other.
    pub paginator: Option<PaginatorPlan>,
    /// The waiters that call it, in the order of their names.
    pub waiters: Vec<WaiterPlan>,
    /// Calls of it, for documentation.
    pub examples: Vec<ExamplePlan>,
}

impl OperationPlan {
    /// Whether its documentation says more than its name.
    #[must_use]
    pub fn is_documented(&self) -> bool {
        self.doc != filler(&self.wire_name)
    }
}

/// What is said of an operation that the model does not document.
pub(crate) fn filler(wire_name: &str) -> String {
    format!("The operation `{wire_name}`.")
}

/// An error of an operation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ErrorVariant {
    /// The type, whose name is the variant's.
    pub path: RustPath,
    /// The static with its schema.
    pub schema: RustPath,
    /// The codes on the wire: the name of the shape and that of AWS Query, where it differs.
    pub codes: Vec<String>,
    /// The name in snake case, for `is_...`.
    pub stem: String,
    /// Documentation in Markdown.
    pub doc: String,
    /// `Some(throttling)` when it may be retried.
    pub retryable: Option<bool>,
}

/// The protocols that a crate can be generated for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Protocol {
    /// `aws.protocols#awsJson1_0`
    AwsJson10,
    /// `aws.protocols#awsJson1_1`
    AwsJson11,
    /// `smithy.protocols#rpcv2Cbor`
    RpcV2Cbor,
}

impl Protocol {
    /// All of them, by trait id.
    pub const ALL: [(&'static str, Self); 3] = [
        ("aws.protocols#awsJson1_0", Self::AwsJson10),
        ("aws.protocols#awsJson1_1", Self::AwsJson11),
        ("smithy.protocols#rpcv2Cbor", Self::RpcV2Cbor),
    ];

    /// The trait id.
    #[must_use]
    pub fn id(self) -> &'static str {
        let entry = Self::ALL.into_iter().find(|(_, protocol)| *protocol == self);
        entry.map_or("", |(id, _)| id)
    }

    /// Reads a trait id, or the part of it behind `#`.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        let fits = |id: &str| id == name || id.rsplit('#').next() == Some(name);
        Self::ALL.into_iter().find(|(id, _)| fits(id)).map(|(_, protocol)| protocol)
    }
}

/// The service.
#[derive(Clone, Debug)]
pub struct ServicePlan {
    /// `Direct Connect`
    pub sdk_id: String,
    /// `directconnect`: the id as one word, as in the names of the official crates.
    pub name: String,
    /// `AWS Direct Connect`
    pub title: String,
    /// `OvertureService`, which `X-Amz-Target` carries.
    pub shape_name: String,
    /// `com.amazonaws.directconnect`
    pub namespace: String,
    /// `2012-10-25`
    pub version: String,
    /// The URI of the XML namespace.
    pub xml_namespace: Option<String>,
    /// The name under which requests are signed.
    pub signing_name: String,
    /// Whether errors carry the codes of AWS Query.
    pub query_compatible: bool,
    /// The protocol that the client speaks unless told otherwise.
    pub protocol: Protocol,
    /// Documentation in Markdown.
    pub doc: String,
}

/// What the model and the caller say of the service.
pub(super) fn service(model: &Model, config: &Config) -> Result<ServicePlan, Diagnostics> {
    let Some((shape, service)) = model.service() else {
        return Err(no_service().into());
    };
    let traits = &shape.traits;
    let sdk_id = traits.property(id::AWS_SERVICE, "sdkId").unwrap_or(shape.id.name()).to_owned();
    let prefix = traits.property(id::AWS_SERVICE, "endpointPrefix");
    let signing = traits.property(id::SIGV4, "name").or(prefix).map(str::to_owned);
    let title = plain(traits.text(id::TITLE).unwrap_or(&sdk_id));
    let doc = traits.text(id::DOCUMENTATION).map(doc::to_markdown).filter(|text| !text.is_empty());
    Ok(ServicePlan {
        protocol: protocol(shape, config)?,
        shape_name: shape.id.name().to_owned(),
        namespace: shape.id.namespace().to_owned(),
        version: plain(&service.version),
        xml_namespace: traits.property(id::XML_NAMESPACE, "uri").map(str::to_owned),
        signing_name: signing.unwrap_or_else(|| sdk_id.to_lowercase().replace(' ', "")),
        query_compatible: traits.has(id::QUERY_COMPATIBLE),
        doc: doc.unwrap_or_else(|| format!("The service {title}.")),
        name: one_word(&sdk_id),
        title,
        sdk_id,
    })
}

/// The protocol that a crate for `model` speaks.
pub fn chosen_protocol(model: &Model, config: &Config) -> Result<Protocol, Diagnostics> {
    let Some((shape, _)) = model.service() else { return Err(no_service().into()) };
    Ok(protocol(shape, config)?)
}

fn no_service() -> Diagnostic {
    Diagnostic::error("the model defines no service")
}

/// The protocol that was asked for, or the first of the model's that is supported; JSON 1.1 when it lists none.
fn protocol(service: &Shape, config: &Config) -> Result<Protocol, Diagnostic> {
    if let Some(name) = &config.protocol {
        return Protocol::parse(name).ok_or_else(|| {
            Diagnostic::error(format!("the protocol `{name}` is not supported")).suggest(
                name,
                Protocol::ALL
                    .map(|(id, _)| if name.contains('#') { id } else { id.rsplit('#').next().unwrap_or(id) }),
                &supported(),
            )
        });
    }
    let listed = listed(service);
    if listed.is_empty() {
        return Ok(Protocol::AwsJson11);
    }
    listed.iter().find_map(|id| Protocol::parse(id)).ok_or_else(|| {
        let place = service.traits.get(listed[0]).map_or(&service.place, |given| &given.place);
        Diagnostic::error(format!("the service speaks {} only, which is not supported", listed.join(" and ")))
            .at(place)
            .with_help(supported())
    })
}

fn supported() -> String {
    let [first, second, third] = Protocol::ALL.map(|(id, _)| format!("`{id}`"));
    format!("supported are {first}, {second} and {third}")
}

/// The protocols of a model's service by trait id, in order of preference where the model gives one.
#[must_use]
pub fn protocols(model: &Model) -> Vec<&str> {
    model.service().map(|(service, _)| listed(service)).unwrap_or_default()
}

fn listed(service: &Shape) -> Vec<&str> {
    if let Some(listed) = service.traits.value(id::PROTOCOLS).and_then(serde_json::Value::as_array) {
        return listed.iter().filter_map(serde_json::Value::as_str).collect();
    }
    let all = service.traits.iter().map(|(id, _)| id);
    let known =
        ["aws.protocols#aws", "aws.protocols#rest", "aws.protocols#ec2Query", "smithy.protocols#rpcv2"];
    all.filter(|id| known.iter().any(|known| id.starts_with(known)) && *id != id::QUERY_COMPATIBLE).collect()
}

/// Letters, digits and harmless marks on one line: the text goes into documentation, comments and the manifest.
fn plain(text: &str) -> String {
    let harmless = |letter: char| letter.is_alphanumeric() || " -.,&()/+'".contains(letter);
    text.chars().map(|letter| if harmless(letter) { letter } else { ' ' }).collect()
}

/// `Direct Connect` becomes `directconnect`.
fn one_word(sdk_id: &str) -> String {
    let name: String = sdk_id.chars().filter(char::is_ascii_alphanumeric).collect();
    let name = name.to_lowercase();
    if name.starts_with(|first: char| first.is_ascii_alphabetic()) { name } else { format!("service{name}") }
}
