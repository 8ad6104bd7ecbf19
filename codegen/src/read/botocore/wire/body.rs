//! Names of members in bodies.

use serde_json::{Value, json};

use super::Wire;
use crate::model::Member;
use crate::model::traits::id;
use crate::source::Node;

/// Protocols with bodies of XML or queries.
const XML: [&str; 3] = ["aws.protocols#restXml", "aws.protocols#awsQuery", "aws.protocols#ec2Query"];

/// Adds the names of a member, in the traits of each protocol of the service. Members have the traits that botocore puts on
/// their target.
pub(super) fn add_names(wire: &Wire<'_>, shape: &Node<'_>, name: &str, node: &Node<'_>, member: &mut Member) {
    let target = wire.target(node);
    let of_target = |key: &str| target.as_ref().and_then(|target| target.get(key));
    let is_structure = super::is_structure(shape);
    let mut add = |id: &str, value: Value| member.traits.insert(id, value, node.location.clone());
    let is_flattened = node.is_true("flattened") || target.as_ref().is_some_and(|it| it.is_true("flattened"));
    if is_structure && is_flattened {
        add(id::XML_FLATTENED, json!({}));
    }
    let element = || of_target("member")?.get("locationName").filter(|_| is_flattened);
    let is_xml = |id: &&str| XML.contains(id);
    if let Some(wire_name) = node.get("locationName").or_else(element).filter(|it| it.value != name) {
        if wire.protocols.iter().any(is_xml) {
            add(id::XML_NAME, wire_name.value.clone());
        }
        if is_structure && !wire.protocols.iter().all(is_xml) {
            add(id::JSON_NAME, wire_name.value.clone());
        }
    }
    if let Some(name) = node.get("queryName") {
        add(id::EC2_QUERY_NAME, name.value.clone());
    }
    if let Some(namespace) = node.get("xmlNamespace").or_else(|| of_target("xmlNamespace")) {
        add(id::XML_NAMESPACE, super::root::namespace(&namespace));
    }
}
