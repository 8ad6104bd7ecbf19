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
    let is_structure = super::is_structure(shape);
    let mut add = |id: &str, value: Value| member.traits.insert(id, value, node.location.clone());
    let is_flat_shape = target.as_ref().is_some_and(|target| target.is_true("flattened"));
    if is_structure && (is_flat_shape || node.is_true("flattened")) {
        add(id::XML_FLATTENED, json!({}));
    }
    let element = || target.as_ref()?.get("member")?.get("locationName").filter(|_| is_flat_shape);
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
    if let Some(namespace) = super::root::namespace_of(node, target.as_ref()) {
        add(id::XML_NAMESPACE, namespace.value);
    }
}
