//! Mixins: shapes whose members and traits other shapes include. Source: Smithy 2.0 specification, "Mixins".

use std::collections::BTreeMap;

use indexmap::IndexMap;

use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::id::ShapeId;
use crate::model::traits::id;
use crate::model::{Member, Model, Reference, Shape, ShapeKind, Traits};
use crate::source::Value;

/// The mixins of each shape, in the order of the model.
pub(super) type Mixins = BTreeMap<ShapeId, Vec<Reference>>;

/// Returns the shapes with mixins, each after its own mixins.
pub(super) fn order(model: &Model, mixins: &Mixins) -> Result<Vec<ShapeId>, Diagnostics> {
    let mut diagnostics = Diagnostics::default();
    for (id, parents) in mixins {
        parents
            .iter()
            .filter_map(|parent| unfit(model, id, parent))
            .for_each(|diagnostic| diagnostics.push(diagnostic));
    }
    diagnostics.finish(())?;
    let mut users: BTreeMap<&ShapeId, Vec<&ShapeId>> = BTreeMap::new();
    let mut waiting: BTreeMap<&ShapeId, usize> = BTreeMap::new();
    for (id, parents) in mixins {
        let open = parents.iter().filter(|parent| mixins.contains_key(&parent.id));
        waiting.insert(id, open.clone().count());
        open.for_each(|parent| users.entry(&parent.id).or_default().push(id));
    }
    let mut ready: Vec<&ShapeId> =
        waiting.iter().filter(|(_, open)| **open == 0).map(|(id, _)| *id).collect();
    let mut order = Vec::new();
    while let Some(id) = ready.pop() {
        order.push(id.clone());
        waiting.remove(id);
        for user in users.remove(id).unwrap_or_default() {
            let Some(open) = waiting.get_mut(user) else { continue };
            *open -= 1;
            if *open == 0 {
                ready.push(user);
            }
        }
    }
    match waiting.keys().next() {
        Some(id) => Err(cycle(&mixins[*id], id).into()),
        None => Ok(order),
    }
}

fn cycle(parents: &[Reference], id: &ShapeId) -> Diagnostic {
    let diagnostic = Diagnostic::error(format!("`{id}` is its own mixin"))
        .with_help("remove one of the `mixins` of the cycle");
    match parents {
        [first, ..] => diagnostic.at(&first.location),
        [] => diagnostic,
    }
}

/// Checks that a mixin exists and has the type of the shape that uses it.
fn unfit(model: &Model, id: &ShapeId, parent: &Reference) -> Option<Diagnostic> {
    let shape = model.shapes.get(id)?;
    let Some(mixin) = model.shapes.get(&parent.id) else {
        let diagnostic = Diagnostic::error(format!("`{id}` has a mixin that the model does not define"));
        let known = model.shapes.values().filter(|shape| shape.traits.has(id::MIXIN));
        return Some(diagnostic.at(&parent.location).suggest(
            parent.id.as_str(),
            known.map(|shape| shape.id.as_str()),
            "define the shape, or use a shape of the model",
        ));
    };
    let (expected, found) = (shape.type_name(), mixin.type_name());
    let (message, help) = if found != expected {
        let message = format!("`{id}` of type `{expected}` has a mixin of type `{found}`");
        (message, "use a mixin of the same type".to_owned())
    } else if !mixin.traits.has(id::MIXIN) {
        let help = format!("add the trait `{}` to it, or use a mixin", id::MIXIN);
        (format!("`{id}` has the mixin `{}`, which is not a mixin", mixin.id), help)
    } else {
        return None;
    };
    Some(Diagnostic::error(message).at(&parent.location).with_help(help))
}

/// Returns the diagnostics for an input or output of a mixin, which operations must not share.
pub(super) fn messages(shape: &Shape) -> Vec<Diagnostic> {
    let ShapeKind::Operation(operation) = &shape.kind else { return Vec::new() };
    let messages = [("input", &operation.input), ("output", &operation.output)];
    let messages = messages.into_iter().filter_map(|(role, message)| Some((role, message.as_ref()?)));
    let refused = messages.filter(|_| shape.traits.has(id::MIXIN)).map(|(role, message)| {
        Diagnostic::error(format!("the mixin `{}` has an {role}, which operations do not share", shape.id))
            .at(&message.location)
            .with_help(format!("move the {role} to the operations that have the mixin"))
    });
    refused.collect()
}

