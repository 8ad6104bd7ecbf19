//! Smithy JSON AST, 2.0 or 1.0 -> model. Source: Smithy 2.0 specification, "JSON AST".

use std::collections::BTreeMap;
use std::sync::Arc;

use indexmap::IndexMap;
use serde_json::json;

use super::node::Node;
use super::overlay::Statements;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::id::{ShapeId, is_identifier};
use crate::model::traits::{OF_OVERLAYS, id};
use crate::model::{
    Member, Model, OperationShape, Reference, ResourceShape, ServiceShape, Shape, ShapeKind, SimpleKind,
    Traits,
};
use crate::source::{Source, Value};

mod mixin;
mod upgrade;

use mixin::Mixins;

/// The kinds of the JSON AST, for suggestions.
const KINDS: [&str; 22] = [
    "apply",
    "bigDecimal",
    "bigInteger",
    "blob",
    "boolean",
    "byte",
    "document",
    "double",
    "enum",
    "float",
    "intEnum",
    "integer",
    "list",
    "long",
    "map",
    "operation",
    "resource",
    "service",
    "short",
    "string",
    "structure",
    "union",
];

/// Reads every shape of the document. Mixins and `apply` statements have taken effect in the result, and a model of
/// Smithy 1.0 has become one of 2.0.
pub(super) fn read(source: &Arc<Source>, document: &Value) -> Result<Model, Diagnostics> {
    let root = Node::new(document, source.place(""));
    let version = check_version(&root)?;
    let (mut model, mixins) = shapes(&root)?;
    complete(&mut model, &mixins, &Statements::read(&root)?)?;
    if version == Version::One {
        upgrade::defaults(&mut model);
    }
    upgrade::enums(&mut model)?;
    only_facts(&model)?;
    Ok(model)
}

/// A model states facts of a service. What brings code into the crate is for those to say who generate it.
fn only_facts(model: &Model) -> Result<(), Diagnostics> {
    let mut findings = Diagnostics::default();
    let members = model.shapes.values().flat_map(|shape| shape.members.values().map(|member| &member.traits));
    for traits in model.shapes.values().map(|shape| &shape.traits).chain(members) {
        for (id, given) in OF_OVERLAYS.iter().filter_map(|id| Some((id, traits.get(id)?))) {
            findings.push(
                Diagnostic::error(format!("a model cannot say `{id}`, only an overlay can"))
                    .at(&given.place)
                    .with_help("it decides what code the crate holds; move it into an overlay of your own"),
            );
        }
    }
    findings.finish(())
}

fn shapes(root: &Node<'_>) -> Result<(Model, Mixins), Diagnostics> {
    let (mut model, mut mixins) = (Model::default(), Mixins::new());
    let mut findings = Diagnostics::default();
    for (name, node) in root.get("shapes").map(|shapes| shapes.entries()).transpose()?.unwrap_or_default() {
        if node.value.get("type").and_then(Value::as_str) == Some("apply") {
            continue;
        }
        let read = shape(name, &node).and_then(|shape| Ok((shape, references(&node, "mixins")?)));
        match read {
            Ok((shape, mixed)) => {
                if !mixed.is_empty() {
                    mixins.insert(shape.id.clone(), mixed);
                }
                model.shapes.insert(shape.id.clone(), shape);
            }
            Err(finding) => findings.push(finding),
        }
    }
    findings.finish((model, mixins))
}

/// Carries out `apply` statements and mixes mixins in. A statement may speak of a mixin, which then hands on what it
/// got, or of a member that a shape has from a mixin.
fn complete(model: &mut Model, mixins: &Mixins, statements: &Statements<'_>) -> Result<(), Diagnostics> {
    let order = mixin::order(model, mixins)?;
    let mut findings = Diagnostics::default();
    for shape in statements.shapes().filter(|shape| !mixins.contains_key(*shape)) {
        statements.carry_out(model, shape, &mut findings);
    }
    for id in order {
        match mixin::mix(model, &id, &mixins[&id]) {
            Ok(()) => statements.carry_out(model, id.as_str(), &mut findings),
            Err(finding) => findings.push(finding),
        }
    }
    model.shapes.retain(|_, shape| !shape.traits.has(id::MIXIN));
    findings.finish(())
}

/// A version of Smithy.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Version {
    One,
    Two,
}

/// Checks that the document is a JSON AST of a version that is understood.
pub(super) fn check_version(root: &Node<'_>) -> Result<Version, Diagnostic> {
    let version = root.required("smithy")?;
    match version.text()? {
        "1" | "1.0" => Ok(Version::One),
        "2" | "2.0" => Ok(Version::Two),
        other => Err(Diagnostic::error(format!("Smithy version `{other}` is not supported"))
            .at(&version.place)
            .with_help("versions 1.0 and 2.0 are understood; convert the model with the Smithy CLI")),
    }
}

fn shape(name: &str, node: &Node<'_>) -> Result<Shape, Diagnostic> {
    let id = ShapeId::parse(name).ok_or_else(|| bad_id(name, node))?;
    let kind_node = node.required("type")?;
    let kind = kind(kind_node.text()?, node).transpose()?.ok_or_else(|| unknown_kind(&kind_node))?;
    let members = members(&id, &kind, node)?;
    let mut traits = traits(node)?;
    if kind_node.value == "set" {
        traits.insert("smithy.api#uniqueItems", json!({}), kind_node.place);
    }
    Ok(Shape { members, traits, place: node.place.clone(), kind, id })
}

fn bad_id(name: &str, node: &Node<'_>) -> Diagnostic {
    Diagnostic::error(format!("`{name}` is not a shape id")).at(&node.place).with_help(
        "a shape id has the form `namespace#Name`, each part made of ASCII letters, digits and underscores",
    )
}

