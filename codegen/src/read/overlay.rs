//! Overlays: `apply` statements that add traits to a model that somebody else wrote.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use super::node::Node;
use super::smithy;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::id::ShapeId;
use crate::model::{Model, Shape, Traits};
use crate::source::{Source, Value};

/// Reads an overlay file and adds its traits to the model.
pub fn read(model: &mut Model, path: &Path) -> Result<(), Diagnostics> {
    read_source(model, &Source::read(path)?)
}

/// Adds the traits of an overlay that is held in memory.
pub fn text(model: &mut Model, name: &str, text: &str) -> Result<(), Diagnostics> {
    read_source(model, &Source::from_text(name, text))
}

fn read_source(model: &mut Model, source: &Arc<Source>) -> Result<(), Diagnostics> {
    let document = source.parse()?;
    let root = Node::new(&document, source.place(""));
    smithy::check_version(&root)?;
    only_statements(&root)?;
    let (statements, mut findings) = (Statements::read(&root)?, Diagnostics::default());
    statements.shapes().for_each(|shape| statements.carry_out(model, shape, &mut findings));
    findings.finish(())
}

/// An overlay adds to a model; shapes of its own would come to nothing.
fn only_statements(root: &Node<'_>) -> Result<(), Diagnostics> {
    let mut findings = Diagnostics::default();
    for (name, node) in shapes(root)? {
        if node.value.get("type").and_then(Value::as_str) != Some("apply") {
            findings.push(
                Diagnostic::error(format!("an overlay cannot define the shape `{name}`"))
                    .at(&node.place)
                    .with_help("write `\"type\": \"apply\"`, or define the shape in the model"),
            );
        }
    }
    findings.finish(())
}

/// The `apply` statements of a document, by the shape that they speak of.
pub(super) struct Statements<'a>(BTreeMap<&'a str, Vec<(&'a str, Node<'a>)>>);

impl<'a> Statements<'a> {
    pub(super) fn read(root: &Node<'a>) -> Result<Self, Diagnostic> {
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
    pub(super) fn shapes(&self) -> impl Iterator<Item = &'a str> {
        self.0.keys().copied()
    }

    /// Carries out the statements on one shape and its members.
    pub(super) fn carry_out(&self, model: &mut Model, shape: &str, findings: &mut Diagnostics) {
        for (name, node) in self.0.get(shape).into_iter().flatten() {
            if let Err(finding) = apply_one(model, name, node) {
                findings.push(finding);
            }
        }
    }
}

fn shapes<'a>(root: &Node<'a>) -> Result<Vec<(&'a str, Node<'a>)>, Diagnostic> {
    Ok(root.get("shapes").map(|shapes| shapes.entries()).transpose()?.unwrap_or_default())
}

fn apply_one(model: &mut Model, name: &str, node: &Node<'_>) -> Result<(), Diagnostic> {
    let added = smithy::traits(node)?;
    let target = match name.split_once('$') {
        None => shape_traits(model, name),
        Some((shape, member)) => member_traits(model, shape, member),
    };
    let target = target.map_err(|finding| finding.at(&node.place))?;
    target.extend(&added);
    Ok(())
}

fn shape_traits<'a>(model: &'a mut Model, name: &str) -> Result<&'a mut Traits, Diagnostic> {
    Ok(&mut shape(model, name)?.traits)
}

fn member_traits<'a>(model: &'a mut Model, name: &str, member: &str) -> Result<&'a mut Traits, Diagnostic> {
    let shape = shape(model, name)?;
    if !shape.members.contains_key(member) {
        return Err(unknown_member(shape, member));
    }
    Ok(&mut shape.members[member].traits)
}

fn shape<'a>(model: &'a mut Model, name: &str) -> Result<&'a mut Shape, Diagnostic> {
    if !model.shapes.contains_key(name) {
        return Err(unknown_shape(model, name));
    }
    model.shapes.get_mut(name).ok_or_else(|| Diagnostic::error(format!("the model has no shape `{name}`")))
}

fn unknown_shape(model: &Model, name: &str) -> Diagnostic {
    Diagnostic::error(format!("the model has no shape `{name}` to apply traits to")).suggest(
        name,
        model.shapes.keys().map(ShapeId::as_str),
        "remove the statement, or name a shape that the model has",
    )
}

fn unknown_member(shape: &Shape, member: &str) -> Diagnostic {
    Diagnostic::error(format!("the model has no member `{}` to apply traits to", shape.id.member(member)))
        .suggest(
            member,
            shape.members.keys().map(String::as_str),
            "remove the statement, or name a member that the shape has",
        )
}