/// Returns the diagnostics for references to mixins, which are not part of the model.
pub(super) fn targets(model: &Model, shape: &Shape) -> Vec<Diagnostic> {
    let is_mixin = |reference: &&Reference| {
        model.shapes.get(&reference.id).is_some_and(|target| target.traits.has(id::MIXIN))
    };
    let members = shape.members.values().map(|member| (member.id.to_string(), &member.target));
    let others = shape.references().into_iter().map(|reference| (shape.id.to_string(), reference));
    let targets = members.chain(others).filter(|(_, target)| is_mixin(target));
    let refused = targets.map(|(user, target)| {
        Diagnostic::error(format!("`{user}` targets `{}`, which is a mixin", target.id))
            .at(&target.location)
            .with_help("target a shape that has the mixin")
    });
    refused.collect()
}

/// Adds the members and traits of mixins to a shape. The members and traits of the shape itself come last and have precedence.
pub(super) fn mix(model: &mut Model, id: &ShapeId, parents: &[Reference]) -> Result<(), Diagnostic> {
    let Some(own) = model.shapes.get(id) else { return Ok(()) };
    let mut shape = Shape { members: IndexMap::new(), traits: Traits::default(), ..own.clone() };
    let mixins: Vec<&Shape> = parents.iter().filter_map(|parent| model.shapes.get(&parent.id)).collect();
    // Of several mixins with a property, the last one has precedence, and the shape itself before all.
    mixins.iter().rev().for_each(|mixin| take_properties(&mut shape.kind, &mixin.kind));
    for mixin in mixins {
        let local = local_traits(mixin);
        let traits = mixin.traits.iter().filter(|(id, _)| *id != id::MIXIN && !local.contains(id));
        traits.for_each(|(id, it)| shape.traits.insert(id, it.value.clone(), it.location.clone()));
        take_members(&mut shape, mixin)?;
    }
    take_members(&mut shape, own)?;
    shape.traits.extend(&own.traits);
    model.shapes.insert(id.clone(), shape);
    Ok(())
}

/// Returns the traits of a mixin that are not included in other shapes.
fn local_traits(mixin: &Shape) -> Vec<&str> {
    let listed = mixin.traits.value(id::MIXIN).and_then(|value| value.get("localTraits"));
    listed.and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str).collect()
}

/// Adds members. A member that the shape already has keeps its position and gets the traits of the other one.
fn take_members(shape: &mut Shape, from: &Shape) -> Result<(), Diagnostic> {
    for (name, member) in &from.members {
        if let Some(there) = shape.members.get_mut(name) {
            if there.target.id != member.target.id {
                return Err(Diagnostic::error(format!(
                    "`{}` and the member of its mixin have different targets",
                    member.id
                ))
                .at(&member.target.location)
                .with_help(format!("use `{}`, or rename the member", there.target.id)));
            }
            there.traits.extend(&member.traits);
            continue;
        }
        let member = Member { id: shape.id.member(name), ..member.clone() };
        shape.members.insert(name.clone(), member);
    }
    Ok(())
}

fn take_properties(own: &mut ShapeKind, mixin: &ShapeKind) {
    match (own, mixin) {
        (ShapeKind::Operation(own), ShapeKind::Operation(mixin)) => add(&mut own.errors, &mixin.errors),
        (ShapeKind::Resource(own), ShapeKind::Resource(mixin)) => {
            for (role, operation) in &mixin.lifecycle {
                own.lifecycle.entry(role.clone()).or_insert_with(|| operation.clone());
            }
            add(&mut own.operations, &mixin.operations);
            add(&mut own.collection_operations, &mixin.collection_operations);
            add(&mut own.resources, &mixin.resources);
            for (key, value) in &mixin.rest {
                add_entries(own.rest.entry(key.clone()).or_insert_with(|| value.clone()), value);
            }
        }
        (ShapeKind::Service(own), ShapeKind::Service(mixin)) => {
            if own.version.is_empty() {
                own.version.clone_from(&mixin.version);
            }
            add(&mut own.operations, &mixin.operations);
            add(&mut own.resources, &mixin.resources);
            add(&mut own.errors, &mixin.errors);
            for (id, name) in &mixin.rename {
                own.rename.entry(id.clone()).or_insert_with(|| name.clone());
            }
        }
        _ => {}
    }
}

/// Adds missing references.
fn add(own: &mut Vec<Reference>, mixin: &[Reference]) {
    for reference in mixin {
        if !own.iter().any(|known| known.id == reference.id) {
            own.push(reference.clone());
        }
    }
}

/// Adds missing entries of an object.
fn add_entries(own: &mut Value, mixin: &Value) {
    if let (Value::Object(own), Value::Object(mixin)) = (own, mixin) {
        for (key, value) in mixin {
            own.entry(key.clone()).or_insert_with(|| value.clone());
        }
    }
}
