//! Botocore's shapes and members to Smithy's.

use crate::source::json;
use indexmap::IndexMap;

use super::names::Names;
use super::object::object;
use super::wire::Wire;
use crate::diagnostic::Diagnostic;
use crate::id::{ShapeId, is_identifier};
use crate::model::traits::id;
use crate::model::{Member, Shape, ShapeKind, SimpleKind, Traits};
use crate::read::enumeration::{self, EnumValue};
use crate::source::{Node, Value};

/// Keys whose value `true` is an annotation in Smithy. `box` is not among them: it is not reliable.
const ANNOTATIONS: [(&str, &str); 14] = [
    ("sensitive", id::SENSITIVE),
    ("sparse", id::SPARSE),
    ("streaming", id::STREAMING),
    ("eventstream", id::STREAMING),
    ("idempotencyToken", id::IDEMPOTENCY_TOKEN),
    ("idempotent", "smithy.api#idempotent"),
    ("readonly", "smithy.api#readonly"),
    ("endpointdiscoveryid", "aws.api#clientEndpointDiscoveryId"),
    ("hostLabel", id::HOST_LABEL),
    ("xmlAttribute", id::XML_ATTRIBUTE),
    ("requiresLength", "smithy.api#requiresLength"),
    ("eventpayload", id::EVENT_PAYLOAD),
    ("eventheader", id::EVENT_HEADER),
    ("httpChecksumRequired", id::HTTP_CHECKSUM_REQUIRED),
];

/// Keys with the same value in Smithy.
const VALUES: [(&str, &str); 9] = [
    ("documentation", id::DOCUMENTATION),
    ("pattern", "smithy.api#pattern"),
    ("contextParam", "smithy.rules#contextParam"),
    ("staticContextParams", "smithy.rules#staticContextParams"),
    ("operationContextParams", "smithy.rules#operationContextParams"),
    ("endpoint", id::ENDPOINT),
    ("requestcompression", id::REQUEST_COMPRESSION),
    ("httpChecksum", id::HTTP_CHECKSUM),
    ("retryable", id::RETRYABLE),
];

/// Reads a shape with its members.
pub(super) fn read(names: &Names, wire: &Wire<'_>, name: &str, node: &Node<'_>) -> Result<Shape, Diagnostic> {
    let id = names.shape(name, node)?;
    let kind = kind(node)?;
    let members = members(names, wire, &id, &kind, node)?;
    let mut traits = traits(node, &kind);
    wire.add_to_shape(name, &id, node, &mut traits);
    error_traits(node, &mut traits);
    Ok(Shape { id, kind, members, traits, location: node.location.clone() })
}

fn kind(node: &Node<'_>) -> Result<ShapeKind, Diagnostic> {
    let name = node.required("type")?;
    Ok(match name.text()? {
        "structure" if node.is_true("document") => ShapeKind::Simple(SimpleKind::Document),
        "structure" if node.is_true("union") || node.is_true("eventstream") => ShapeKind::Union,
        "structure" => ShapeKind::Structure,
        "list" => ShapeKind::List,
        "map" => ShapeKind::Map,
        "string" if node.get("enum").is_some() => ShapeKind::Enum,
        "character" => ShapeKind::Simple(SimpleKind::String),
        simple => ShapeKind::Simple(SimpleKind::parse(simple).ok_or_else(|| unknown_kind(&name))?),
    })
}

fn unknown_kind(node: &Node<'_>) -> Diagnostic {
    let name = node.value.as_str().unwrap_or_default();
    let known = SimpleKind::ALL.into_iter().map(|(_, name, _)| name).chain(["structure", "list", "map"]);
    Diagnostic::error(format!("`{name}` is not a type of botocore")).at(&node.location).suggest(
        name,
        known,
        "the types are `structure`, `list`, `map`, and simple ones such as `string` and `integer`",
    )
}

fn members(
    names: &Names,
    wire: &Wire<'_>,
    shape: &ShapeId,
    kind: &ShapeKind,
    node: &Node<'_>,
) -> Result<IndexMap<String, Member>, Diagnostic> {
    let listed = match kind {
        ShapeKind::Enum => return enum_members(shape, &node.required("enum")?),
        ShapeKind::List => vec![("member", node.required("member")?)],
        ShapeKind::Map => vec![("key", node.required("key")?), ("value", node.required("value")?)],
        ShapeKind::Structure | ShapeKind::Union => node.required("members")?.entries()?,
        _ => Vec::new(),
    };
    let required = node.get("required").map(|names| names.elements()).transpose()?.unwrap_or_default();
    for name in required.iter().chain(&node.get("payload")) {
        check_member(name, shape, &listed)?;
    }
    let required = required.iter().map(Node::text).collect::<Result<Vec<_>, _>>()?;
    let read = |(name, member_node): (&str, Node<'_>)| {
        let mut member = member(names, shape, name, &member_node)?;
        if required.contains(&name) {
            member.traits.insert(id::REQUIRED, json!({}), member_node.location.clone());
        }
        wire.add_to_member(node, name, &member_node, &mut member)?;
        Ok((name.to_owned(), member))
    };
    listed.into_iter().map(read).collect()
}

/// Checks that a shape has the member that an entry names.
fn check_member(entry: &Node<'_>, shape: &ShapeId, members: &[(&str, Node<'_>)]) -> Result<(), Diagnostic> {
    let name = entry.text()?;
    if members.iter().any(|(known, _)| *known == name) {
        return Ok(());
    }
    Err(Diagnostic::error(format!("`{}` has no member `{name}`", shape.name())).at(&entry.location).suggest(
        name,
        members.iter().map(|(known, _)| *known),
        "remove the entry, or add the member",
    ))
}

