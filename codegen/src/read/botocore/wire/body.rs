//! Names of members in bodies.

use crate::source::{Value, json};

use super::namespace::namespace_of;
use super::reference::is_structure;
use crate::model::Member;
use crate::model::traits::id;
use crate::source::Node;

/// Protocols with bodies of XML or queries.
const XML: [&str; 3] = ["aws.protocols#restXml", "aws.protocols#awsQuery", "aws.protocols#ec2Query"];

/// Adds the names of a member, in the traits of each protocol. Lists and maps that are flattened in botocore have members that
/// are.
pub(super) fn add_names(
    protocols: &[&str],
    shape: &Node<'_>,
    name: &str,
    node: &Node<'_>,
    target: Option<&Node<'_>>,
    member: &mut Member,
) {
    let is_structure = is_structure(shape);
    let mut add = |id: &str, value: Value| member.traits.insert(id, value, node.location.clone());
    let is_flat_shape = target.is_some_and(|target| target.is_true("flattened"));
    if is_structure && (is_flat_shape || node.is_true("flattened")) {
        add(id::XML_FLATTENED, json!({}));
    }
    let element = || target?.get("member")?.get("locationName").filter(|_| is_flat_shape);
    let is_xml = |id: &&str| XML.contains(id);
    if let Some(wire_name) = node.get("locationName").or_else(element).filter(|it| it.value != name) {
        if protocols.iter().any(is_xml) {
            add(id::XML_NAME, wire_name.value.clone());
        }
        if is_structure && !protocols.iter().all(is_xml) {
            add(id::JSON_NAME, wire_name.value.clone());
        }
    }
    if let Some(name) = node.get("queryName") {
        add(id::EC2_QUERY_NAME, name.value.clone());
    }
    if let Some(namespace) = namespace_of(node) {
        add(id::XML_NAMESPACE, namespace.value);
    }
}
