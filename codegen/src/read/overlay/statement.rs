//! `apply` statements and what they speak of.

use std::collections::BTreeMap;

use super::{unknown_member, unknown_shape};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::id::ShapeId;
use crate::model::{Model, Traits};
use crate::read::node::Node;
use crate::read::smithy;
use crate::source::Value;

/// The `apply` statements of a document, by the shape that they speak of.
pub(in crate::read) struct Statements<'a>(BTreeMap<&'a str, Vec<(&'a str, Node<'a>)>>);

impl<'a> Statements<'a> {
    pub(in crate::read) fn read(root: &Node<'a>) -> Result<Self, Diagnostic> {
        let mut statements: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for (name, node) in shapes(root)? {
            if node.value.get("type").and_then(Value::as_str) == Some("apply") {
                let shape = name.split('$').next().unwrap_or(name);
                statements.entry(shape).or_default().push((name, node));
            }
        }
        Ok(Self(statements))
    }

    /// The shapes that any statement speaks of.
    pub(in crate::read) fn shapes(&self) -> impl Iterator<Item = &'a str> {
        self.0.keys().copied()
    }

    /// Every statement with what it speaks of.
    pub(super) fn all(&self) -> impl Iterator<Item = (&'a str, &Node<'a>)> {
        self.0.values().flatten().map(|(name, node)| (*name, node))
    }

    /// Carries out the statements on one shape and its members, as the model's own: they add and replace.
    pub(in crate::read) fn carry_out(&self, model: &mut Model, shape: &str, findings: &mut Diagnostics) {
        for (name, node) in self.0.get(shape).into_iter().flatten() {
            if let Err(finding) = apply_one(model, name, node) {
                findings.push(finding);
            }
        }
    }
}

pub(super) fn shapes<'a>(root: &Node<'a>) -> Result<Vec<(&'a str, Node<'a>)>, Diagnostic> {
    Ok(root.get("shapes").map(|shapes| shapes.entries()).transpose()?.unwrap_or_default())
}

/// The traits of a statement, which holds nothing else.
pub(super) fn entries<'a>(statement: &Node<'a>) -> Result<Vec<(&'a str, Node<'a>)>, Diagnostic> {
    for (key, node) in statement.entries()? {
        if !["type", "traits"].contains(&key) {
            return Err(Diagnostic::error(format!("a statement of an overlay has no `{key}`"))
                .at(&node.place)
                .suggest(key, ["traits"], "put traits into `traits`, and remove the rest"));
        }
    }
    statement.required("traits")?.entries()
}

fn apply_one(model: &mut Model, name: &str, node: &Node<'_>) -> Result<(), Diagnostic> {
    let added = smithy::traits(node)?;
    let target = Target::find(model, name, node)?;
    if let Some(traits) = target.traits(model) {
        traits.extend(&added);
    }
    Ok(())
}

/// A shape of the model, or a member of one.
pub(super) struct Target {
    /// As the statement names it.
    pub(super) name: String,
    /// The shape.
    pub(super) shape: ShapeId,
    /// The member.
    pub(super) member: Option<String>,
}

impl Target {
    /// What a statement names.
    pub(super) fn find(model: &Model, name: &str, statement: &Node<'_>) -> Result<Self, Diagnostic> {
        let (shape, member) =
            name.split_once('$').map_or((name, None), |(shape, member)| (shape, Some(member)));
        let found =
            model.shapes.get(shape).ok_or_else(|| unknown_shape(model, shape).at(&statement.place))?;
        if let Some(member) = member.filter(|member| !found.members.contains_key(*member)) {
            return Err(unknown_member(found, member).at(&statement.place));
        }
        Ok(Self { name: name.to_owned(), shape: found.id.clone(), member: member.map(str::to_owned) })
    }

    /// Its traits.
    pub(super) fn traits<'m>(&self, model: &'m mut Model) -> Option<&'m mut Traits> {
        let shape = model.shapes.get_mut(&self.shape)?;
        match &self.member {
            None => Some(&mut shape.traits),
            Some(member) => shape.members.get_mut(member).map(|member| &mut member.traits),
        }
    }
}
