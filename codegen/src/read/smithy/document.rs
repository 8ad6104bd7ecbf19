//! A document: its shapes, with mixins and `apply` statements in effect.

use std::sync::Arc;

use super::apply::Statements;
use super::mixin::{self, Mixins};
use super::version::{self, Version};
use super::{shape, upgrade};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::Model;
use crate::model::traits::{OF_OVERLAYS, id};
use crate::source::{Node, Source, Value};

/// Reads every shape of the document. Mixins and `apply` statements have taken effect in the result, and a model of
/// Smithy 1.0 has become one of 2.0.
pub(in crate::read) fn read(source: &Arc<Source>, document: &Value) -> Result<Model, Diagnostics> {
    let root = Node::root(document, source);
    let version = version::check(&root)?;
    let (mut model, mixins) = shapes(&root)?;
    complete(&mut model, &mixins, &Statements::read(&root)?)?;
    if version == Version::One {
        upgrade::defaults(&mut model);
    }
    upgrade::enums(&mut model)?;
    only_facts(&model)?;
    Ok(model)
}

/// A model states facts of a service. Traits that add code to the crate are for overlays.
fn only_facts(model: &Model) -> Result<(), Diagnostics> {
    let mut diagnostics = Diagnostics::default();
    let members = model.shapes.values().flat_map(|shape| shape.members.values().map(|member| &member.traits));
    for traits in model.shapes.values().map(|shape| &shape.traits).chain(members) {
        for (id, trait_value) in OF_OVERLAYS.iter().filter_map(|id| Some((id, traits.get(id)?))) {
            diagnostics.push(
                Diagnostic::error(format!("`{id}` is allowed in overlays only"))
                    .at(&trait_value.location)
                    .with_help("it adds code to the crate; move it into an overlay of your own"),
            );
        }
    }
    diagnostics.finish(())
}

fn shapes(root: &Node<'_>) -> Result<(Model, Mixins), Diagnostics> {
    let (mut model, mut mixins) = (Model::default(), Mixins::new());
    let mut diagnostics = Diagnostics::default();
    for (name, node) in root.get("shapes").map(|shapes| shapes.entries()).transpose()?.unwrap_or_default() {
        if node.value.get("type").and_then(Value::as_str) == Some("apply") {
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
    for shape in statements.shapes().filter(|shape| !mixins.contains_key(*shape)) {
        statements.apply(model, shape, &mut diagnostics);
    }
    for id in order {
        match mixin::mix(model, &id, &mixins[&id]) {
            Ok(()) => statements.apply(model, id.as_str(), &mut diagnostics),
            Err(diagnostic) => diagnostics.push(diagnostic),
        }
    }
    model.shapes.retain(|_, shape| !shape.traits.has(id::MIXIN));
    diagnostics.finish(())
}