fn unknown_kind(node: &Node<'_>) -> Diagnostic {
    let name = node.value.as_str().unwrap_or_default();
    Diagnostic::error(format!("`{name}` is not a type of shape")).at(&node.place).suggest(
        name,
        KINDS,
        "the types are those of the Smithy 2.0 JSON AST, such as `structure`, `list` and `string`",
    )
}

/// `None` for a type that does not exist.
fn kind(name: &str, node: &Node<'_>) -> Option<Result<ShapeKind, Diagnostic>> {
    if let Some(simple) = SimpleKind::parse(name) {
        return Some(Ok(ShapeKind::Simple(simple)));
    }
    Some(match name {
        "enum" => Ok(ShapeKind::Enum),
        "intEnum" => Ok(ShapeKind::IntEnum),
        "list" | "set" => Ok(ShapeKind::List),
        "map" => Ok(ShapeKind::Map),
        "structure" => Ok(ShapeKind::Structure),
        "union" => Ok(ShapeKind::Union),
        "operation" => operation(node).map(ShapeKind::Operation),
        "resource" => resource(node).map(ShapeKind::Resource),
        "service" => service(node).map(ShapeKind::Service),
        _ => return None,
    })
}

fn operation(node: &Node<'_>) -> Result<OperationShape, Diagnostic> {
    let optional = |key| -> Result<Option<Reference>, Diagnostic> {
        let found = node.get(key).map(|target| reference(&target)).transpose()?;
        Ok(found.filter(|reference| reference.id.as_str() != "smithy.api#Unit"))
    };
    Ok(OperationShape {
        input: optional("input")?,
        output: optional("output")?,
        errors: references(node, "errors")?,
    })
}

fn resource(node: &Node<'_>) -> Result<ResourceShape, Diagnostic> {
    let mut lifecycle = BTreeMap::new();
    for role in ResourceShape::LIFECYCLE {
        if let Some(operation) = node.get(role) {
            lifecycle.insert(role.to_owned(), reference(&operation)?);
        }
    }
    let rest =
        ["identifiers", "properties"].into_iter().filter_map(|key| Some((key.to_owned(), node.get(key)?)));
    let rest = rest.map(|(key, node)| (key, node.value.clone())).collect();
    Ok(ResourceShape {
        lifecycle,
        operations: references(node, "operations")?,
        collection_operations: references(node, "collectionOperations")?,
        resources: references(node, "resources")?,
        rest,
    })
}

fn service(node: &Node<'_>) -> Result<ServiceShape, Diagnostic> {
    let mut rename = BTreeMap::new();
    for (from, to) in node.get("rename").map(|entries| entries.entries()).transpose()?.unwrap_or_default() {
        rename.insert(ShapeId::parse(from).ok_or_else(|| bad_id(from, &to))?, to.text()?.to_owned());
    }
    Ok(ServiceShape {
        version: node
            .get("version")
            .map(|version| version.text())
            .transpose()?
            .unwrap_or_default()
            .to_owned(),
        operations: references(node, "operations")?,
        resources: references(node, "resources")?,
        errors: references(node, "errors")?,
        rename,
    })
}

fn references(node: &Node<'_>, key: &str) -> Result<Vec<Reference>, Diagnostic> {
    let Some(list) = node.get(key) else { return Ok(Vec::new()) };
    list.elements()?.iter().map(reference).collect()
}

/// `{"target": "namespace#Name"}`
fn reference(node: &Node<'_>) -> Result<Reference, Diagnostic> {
    let target = node.required("target")?;
    let name = target.text()?;
    let id = ShapeId::parse(name).ok_or_else(|| bad_id(name, &target))?;
    Ok(Reference { id, place: target.place })
}

fn members(id: &ShapeId, kind: &ShapeKind, node: &Node<'_>) -> Result<IndexMap<String, Member>, Diagnostic> {
    let named = match kind {
        ShapeKind::List => vec![("member", node.required("member")?)],
        ShapeKind::Map => vec![("key", node.required("key")?), ("value", node.required("value")?)],
        _ => node.get("members").map(|members| members.entries()).transpose()?.unwrap_or_default(),
    };
    named.into_iter().map(|(name, node)| Ok((name.to_owned(), member(id, name, &node)?))).collect()
}

/// No one could read a longer name, or would want its setter.
const LONGEST_MEMBER: usize = 1000;

fn member(shape: &ShapeId, name: &str, node: &Node<'_>) -> Result<Member, Diagnostic> {
    if name.len() > LONGEST_MEMBER {
        let start: String = name.chars().take(40).collect();
        return Err(Diagnostic::error(format!("the member name `{start}...` has {} bytes", name.len()))
            .at(&node.place)
            .with_help(format!("give the member a name of at most {LONGEST_MEMBER} bytes")));
    }
    if !is_identifier(name) {
        return Err(Diagnostic::error(format!("`{name}` is not a member name")).at(&node.place).with_help(
            "a member name is made of ASCII letters, digits and underscores, not led by a digit",
        ));
    }
    Ok(Member {
        id: shape.member(name),
        target: reference(node)?,
        traits: traits(node)?,
        place: node.place.clone(),
    })
}

/// The traits of a shape, member or `apply` statement.
pub(super) fn traits(node: &Node<'_>) -> Result<Traits, Diagnostic> {
    let mut traits = Traits::default();
    for (id, node) in node.get("traits").map(|traits| traits.entries()).transpose()?.unwrap_or_default() {
        traits.insert(id, node.value.clone(), node.place);
    }
    Ok(traits)
}