fn member(names: &Names, shape: &ShapeId, name: &str, node: &Node<'_>) -> Result<Member, Diagnostic> {
    if !is_identifier(name) {
        return Err(Diagnostic::error(format!("`{name}` is not a valid name of a member"))
            .at(&node.location)
            .with_help(
                "a name consists of ASCII letters, digits and underscores, and does not start with a digit",
            ));
    }
    Ok(Member {
        id: shape.member(name),
        target: names.reference(node)?,
        traits: traits(node, &ShapeKind::Structure),
        location: node.location.clone(),
    })
}

/// Reads the values of an enum, which have no names.
fn enum_members(shape: &ShapeId, values: &Node<'_>) -> Result<IndexMap<String, Member>, Diagnostic> {
    let values = values.elements()?;
    let values = values.iter().map(enum_value).collect::<Result<Vec<_>, _>>()?;
    Ok(enumeration::members(shape, values))
}

fn enum_value<'a>(node: &Node<'a>) -> Result<EnumValue<'a>, Diagnostic> {
    Ok(EnumValue {
        name: None,
        value: node.text()?,
        location: node.location.clone(),
        traits: Traits::default(),
    })
}

fn traits(node: &Node<'_>, kind: &ShapeKind) -> Traits {
    let mut traits = Traits::default();
    for (key, id) in ANNOTATIONS {
        if node.is_true(key) {
            traits.insert(id, json!({}), node.location.child(key));
        }
    }
    for (key, id) in VALUES {
        if let Some(entry) = node.get(key) {
            traits.insert(id, entry.value.clone(), entry.location);
        }
    }
    if let Some(format) = node.get("timestampFormat") {
        traits.insert(id::TIMESTAMP_FORMAT, timestamp_format(format.value), format.location);
    }
    if node.is_true("deprecated") {
        traits.insert(id::DEPRECATED, deprecation(node), node.location.child("deprecated"));
    }
    if node.is_true("jsonvalue") {
        traits.insert(id::MEDIA_TYPE, json!("application/json"), node.location.child("jsonvalue"));
    }
    if let Some(bounds) = object(node, [("min", "min"), ("max", "max")]) {
        let sized = !matches!(kind, ShapeKind::Simple(kind) if is_number(*kind));
        let id = if sized { "smithy.api#length" } else { "smithy.api#range" };
        traits.insert(id, bounds, node.location.clone());
    }
    traits
}

fn is_number(kind: SimpleKind) -> bool {
    !matches!(kind, SimpleKind::Blob | SimpleKind::String | SimpleKind::Boolean)
}

/// Returns the traits of an operation.
pub(super) fn operation_traits(node: &Node<'_>) -> Result<Traits, Diagnostic> {
    let mut traits = traits(node, &ShapeKind::Structure);
    authentication(node, &mut traits)?;
    if let Some(discovery) = node.get("endpointdiscovery") {
        let required = json!({ "required": discovery.is_true("required") });
        traits.insert(id::DISCOVERED_ENDPOINT, required, discovery.location);
    }
    Ok(traits)
}

/// Reads the authentication schemes of an operation that differ from the service's. Botocore's `noAuth` becomes an empty list, or
/// `smithy.api#optionalAuth` if there are other schemes.
fn authentication(node: &Node<'_>, traits: &mut Traits) -> Result<(), Diagnostic> {
    let listed = node.get("auth");
    let schemes = listed.as_ref().map(Node::elements).transpose()?.unwrap_or_default();
    let mut schemes = schemes.iter().map(Node::text).collect::<Result<Vec<_>, _>>()?;
    let all = schemes.len();
    schemes.retain(|scheme| *scheme != "smithy.api#noAuth");
    let anonymous = schemes.len() < all;
    let kind = node.get("authtype");
    match kind.as_ref().and_then(|kind| kind.value.as_str()) {
        Some("none") => schemes.clear(),
        Some("v4-unsigned-body") => {
            traits.insert(id::UNSIGNED_PAYLOAD, json!({}), node.location.child("authtype"));
        }
        _ => {}
    }
    let unsigned = kind.filter(|kind| kind.value == "none");
    if anonymous && !schemes.is_empty() {
        traits.insert(id::OPTIONAL_AUTH, json!({}), node.location.child("auth"));
    }
    if let Some(auth) = listed.or(unsigned) {
        traits.insert(id::AUTH, json!(schemes), auth.location);
    }
    Ok(())
}

fn error_traits(node: &Node<'_>, traits: &mut Traits) {
    if !node.is_true("exception") {
        return;
    }
    let error = node.get("error");
    let sender = error.as_ref().is_some_and(|error| error.is_true("senderFault"));
    let server = node.is_true("fault") && !sender;
    traits.insert(
        id::ERROR,
        json!(if server { "server" } else { "client" }),
        node.location.child("exception"),
    );
    let Some(error) = error else { return };
    if let Some(status) = error.get("httpStatusCode") {
        traits.insert(id::HTTP_ERROR, status.value.clone(), status.location);
    }
    if let Some(query) = object(&error, [("code", "code"), ("httpStatusCode", "httpResponseCode")])
        && error.get("code").is_some()
    {
        traits.insert(id::QUERY_ERROR, query, error.location.clone());
    }
}

fn timestamp_format(format: &Value) -> Value {
    match format.as_str() {
        Some("iso8601") => json!("date-time"),
        Some("rfc822") => json!("http-date"),
        Some("unixTimestamp") => json!("epoch-seconds"),
        _ => format.clone(),
    }
}

fn deprecation(node: &Node<'_>) -> Value {
    object(node, [("deprecatedMessage", "message"), ("deprecatedSince", "since")])
        .unwrap_or_else(|| json!({}))
}
