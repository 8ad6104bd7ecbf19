//! `apply` statements and their targets.

use std::collections::BTreeMap;

use super::shape;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::id::ShapeId;
use crate::model::{Model, Shape, Traits};
use crate::source::{Node, Value};

/// The `apply` statements of a document, by the shape that they target.
pub(in crate::read) struct Statements<'a>(BTreeMap<&'a str, Vec<(&'a str, Node<'a>)>>);

impl<'a> Statements<'a> {
    pub(in crate::read) fn read(root: &Node<'a>) -> Result<Self, Diagnostic> {
        let mut statements: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for (name, node) in shapes(root)? {
            if is_statement(&node) {
                let shape = name.split('$').next().unwrap_or(name);
                statements.entry(shape).or_default().push((name, node));
            }
        }
        Ok(Self(statements))
    }

    /// Returns the shapes that any statement targets.
    pub(super) fn shapes(&self) -> impl Iterator<Item = &'a str> {
        self.0.keys().copied()
    }

    /// Returns all statements with their targets.
    pub(in crate::read) fn all(&self) -> impl Iterator<Item = (&'a str, &Node<'a>)> {
        self.0.values().flatten().map(|(name, node)| (*name, node))
    }

    /// Applies the statements on one shape and its members to the model: they add and replace traits.
    pub(super) fn apply(&self, model: &mut Model, shape: &str, diagnostics: &mut Diagnostics) {
        for (name, node) in self.0.get(shape).into_iter().flatten() {
            if let Err(diagnostic) = apply_one(model, name, node) {
                diagnostics.push(diagnostic);
            }
        }
    }
}

/// Returns true for an `apply` statement, false for a shape.
pub(in crate::read) fn is_statement(node: &Node<'_>) -> bool {
    node.value.get("type").and_then(Value::as_str) == Some("apply")
}

/// Returns the entries of a document: shapes and statements.
pub(in crate::read) fn shapes<'a>(root: &Node<'a>) -> Result<Vec<(&'a str, Node<'a>)>, Diagnostic> {
    Ok(root.get("shapes").map(|shapes| shapes.entries()).transpose()?.unwrap_or_default())
}

/// Returns the traits of a statement, which has no other keys.
pub(in crate::read) fn entries<'a>(statement: &Node<'a>) -> Result<Vec<(&'a str, Node<'a>)>, Diagnostic> {
    for (key, node) in statement.entries()? {
        if !["type", "traits"].contains(&key) {
            return Err(Diagnostic::error(format!("a statement of an overlay has no key `{key}`"))
                .at(&node.location)
                .suggest(key, ["traits"], "put traits into `traits`, and remove other keys"));
        }
    }
    statement.required("traits")?.entries()
}

fn apply_one(model: &mut Model, name: &str, node: &Node<'_>) -> Result<(), Diagnostic> {
    let added = shape::traits(node)?;
    let target = Target::find(model, name, node)?;
    if let Some(traits) = target.traits(model) {
        traits.extend(&added);
    }
    Ok(())
}

/// A shape of the model, or a member of one.
pub(in crate::read) struct Target {
    /// The name in the statement.
    pub(in crate::read) name: String,
    /// The shape.
    pub(in crate::read) shape: ShapeId,
    /// The member.
    pub(in crate::read) member: Option<String>,
}

impl Target {
    /// Finds the target of a statement.
    pub(in crate::read) fn find(model: &Model, name: &str, statement: &Node<'_>) -> Result<Self, Diagnostic> {
        let (shape, member) =
            name.split_once('$').map_or((name, None), |(shape, member)| (shape, Some(member)));
        let found =
            model.shapes.get(shape).ok_or_else(|| unknown_shape(model, shape).at(&statement.location))?;
        if let Some(member) = member.filter(|member| !found.members.contains_key(*member)) {
            return Err(unknown_member(found, member).at(&statement.location));
        }
        Ok(Self { name: name.to_owned(), shape: found.id.clone(), member: member.map(str::to_owned) })
    }

    /// Returns the traits of the target.
    pub(in crate::read) fn traits<'m>(&self, model: &'m mut Model) -> Option<&'m mut Traits> {
        let shape = model.shapes.get_mut(&self.shape)?;
        match &self.member {
            None => Some(&mut shape.traits),
            Some(member) => shape.members.get_mut(member).map(|member| &mut member.traits),
        }
    }
}

fn unknown_shape(model: &Model, name: &str) -> Diagnostic {
    Diagnostic::error(format!("the model has no shape `{name}` to apply traits to")).suggest(
        name,
        model.shapes.keys().map(ShapeId::as_str),
        "remove the statement, or use a shape of the model",
    )
}

fn unknown_member(shape: &Shape, member: &str) -> Diagnostic {
    Diagnostic::error(format!("the model has no member `{}` to apply traits to", shape.id.member(member)))
        .suggest(
            member,
            shape.members.keys().map(String::as_str),
            "remove the statement, or use a member of the shape",
        )
}
