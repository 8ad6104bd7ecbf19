//! Locations and names on the wire, which depend on the protocols of the service.

mod body;
mod http;
mod namespace;
mod reference;
mod root;

use crate::source::json;

use self::namespace::{Namespace, namespace_of};
use self::reference::is_structure;
use self::root::Roots;
use super::service;
use crate::diagnostic::Diagnostic;
use crate::id::ShapeId;
use crate::model::traits::id;
use crate::model::{Member, Traits};
use crate::source::{Node, Value};

/// The file of a service, for traits that depend on more than their own shape.
pub(super) struct Wire<'a> {
    shapes: Node<'a>,
    protocols: Vec<&'static str>,
    roots: Roots<'a>,
}

impl<'a> Wire<'a> {
    pub(super) fn of(root: &Node<'a>) -> Result<Self, Diagnostic> {
        let shapes = root.required("shapes")?;
        let protocols = service::protocols(&root.required("metadata")?)?;
        let roots = Roots::of(&root.required("operations")?, &shapes)?;
        Ok(Self { shapes, protocols, roots })
    }

    /// Adds the HTTP binding of a member, or its names in bodies.
    pub(super) fn add_to_member(
        &self,
        shape: &Node<'_>,
        name: &str,
        node: &Node<'_>,
        member: &mut Member,
    ) -> Result<(), Diagnostic> {
        let target = self.target(node);
        if let Some((id, value)) = http::binding(name, node, target.as_ref())? {
            member.traits.insert(id, value, node.location.clone());
            return Ok(());
        }
        let is_payload = shape.value.get("payload").and_then(Value::as_str) == Some(name);
        if is_payload {
            member.traits.insert(id::HTTP_PAYLOAD, json!({}), node.location.clone());
        }
        let is_root = is_payload && self.protocols.contains(&"aws.protocols#restXml");
        if is_root && target.as_ref().is_some_and(is_structure) {
            self.roots.add_to_payload(name, node, member);
        } else {
            body::add_names(&self.protocols, shape, name, node, target.as_ref(), member);
        }
        Ok(())
    }

    /// Adds the XML namespace of a shape, and its names as the root of a body.
    pub(super) fn add_to_shape(&self, name: &str, shape: &ShapeId, node: &Node<'_>, traits: &mut Traits) {
        if let Some(name) = node.get("locationName") {
            traits.insert(id::XML_NAME, name.value.clone(), name.location);
        }
        if let Some(Namespace { value, location }) = namespace_of(node) {
            traits.insert(id::XML_NAMESPACE, value, location);
        }
        self.roots.add_to_input(name, node, shape, traits);
    }

    /// Adds the HTTP binding of an operation. Other protocols than those of REST send `POST /`.
    pub(super) fn add_to_operation(&self, node: &Node<'_>, traits: &mut Traits) {
        let Some(http) = node.get("http") else { return };
        let is_default = |binding: &Value| *binding == json!({ "method": "POST", "uri": "/" });
        let is_rest = |id: &&str| id.contains("#rest");
        let binding = http::operation(&http, node.get("input").and_then(|input| self.target(&input)));
        if let Some(binding) = binding
            && (self.protocols.iter().any(is_rest) || !is_default(&binding))
        {
            traits.insert(id::HTTP, binding, http.location);
        }
    }

    /// Adds the XML namespace that the roots of all bodies share.
    pub(super) fn add_to_service(&self, traits: &mut Traits) {
        if let Some(namespace) = self.roots.shared_namespace()
            && !traits.has(id::XML_NAMESPACE)
        {
            traits.insert(id::XML_NAMESPACE, namespace.value.clone(), namespace.location.clone());
        }
    }

    /// Returns the shape that a member, input or output refers to.
    fn target(&self, node: &Node<'a>) -> Option<Node<'a>> {
        reference::target(node, &self.shapes).map(|(_, shape)| shape)
    }
}
