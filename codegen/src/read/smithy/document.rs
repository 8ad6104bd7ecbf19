//! Documents: shapes, with mixins and `apply` statements applied.

use std::sync::Arc;

use super::apply::{self, Statements};
use super::mixin::{self, Mixins};
use super::version::{self, Version};
use super::{shape, upgrade};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::traits::{OF_OVERLAYS, id};
use crate::model::{Model, Shape};
use crate::source::{Node, Source, Value};

/// Reads all shapes of a document. Mixins and `apply` statements are applied, and Smithy 1.0 is upgraded to 2.0.
pub(in crate::read) fn read(source: &Arc<Source>, document: &Value) -> Result<Model, Diagnostics> {
    let root = Node::root(document, source);
    let version = version::check_version(&root)?;
    let (mut model, mixins) = shapes(&root)?;
    complete(&mut model, &mixins, &Statements::read(&root)?)?;
    if version == Version::One {
        upgrade::defaults(&mut model);
    }
    upgrade::enums(&mut model)?;
    only_facts(&model)?;
    Ok(model)
}

/// Checks that a model has no traits that bring code into the crate, which only overlays may have.
fn only_facts(model: &Model) -> Result<(), Diagnostics> {
    let mut diagnostics = Diagnostics::default();
    let members = model.shapes.values().flat_map(|shape| shape.members.values().map(|member| &member.traits));
    for traits in model.shapes.values().map(|shape| &shape.traits).chain(members) {
        for (id, trait_value) in OF_OVERLAYS.iter().filter_map(|id| Some((id, traits.get(id)?))) {
            diagnostics.push(
                Diagnostic::error(format!("only overlays can have the trait `{id}`"))
                    .at(&trait_value.location)
                    .with_help("it adds code to the crate; move it to an overlay"),
            );
        }
    }
    diagnostics.finish(())
}

fn shapes(root: &Node<'_>) -> Result<(Model, Mixins), Diagnostics> {
    let (mut model, mut mixins) = (Model::default(), Mixins::new());
    let mut diagnostics = Diagnostics::default();
    for (name, node) in apply::shapes(root)? {
        if apply::is_statement(&node) {
            continue;
        }
        let read =
            shape::read(name, &node).and_then(|shape| Ok((shape, shape::references(&node, "mixins")?)));
        match read {
            Ok((shape, mixed)) => {
                if !mixed.is_empty() {
                    mixins.insert(shape.id.clone(), mixed);
                }
                model.shapes.insert(shape.id.clone(), shape);
            }
            Err(diagnostic) => diagnostics.push(diagnostic),
        }
    }
    diagnostics.finish((model, mixins))
}

/// Applies the `apply` statements and flattens mixins. A statement may target a mixin, which passes the traits on, or a
/// member that a shape has from a mixin.
fn complete(model: &mut Model, mixins: &Mixins, statements: &Statements<'_>) -> Result<(), Diagnostics> {
    let order = mixin::order(model, mixins)?;
    let mut diagnostics = Diagnostics::default();
    diagnostics.extend(model.shapes.values().flat_map(mixin::messages));
    for shape in statements.shapes().filter(|shape| !mixins.contains_key(*shape)) {
        statements.apply(model, shape, &mut diagnostics);
    }
    for id in order {
        match mixin::mix(model, &id, &mixins[&id]) {
            Ok(()) => statements.apply(model, id.as_str(), &mut diagnostics),
            Err(diagnostic) => diagnostics.push(diagnostic),
        }
    }
    let kept = model.shapes.values().filter(|shape| !shape.traits.has(id::MIXIN));
    diagnostics.extend(kept.flat_map(|shape| mixin::targets(model, shape)));
    model.shapes.retain(|_, shape| !shape.traits.has(id::MIXIN));
    diagnostics.extend(model.shapes.values().filter_map(missing_member));
    diagnostics.finish(())
}

/// Returns the diagnostic for a list or map without one of its members, which it may have had from mixins.
fn missing_member(shape: &Shape) -> Option<Diagnostic> {
    let name = shape::member_names(&shape.kind).iter().find(|name| !shape.members.contains_key(**name))?;
    let missing = Diagnostic::error(format!("`{name}` is missing here")).at(&shape.location);
    Some(missing.with_help(format!("add `{name}`")))
}
