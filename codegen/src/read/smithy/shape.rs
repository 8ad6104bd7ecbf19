//! Shapes and their members.

use std::collections::BTreeMap;

use crate::source::json;
use indexmap::IndexMap;

use crate::diagnostic::Diagnostic;
use crate::id::{ShapeId, is_identifier};
use crate::model::{
    Member, OperationShape, Reference, ResourceShape, ServiceShape, Shape, ShapeKind, SimpleKind, Traits,
};
use crate::source::Node;

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

/// Reads a shape.
pub(super) fn read(name: &str, node: &Node<'_>) -> Result<Shape, Diagnostic> {
    let id = ShapeId::parse(name).ok_or_else(|| bad_id(name, node))?;
    let kind_node = node.required("type")?;
    let kind = kind(kind_node.text()?, node).transpose()?.ok_or_else(|| unknown_kind(&kind_node))?;
    let members = members(&id, &kind, node)?;
    let mut traits = traits(node)?;
    if kind_node.value == "set" {
        traits.insert("smithy.api#uniqueItems", json!({}), kind_node.location);
    }
    Ok(Shape { members, traits, location: node.location.clone(), kind, id })
}

fn bad_id(name: &str, node: &Node<'_>) -> Diagnostic {
    Diagnostic::error(format!("`{name}` is not a shape id")).at(&node.location).with_help(
        "a shape id has the form `namespace#Name`, with ASCII letters, digits and underscores in each part",
    )
}

fn unknown_kind(node: &Node<'_>) -> Diagnostic {
    let name = node.value.as_str().unwrap_or_default();
    Diagnostic::error(format!("`{name}` is not a type of shape")).at(&node.location).suggest(
        name,
        KINDS,
        "the types are those of the Smithy 2.0 JSON AST, such as `structure`, `list` and `string`",
    )
}

/// Returns `None` for an unknown type.
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
        let name = to.text()?;
        if !is_identifier(name) {
            return Err(Diagnostic::error(format!("`{}` is not a name of a shape", name.escape_debug()))
                .at(&to.location)
                .with_help("a name consists of ASCII letters, digits and underscores, and does not start with a digit"));
        }
        rename.insert(ShapeId::parse(from).ok_or_else(|| bad_id(from, &to))?, name.to_owned());
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

/// Reads an optional list of references.
pub(super) fn references(node: &Node<'_>, key: &str) -> Result<Vec<Reference>, Diagnostic> {
    let Some(list) = node.get(key) else { return Ok(Vec::new()) };
    list.elements()?.iter().map(reference).collect()
}

/// Reads `{"target": "namespace#Name"}`.
fn reference(node: &Node<'_>) -> Result<Reference, Diagnostic> {
    let target = node.required("target")?;
    let name = target.text()?;
    let id = ShapeId::parse(name).ok_or_else(|| bad_id(name, &target))?;
    Ok(Reference { id, location: target.location })
}

/// Returns the names of the members that shapes of a kind must have. They may come from mixins.
pub(super) fn member_names(kind: &ShapeKind) -> &'static [&'static str] {
    match kind {
        ShapeKind::List => &["member"],
        ShapeKind::Map => &["key", "value"],
        ShapeKind::Simple(_)
        | ShapeKind::Enum
        | ShapeKind::IntEnum
        | ShapeKind::Structure
        | ShapeKind::Union
        | ShapeKind::Operation(_)
        | ShapeKind::Resource(_)
        | ShapeKind::Service(_) => &[],
    }
}

fn members(id: &ShapeId, kind: &ShapeKind, node: &Node<'_>) -> Result<IndexMap<String, Member>, Diagnostic> {
    let named = match kind {
        ShapeKind::List | ShapeKind::Map => {
            member_names(kind).iter().filter_map(|name| Some((*name, node.get(name)?))).collect()
        }
        _ => node.get("members").map(|members| members.entries()).transpose()?.unwrap_or_default(),
    };
    named.into_iter().map(|(name, node)| Ok((name.to_owned(), member(id, name, &node)?))).collect()
}

/// The maximum length of a member name in bytes.
const MAX_MEMBER_NAME: usize = 1000;

fn member(shape: &ShapeId, name: &str, node: &Node<'_>) -> Result<Member, Diagnostic> {
    if name.len() > MAX_MEMBER_NAME {
        let start: String = name.chars().take(40).collect();
        return Err(Diagnostic::error(format!("the member name `{start}...` has {} bytes", name.len()))
            .at(&node.location)
            .with_help(format!("use a name of at most {MAX_MEMBER_NAME} bytes")));
    }
    if !is_identifier(name) {
        return Err(Diagnostic::error(format!("`{name}` is not a member name"))
            .at(&node.location)
            .with_help(
                "a member name consists of ASCII letters, digits and underscores, and does not start with a digit",
            ));
    }
    Ok(Member {
        id: shape.member(name),
        target: reference(node)?,
        traits: traits(node)?,
        location: node.location.clone(),
    })
}

/// Reads the traits of a shape, member or `apply` statement.
pub(super) fn traits(node: &Node<'_>) -> Result<Traits, Diagnostic> {
    let mut traits = Traits::default();
    for (id, node) in node.get("traits").map(|traits| traits.entries()).transpose()?.unwrap_or_default() {
        traits.insert(id, node.value.clone(), node.location);
    }
    Ok(traits)
}
