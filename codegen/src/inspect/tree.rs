//! The shapes below an operation, or above a shape, each one opened once.

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::Diagnostic;
use crate::id::ShapeId;
use crate::model::traits::id;
use crate::model::{Member, Model, OperationShape, Shape, ShapeKind};

/// One line of a tree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Branch {
    /// Its depth; the root is at 0.
    pub depth: usize,
    /// The member, or the role of a shape in its operation.
    pub name: Option<String>,
    /// The shape.
    pub shape: ShapeId,
    /// The shape whose members are below: the shape itself, or the element of the list or map.
    pub opened: ShapeId,
    /// The kind of the shape: `structure`, `list of Tag`.
    pub kind: String,
    /// True if the member must be set.
    pub is_required: bool,
    /// True if the shapes below it are under an earlier line.
    pub is_repeated: bool,
}

/// The default maximum depth. The indentation of deeper levels would fill any screen, and that of a model that nests endlessly
/// any memory.
pub const MAX_DEPTH: usize = 256;

/// A use of a shape by another.
struct Edge<'m> {
    name: Option<String>,
    shape: &'m Shape,
    is_required: bool,
}

/// Returns the shapes of an operation, down to `depth` levels, or [`MAX_DEPTH`].
pub fn tree(model: &Model, operation: &str, depth: Option<usize>) -> Result<Vec<Branch>, Diagnostic> {
    let operations = model.operations();
    let (shape, _) = operations.get(operation).ok_or_else(|| {
        Diagnostic::error(format!("the service has no operation `{operation}`")).suggest(
            operation,
            operations.keys().copied(),
            "the command `operations` lists the operations",
        )
    })?;
    Ok(walk(shape, depth, &|shape| below(model, shape), &|shape| opened(model, shape)))
}

/// Returns the users of a shape, up to the operations and down to `depth` levels, or [`MAX_DEPTH`]. The shape is named with or
/// without its namespace.
pub fn inverted(model: &Model, name: &str, depth: Option<usize>) -> Result<Vec<Branch>, Diagnostic> {
    let named = |shape: &&Shape| shape.id.as_str() == name || shape.id.name() == name;
    let shape = model.shapes.values().find(named).ok_or_else(|| {
        Diagnostic::error(format!("the model has no shape `{name}`")).suggest(
            name,
            model.shapes.keys().map(ShapeId::name),
            "name a shape of the model, with or without its namespace",
        )
    })?;
    let users = users(model);
    let above = |shape: &Shape| {
        let users = users.get(&shape.id).into_iter().flatten();
        users
            .map(|(name, user, required)| Edge {
                name: Some(name.clone()),
                shape: user,
                is_required: *required,
            })
            .collect()
    };
    Ok(walk(shape, depth, &above, &|shape| shape))
}

/// The users of shapes, with the names under which they use them.
type Users<'m> = BTreeMap<&'m ShapeId, Vec<(String, &'m Shape, bool)>>;

fn users(model: &Model) -> Users<'_> {
    let mut users: Users<'_> = BTreeMap::new();
    for shape in model.shapes.values() {
        for member in shape.members.values() {
            let used = users.entry(&member.target.id).or_default();
            used.push((member.id.name.clone(), shape, member.traits.has(id::REQUIRED)));
        }
        if let ShapeKind::Operation(operation) = &shape.kind {
            for Edge { name, shape: target, .. } in messages(model, operation) {
                users.entry(&target.id).or_default().push((name.unwrap_or_default(), shape, false));
            }
        }
    }
    users
}

/// Walks from a shape to those below it. It keeps a stack of its own: models may nest as deeply as they like.
fn walk<'m>(
    root: &'m Shape,
    most: Option<usize>,
    below: &dyn Fn(&'m Shape) -> Vec<Edge<'m>>,
    opened: &dyn Fn(&'m Shape) -> &'m Shape,
) -> Vec<Branch> {
    let most = most.unwrap_or(MAX_DEPTH);
    let mut branches = Vec::new();
    let mut seen = BTreeSet::new();
    let mut open = vec![(0, Edge { name: None, shape: root, is_required: false })];
    while let Some((depth, edge)) = open.pop() {
        let inner = opened(edge.shape);
        let deeper = below(inner);
        let is_repeated = !deeper.is_empty() && seen.contains(&inner.id);
        if !is_repeated && depth < most {
            seen.insert(&inner.id);
            open.extend(deeper.into_iter().rev().map(|edge| (depth + 1, edge)));
        }
        branches.push(Branch {
            depth,
            name: edge.name,
            shape: edge.shape.id.clone(),
            opened: inner.id.clone(),
            kind: kind(edge.shape, inner),
            is_required: edge.is_required,
            is_repeated,
        });
    }
    branches
}

fn below<'m>(model: &'m Model, shape: &'m Shape) -> Vec<Edge<'m>> {
    match &shape.kind {
        ShapeKind::Operation(operation) => messages(model, operation),
        _ => members(model, shape),
    }
}

fn messages<'m>(model: &'m Model, operation: &'m OperationShape) -> Vec<Edge<'m>> {
    let edge = |name: &str, id: &ShapeId| {
        model.shape(id).map(|shape| Edge { name: Some(name.to_owned()), shape, is_required: false })
    };
    let common = model.service().map(|(_, service)| service.errors.as_slice()).unwrap_or_default();
    let input = operation.input.iter().map(|input| ("input", &input.id));
    let output = operation.output.iter().map(|output| ("output", &output.id));
    let errors = operation.errors.iter().chain(common).map(|error| ("error", &error.id));
    input.chain(output).chain(errors).filter_map(|(name, id)| edge(name, id)).collect()
}

/// Returns the members of structures and unions; the values of enums are not shapes.
fn members<'m>(model: &'m Model, shape: &'m Shape) -> Vec<Edge<'m>> {
    let holds =
        matches!(shape.kind, ShapeKind::Structure | ShapeKind::Union | ShapeKind::List | ShapeKind::Map);
    let edge = |member: &'m Member| {
        let is_required = member.traits.has(id::REQUIRED);
        Some(Edge { name: Some(member.id.name.clone()), shape: model.shape(&member.target.id)?, is_required })
    };
    shape.members.values().filter(|_| holds).filter_map(edge).collect()
}

/// Returns the shape whose members are below a shape. For a list or map, it is the element: a level for the list itself would add
/// nothing.
fn opened<'m>(model: &'m Model, shape: &'m Shape) -> &'m Shape {
    let element = match shape.kind {
        ShapeKind::List => shape.members.get("member"),
        ShapeKind::Map => shape.members.get("value"),
        _ => None,
    };
    let element = element.and_then(|member| model.shape(&member.target.id));
    element.unwrap_or(shape)
}

fn kind(shape: &Shape, inner: &Shape) -> String {
    match shape.kind {
        ShapeKind::List if inner.id != shape.id => format!("list of {}", inner.id.name()),
        ShapeKind::Map if inner.id != shape.id => format!("map to {}", inner.id.name()),
        ShapeKind::Enum | ShapeKind::IntEnum => format!("{} of {}", shape.type_name(), shape.members.len()),
        _ if shape.traits.has(id::ERROR) => "error".to_owned(),
        _ => shape.type_name().to_owned(),
    }
}
