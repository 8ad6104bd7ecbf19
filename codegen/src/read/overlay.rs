//! Overlays: `apply` statements that add traits to a model that somebody else wrote, or take traits away.
//!
//! `codegen/OVERLAYS.md` is what users read of it.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::node::Node;
use super::smithy;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::id::ShapeId;
use crate::model::traits::id;
use crate::model::{Model, Shape, Traits};
use crate::source::{Source, Value};

mod form;
mod rule;
mod statement;

pub(super) use statement::Statements;
use statement::Target;

/// Reads overlay files and adds their traits to the model. What one says holds over the model and over the files
/// before it.
pub fn files(model: &mut Model, paths: &[PathBuf]) -> Result<(), Diagnostics> {
    let mut given = Given::default();
    paths.iter().try_for_each(|path| read_source(model, &Source::read(path)?, &mut given))
}

/// Reads one overlay file.
pub fn read(model: &mut Model, path: &Path) -> Result<(), Diagnostics> {
    read_source(model, &Source::read(path)?, &mut Given::default())
}

/// Adds the traits of an overlay that is held in memory.
pub fn text(model: &mut Model, name: &str, text: &str) -> Result<(), Diagnostics> {
    read_source(model, &Source::from_text(name, text), &mut Given::default())
}

fn read_source(model: &mut Model, source: &Arc<Source>, given: &mut Given) -> Result<(), Diagnostics> {
    let document = source.parse()?;
    let root = Node::new(&document, source.place(""));
    smithy::check_version(&root)?;
    only_statements(&root)?;
    let (statements, mut findings) = (Statements::read(&root)?, Diagnostics::default());
    for (name, node) in statements.all() {
        match Target::find(model, name, node) {
            Ok(target) => apply(model, &target, node, given, &mut findings),
            Err(finding) => findings.push(finding),
        }
    }
    findings.finish(())
}

/// An overlay adds to a model; shapes of its own would come to nothing.
fn only_statements(root: &Node<'_>) -> Result<(), Diagnostics> {
    let mut findings = Diagnostics::default();
    for (name, node) in statement::shapes(root)? {
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

/// What overlays have said so far, by target and trait.
#[derive(Default)]
struct Given(BTreeMap<(String, String), (Value, Arc<Source>)>);

impl Given {
    /// Whether another file has said the same: there is nothing more to do, least of all to take away.
    fn has(&self, target: &Target, id: &str, node: &Node<'_>) -> bool {
        let key = (target.name.clone(), id.to_owned());
        self.0.get(&key).is_some_and(|(value, _)| value == node.value)
    }

    /// Remembers what is said; a warning when another file has said something, which must be something else.
    fn note(&mut self, target: &Target, id: &str, node: &Node<'_>) -> Option<Diagnostic> {
        let key = (target.name.clone(), id.to_owned());
        let source = Arc::clone(node.place.source());
        let (_, file) = self.0.insert(key, (node.value.clone(), source))?;
        Some(
            Diagnostic::warning(format!("a second overlay gives `{id}` of `{}` another value", target.name))
                .at(&node.place)
                .with_help(format!(
                    "this one holds, for its file comes later; remove it here or from `{}`",
                    file.path
                )),
        )
    }
}

/// Carries out one statement, as far as what it says fits its target.
fn apply(model: &mut Model, target: &Target, node: &Node<'_>, given: &mut Given, findings: &mut Diagnostics) {
    let entries = match statement::entries(node) {
        Ok(entries) => entries,
        Err(finding) => return findings.push(finding),
    };
    for (id, node) in entries {
        match rule::check(model, target, id, &node) {
            Ok(warning) => model.warnings.extend(warning),
            Err(found) => {
                findings.findings.extend(found.findings);
                continue;
            }
        }
        if given.has(target, id, &node) {
            continue;
        }
        model.warnings.extend(given.note(target, id, &node));
        if let Err(finding) = set(target.traits(model), target, id, &node) {
            findings.push(finding);
        }
    }
}

/// Gives the trait, or takes it away where the value is null. A default of null is a value: it says that there is none.
fn set(traits: Option<&mut Traits>, target: &Target, id: &str, node: &Node<'_>) -> Result<(), Diagnostic> {
    let Some(traits) = traits else { return Ok(()) };
    if !node.value.is_null() || id == id::DEFAULT {
        traits.insert(id, node.value.clone(), node.place.clone());
    } else if traits.remove(id).is_none() {
        return Err(Diagnostic::error(format!(
            "`{}` has no trait `{id}` that null could take away",
            target.name
        ))
        .at(&node.place)
        .suggest(id, traits.iter().map(|(id, _)| id), "remove the line"));
    }
    Ok(())
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
