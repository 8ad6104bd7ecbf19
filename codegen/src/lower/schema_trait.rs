//! The traits of schemas: those that the protocol of the crate reads.

use crate::source::Value;

use crate::model::traits::id;
use crate::model::{Shape, ShapeKind, Traits};
use crate::plan::{Protocol, SchemaTrait};

/// Returns the traits of a member, element, key or value.
pub(super) fn member(protocol: Protocol, member: &Traits, target: &Shape) -> Vec<SchemaTrait> {
    let mut traits = Vec::new();
    let either = |id| member.text(id).or_else(|| target.traits.text(id)).map(str::to_owned);
    traits.extend(either(id::TIMESTAMP_FORMAT).map(SchemaTrait::TimestampFormat));
    if member.has(id::SENSITIVE) || target.traits.has(id::SENSITIVE) {
        traits.push(SchemaTrait::Sensitive);
    }
    traits.extend(member.has(id::EVENT_HEADER).then_some(SchemaTrait::EventHeader));
    traits.extend(member.has(id::EVENT_PAYLOAD).then_some(SchemaTrait::EventPayload));
    if protocol == Protocol::RestJson1 {
        traits.extend(text(member, id::JSON_NAME).map(SchemaTrait::JsonName));
    }
    if protocol.has_http_bindings() {
        traits.extend(either(id::MEDIA_TYPE).map(SchemaTrait::MediaType));
        traits.extend(http_bindings(member));
        if is_stream(member, target) {
            traits.push(SchemaTrait::Streaming);
        }
    }
    if protocol.is_xml() {
        traits.extend(xml(member, target));
    }
    if protocol == Protocol::Ec2Query {
        traits.extend(text(member, id::EC2_QUERY_NAME).map(SchemaTrait::Ec2QueryName));
    }
    traits
}

/// Returns the traits of a structure or union that members refer to. `smithy.api#xmlName` is not among them: the name of a
/// member comes first, and a payload has the name as a trait of its member.
pub(super) fn data(protocol: Protocol, traits: &Traits) -> Vec<SchemaTrait> {
    if protocol.is_xml() { xml_namespace(traits).into_iter().collect() } else { Vec::new() }
}

/// Returns the traits of the input of an operation.
pub(super) fn input(protocol: Protocol, operation: &Traits, input: Option<&Shape>) -> Vec<SchemaTrait> {
    let mut traits = Vec::new();
    if protocol.has_http_bindings() {
        traits.extend(operation.value(id::HTTP).and_then(http));
        if !input.is_some_and(has_body_members) {
            traits.push(SchemaTrait::NoBodyMembers);
        }
    }
    if let Some(shape) = input.filter(|_| protocol.is_xml()) {
        traits.extend(text(&shape.traits, id::XML_NAME).map(SchemaTrait::XmlName));
        traits.extend(xml_namespace(&shape.traits));
    }
    traits
}

/// Returns the traits of the output of an operation.
pub(super) fn output(protocol: Protocol, operation: &Traits) -> Vec<SchemaTrait> {
    let unwrapped = protocol.is_xml() && operation.has(id::UNWRAPPED_XML_OUTPUT);
    if unwrapped { vec![SchemaTrait::XmlUnwrappedOutput] } else { Vec::new() }
}

fn http(trait_value: &Value) -> Option<SchemaTrait> {
    let code = trait_value.get("code").and_then(Value::as_whole).unwrap_or(200);
    Some(SchemaTrait::Http {
        method: trait_value.get("method")?.as_str()?.to_owned(),
        uri: trait_value.get("uri")?.as_str()?.to_owned(),
        code: u16::try_from(code).ok()?,
    })
}

fn has_body_members(input: &Shape) -> bool {
    input.members.values().any(|member| http_bindings(&member.traits).is_empty())
}

fn http_bindings(member: &Traits) -> Vec<SchemaTrait> {
    let annotations = [
        (id::HTTP_LABEL, SchemaTrait::HttpLabel),
        (id::HTTP_QUERY_PARAMS, SchemaTrait::HttpQueryParams),
        (id::HTTP_PAYLOAD, SchemaTrait::HttpPayload),
        (id::HTTP_RESPONSE_CODE, SchemaTrait::HttpResponseCode),
    ];
    let named = [
        text(member, id::HTTP_QUERY).map(SchemaTrait::HttpQuery),
        text(member, id::HTTP_HEADER).map(SchemaTrait::HttpHeader),
        text(member, id::HTTP_PREFIX_HEADERS).map(SchemaTrait::HttpPrefixHeaders),
    ];
    let annotations = annotations.into_iter().filter(|(id, _)| member.has(id)).map(|(_, it)| it);
    annotations.chain(named.into_iter().flatten()).collect()
}

/// Returns true for a body that is a stream.
fn is_stream(member: &Traits, target: &Shape) -> bool {
    let is_body = member.has(id::HTTP_PAYLOAD) || matches!(target.kind, ShapeKind::Union);
    is_body && (member.has(id::STREAMING) || target.traits.has(id::STREAMING))
}

fn xml(member: &Traits, target: &Shape) -> Vec<SchemaTrait> {
    let annotations =
        [(id::XML_ATTRIBUTE, SchemaTrait::XmlAttribute), (id::XML_FLATTENED, SchemaTrait::XmlFlattened)];
    let name = text(member, id::XML_NAME).or_else(|| root_name(member, target));
    let annotations = annotations.into_iter().filter(|(id, _)| member.has(id)).map(|(_, it)| it);
    let namespace = xml_namespace(member).or_else(|| xml_namespace(&target.traits));
    name.map(SchemaTrait::XmlName).into_iter().chain(annotations).chain(namespace).collect()
}

/// Returns the name of a payload, which is the root of the body: that of its structure.
fn root_name(member: &Traits, target: &Shape) -> Option<String> {
    let is_root =
        member.has(id::HTTP_PAYLOAD) && matches!(target.kind, ShapeKind::Structure | ShapeKind::Union);
    let of_target = || text(&target.traits, id::XML_NAME).unwrap_or_else(|| target.id.name().to_owned());
    is_root.then(of_target)
}

fn xml_namespace(traits: &Traits) -> Option<SchemaTrait> {
    let property = |name| traits.property(id::XML_NAMESPACE, name).map(str::to_owned);
    Some(SchemaTrait::XmlNamespace { uri: property("uri")?, prefix: property("prefix") })
}

fn text(traits: &Traits, id: &str) -> Option<String> {
    traits.text(id).map(str::to_owned)
}
