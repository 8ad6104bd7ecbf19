//! Names and namespaces of the roots of XML bodies.

use std::collections::BTreeMap;

use crate::source::Value;

use super::namespace::{Namespace, namespace_of};
use super::reference::{is_structure, target};
use crate::diagnostic::Diagnostic;
use crate::id::ShapeId;
use crate::model::traits::id;
use crate::model::{Member, Traits};
use crate::source::Node;

/// The roots of the bodies of requests.
pub(super) struct Roots<'a> {
    /// References to inputs that are roots, by shape.
    inputs: BTreeMap<&'a str, Node<'a>>,
    /// The namespace of all roots, if it is the same.
    shared: Option<Namespace>,
}

impl<'a> Roots<'a> {
    pub(super) fn of(operations: &Node<'a>, shapes: &Node<'a>) -> Result<Self, Diagnostic> {
        let (mut inputs, mut namespaces) = (BTreeMap::new(), Vec::new());
        for (_, operation) in operations.entries()? {
            let Some(input) = operation.get("input") else { continue };
            let Some((name, shape)) = target(&input, shapes) else { continue };
            match body(&shape, shapes) {
                Body::None => {}
                Body::Payload(member) => {
                    let shape = target(&member, shapes).map(|(_, shape)| shape);
                    namespaces.push(namespace_of(&member).or_else(|| namespace_of(&shape?)));
                }
                Body::Input => {
                    namespaces.push(namespace_of(&input).or_else(|| namespace_of(&shape)));
                    inputs.insert(name, input);
                }
            }
        }
        Ok(Self { inputs, shared: shared(&namespaces) })
    }

    pub(super) fn shared_namespace(&self) -> Option<&Namespace> {
        self.shared.as_ref()
    }

    /// Adds the names of an input as the root of its body. `name` is botocore's. The shape's own name comes first.
    pub(super) fn add_to_input(&self, name: &str, node: &Node<'_>, id: &ShapeId, traits: &mut Traits) {
        let Some(input) = self.inputs.get(name) else { return };
        if node.get("locationName").is_none() {
            add_name(input, id, traits);
        }
        self.add_namespace(input, traits);
    }

    /// Adds the names of a payload as the root of the body. The name may be that of the member, which is not the root's: then it
    /// comes without a namespace.
    pub(super) fn add_to_payload(&self, name: &str, node: &Node<'_>, member: &mut Member) {
        let is_other = node.get("locationName").is_some_and(|root| root.value != name);
        if is_other || node.get("xmlNamespace").is_some() {
            add_name(node, &member.target.id, &mut member.traits);
        }
        self.add_namespace(node, &mut member.traits);
    }

    fn add_namespace(&self, reference: &Node<'_>, traits: &mut Traits) {
        if let Some(Namespace { value, location }) = namespace_of(reference).filter(|_| self.shared.is_none())
        {
            traits.insert(id::XML_NAMESPACE, value, location);
        }
    }
}

/// Adds the name of a reference, unless it is that of the shape.
fn add_name(reference: &Node<'_>, shape: &ShapeId, traits: &mut Traits) {
    if let Some(name) = reference.get("locationName").filter(|name| name.value != shape.name()) {
        traits.insert(id::XML_NAME, name.value.clone(), name.location);
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
        let is_root = target(&member, shapes).is_some_and(|(_, shape)| is_structure(&shape));
        return if is_root { Body::Payload(member) } else { Body::None };
    }
    let mut members = members.iter().filter_map(|members| members.value.as_object()).flatten();
    let has_body = members.any(|(_, member)| member.get("location").is_none());
    if has_body { Body::Input } else { Body::None }
}

/// Returns the namespace that all roots have.
fn shared(namespaces: &[Option<Namespace>]) -> Option<Namespace> {
    let first = namespaces.first()?.as_ref()?;
    let is_same = |other: &Option<Namespace>| other.as_ref().is_some_and(|other| other.value == first.value);
    namespaces.iter().all(is_same).then(|| first.clone())
}
