//! Names and namespaces of the roots of XML bodies.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::diagnostic::Diagnostic;
use crate::id::ShapeId;
use crate::model::traits::id;
use crate::model::{Member, Traits};
use crate::source::{Location, Node};

/// The roots of the bodies of requests.
pub(super) struct Roots<'a> {
    /// References to inputs that are roots, by shape.
    inputs: BTreeMap<&'a str, Node<'a>>,
    /// The namespace of all roots, if it is the same.
    shared: Option<Namespace>,
}

/// A value of `smithy.api#xmlNamespace`.
pub(super) struct Namespace {
    pub(super) value: Value,
    pub(super) location: Location,
}

impl<'a> Roots<'a> {
    pub(super) fn of(operations: &Node<'a>, shapes: &Node<'a>) -> Result<Self, Diagnostic> {
        let (mut inputs, mut namespaces) = (BTreeMap::new(), Vec::new());
        for (_, operation) in operations.entries()? {
            let Some(input) = operation.get("input") else { continue };
            let Some(name) = input.value.get("shape").and_then(Value::as_str) else { continue };
            let Some(shape) = shapes.get(name) else { continue };
            match body(&shape, shapes) {
                Body::None => {}
                Body::Payload(member) => namespaces.push(member.get("xmlNamespace")),
                Body::Input => {
                    namespaces.push(input.get("xmlNamespace"));
                    inputs.insert(name, input);
                }
            }
        }
        Ok(Self { inputs, shared: shared(&namespaces) })
    }

    pub(super) fn shared_namespace(&self) -> Option<&Namespace> {
        self.shared.as_ref()
    }

    /// Adds the names of an input as the root of its body. `name` is botocore's.
    pub(super) fn add_to_input(&self, name: &str, shape: &ShapeId, traits: &mut Traits) {
        if let Some(input) = self.inputs.get(name) {
            self.add(input, shape, traits);
        }
    }

    /// Adds the names of a payload as the root of the body.
    pub(super) fn add_to_payload(&self, node: &Node<'_>, member: &mut Member) {
        self.add(node, &member.target.id, &mut member.traits);
    }

    /// Adds the names of a reference to a shape, whose own name is that of the root without a trait.
    fn add(&self, reference: &Node<'_>, shape: &ShapeId, traits: &mut Traits) {
        if let Some(root) = reference.get("locationName").filter(|root| root.value != shape.name()) {
            traits.insert(id::XML_NAME, root.value.clone(), root.location);
        }
        if let Some(own) = reference.get("xmlNamespace").filter(|_| self.shared.is_none()) {
            traits.insert(id::XML_NAMESPACE, namespace(&own), own.location);
        }
    }
}

/// The body of a request.
enum Body<'a> {
    /// The request has no body of XML.
    None,
    /// A member is the root.
    Payload(Node<'a>),
    /// The input is the root.
    Input,
}

fn body<'a>(input: &Node<'a>, shapes: &Node<'a>) -> Body<'a> {
    let members = input.get("members");
    let payload = input.value.get("payload").and_then(Value::as_str);
    if let Some(member) = payload.and_then(|name| members.as_ref()?.get(name)) {
        let target = member.value.get("shape").and_then(Value::as_str).and_then(|name| shapes.get(name));
        let is_root = target.as_ref().is_some_and(super::is_structure);
        return if is_root { Body::Payload(member) } else { Body::None };
    }
    let mut members = members.iter().filter_map(|members| members.value.as_object()).flatten();
    let has_body = members.any(|(_, member)| member.get("location").is_none());
    if has_body { Body::Input } else { Body::None }
}

/// Returns the namespace that all roots have.
fn shared(namespaces: &[Option<Node<'_>>]) -> Option<Namespace> {
    let first = namespaces.first()?.as_ref()?;
    let value = namespace(first);
    let is_same = |other: &Option<Node<'_>>| other.as_ref().is_some_and(|other| namespace(other) == value);
    namespaces.iter().all(is_same).then(|| Namespace { value, location: first.location.clone() })
}

/// Converts a namespace, which may be its URI alone.
pub(super) fn namespace(node: &Node<'_>) -> Value {
    if node.value.is_string() { json!({ "uri": node.value }) } else { node.value.clone() }
}
