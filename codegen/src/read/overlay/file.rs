//! Overlay files.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::rule;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::traits::id;
use crate::model::{Model, Traits};
use crate::read::smithy::apply::{self, Statements, Target};
use crate::read::{file, json, smithy};
use crate::setting::{Positions, Setting};
use crate::source::{Node, Source, Value};

/// Applies overlay files to a model. A file overrides the model and the files before it.
///
/// `positions` are those of the paths in the settings.
pub fn overlays(model: &mut Model, paths: &[PathBuf], positions: &Positions) -> Result<(), Diagnostics> {
    let mut earlier = Earlier::default();
    paths.iter().try_for_each(|path| {
        let position = positions.of(Setting::Overlay, &path.to_string_lossy());
        let source = file::read(path).map_err(|error| error.or_at(position))?;
        read_source(model, source, &mut earlier)
    })
}

/// Applies one overlay file to a model.
pub fn overlay(model: &mut Model, path: &Path) -> Result<(), Diagnostics> {
    read_source(model, file::read(path)?, &mut Earlier::default())
}

/// Applies an overlay from memory to a model.
pub fn overlay_text(model: &mut Model, name: &str, text: &str) -> Result<(), Diagnostics> {
    read_source(model, Source::new(name, text.to_owned()), &mut Earlier::default())
}

fn read_source(model: &mut Model, source: Source, earlier: &mut Earlier) -> Result<(), Diagnostics> {
    let source = Arc::new(source.into_overlay());
    let document = json::parse(&source)?;
    let root = Node::root(&document, &source);
    smithy::check_version(&root)?;
    only_statements(&root)?;
    let (statements, mut diagnostics) = (Statements::read(&root)?, Diagnostics::default());
    for (name, node) in statements.all() {
        match Target::find(model, name, node) {
            Ok(target) => apply_statement(model, &target, node, earlier, &mut diagnostics),
            Err(diagnostic) => diagnostics.push(diagnostic),
        }
    }
    diagnostics.finish(())
}

/// Checks that an overlay has no shapes of its own, which would have no effect.
fn only_statements(root: &Node<'_>) -> Result<(), Diagnostics> {
    let mut diagnostics = Diagnostics::default();
    for (name, node) in apply::shapes(root)? {
        if !apply::is_statement(&node) {
            diagnostics.push(
                Diagnostic::error(format!("an overlay cannot define the shape `{name}`"))
                    .at(&node.location)
                    .with_help("write `\"type\": \"apply\"`, or define the shape in the model"),
            );
        }
    }
    diagnostics.finish(())
}

/// The values of the overlays so far, by target and trait.
#[derive(Default)]
struct Earlier(BTreeMap<(String, String), (Value, Arc<Source>)>);

impl Earlier {
    /// Returns true if an earlier file has the same value, so that nothing remains to be done.
    fn has(&self, target: &Target, id: &str, node: &Node<'_>) -> bool {
        let key = (target.name.clone(), id.to_owned());
        self.0.get(&key).is_some_and(|(value, _)| value == node.value)
    }

    /// Records a value. Returns a warning if an earlier file has another one.
    fn record(&mut self, target: &Target, id: &str, node: &Node<'_>) -> Option<Diagnostic> {
        let key = (target.name.clone(), id.to_owned());
        let source = Arc::clone(node.location.source());
        let (_, file) = self.0.insert(key, (node.value.clone(), source))?;
        Some(
            Diagnostic::warning(format!(
                "two overlays have different values for `{id}` of `{}`",
                target.name
            ))
            .at(&node.location)
            .with_help(format!(
                "this one is used because its file is later; remove it here or from `{}`",
                file.path
            )),
        )
    }
}

/// Applies the valid traits of a statement.
fn apply_statement(
    model: &mut Model,
    target: &Target,
    node: &Node<'_>,
    earlier: &mut Earlier,
    diagnostics: &mut Diagnostics,
) {
    let entries = match apply::entries(node) {
        Ok(entries) => entries,
        Err(diagnostic) => return diagnostics.push(diagnostic),
    };
    for (id, node) in entries {
        match rule::check(model, target, id, &node) {
            Ok(warning) => model.warnings.extend(warning),
            Err(found) => {
                diagnostics.extend(found);
                continue;
            }
        }
        if earlier.has(target, id, &node) {
            continue;
        }
        model.warnings.extend(earlier.record(target, id, &node));
        if let Err(diagnostic) = set(target.traits(model), target, id, &node) {
            diagnostics.push(diagnostic);
        }
    }
}

/// Sets a trait, or removes it if the value is null. For `smithy.api#default`, null is a value: no default.
fn set(traits: Option<&mut Traits>, target: &Target, id: &str, node: &Node<'_>) -> Result<(), Diagnostic> {
    let Some(traits) = traits else { return Ok(()) };
    if !node.value.is_null() || id == id::DEFAULT {
        traits.insert(id, node.value.clone(), node.location.clone());
    } else if traits.remove(id).is_none() {
        return Err(Diagnostic::error(format!("`{}` has no trait `{id}` to remove", target.name))
            .at(&node.location)
            .suggest(id, traits.iter().map(|(id, _)| id), "remove the line"));
    }
    Ok(())
}
