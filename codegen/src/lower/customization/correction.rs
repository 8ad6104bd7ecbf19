//! Corrections of models, for facts that traits and members express.

use std::borrow::Cow;

use indexmap::IndexMap;

use super::fact::Correction;
use super::row::{Kind, Row};
use super::table::rows;
use crate::id::ShapeId;
use crate::model::traits::id;
use crate::model::{Member, Model, Reference, Shape, ShapeKind, SimpleKind, Traits};
use crate::name;
use crate::source::{Location, Value, json};

/// Returns the model with the traits and members that it lacks.
pub(in crate::lower) fn corrected(model: &Model) -> Cow<'_, Model> {
    let mut corrected = Cow::Borrowed(model);
    for row in rows(model) {
        if let Kind::Correction(correction) = row.kind {
            correct(corrected.to_mut(), row, correction);
        }
    }
    corrected
}

/// Returns true if endpoint rules have the value of a member that is a label of the URI in the model.
pub(in crate::lower) fn is_placed_by_rules(model: &Model, member: &str) -> bool {
    let is_placed =
        |kind: Kind| matches!(kind, Kind::Correction(Correction::PathByRules(it)) if it == member);
    rows(model).any(|row| is_placed(row.kind))
}

fn correct(model: &mut Model, row: &Row, correction: Correction) {
    match correction {
        Correction::SensitiveShape(name) => mark_sensitive(model, name),
        Correction::PathByRules(member) => each_operation(model, row, |shape| cut_path(shape, member)),
        Correction::HostPrefixByRules { prefix, parameter } => {
            each_operation(model, row, |shape| cut_host_prefix(shape, prefix, parameter));
        }
        Correction::UnwrappedOutput => {
            each_operation(model, row, |shape| {
                annotate(&mut shape.traits, &shape.location, id::UNWRAPPED_XML_OUTPUT, json!({}));
            });
        }
        Correction::DateShape(name) => make_date(model, name),
        Correction::Optional(member) => each_input(model, row, |shape| {
            if let Some(member) = shape.members.get_mut(member) {
                member.traits.remove(id::REQUIRED);
                annotate(&mut member.traits, &member.location, id::CLIENT_OPTIONAL, json!({}));
            }
        }),
        Correction::AddedString { member, with, documentation } => {
            each_input(model, row, |shape| add_string(shape, member, with, documentation));
        }
        Correction::AddedError { name, status, documentation } => {
            for operation in operations(model, row) {
                add_error(model, &operation, name, error_traits(status, documentation));
            }
        }
        Correction::RawDate { member, raw_member } => {
            each_output(model, row, |shape| add_raw_member(shape, member, raw_member));
        }
    }
}

fn operations(model: &Model, row: &Row) -> Vec<ShapeId> {
    let operations = model.operations().into_iter().filter(|(name, _)| row.is_about(name));
    operations.map(|(_, (shape, _))| shape.id.clone()).collect()
}

fn each_operation(model: &mut Model, row: &Row, change: impl Fn(&mut Shape)) {
    for id in operations(model, row) {
        model.shapes.get_mut(&id).into_iter().for_each(&change);
    }
}

fn each_input(model: &mut Model, row: &Row, change: impl Fn(&mut Shape)) {
    for id in operations(model, row) {
        let kind = model.shapes.get(&id).map(|shape| &shape.kind);
        let Some(ShapeKind::Operation(operation)) = kind else { continue };
        let Some(input) = operation.input.as_ref().map(|input| input.id.clone()) else { continue };
        model.shapes.get_mut(&input).into_iter().for_each(&change);
    }
}

fn each_output(model: &mut Model, row: &Row, change: impl Fn(&mut Shape)) {
    for id in operations(model, row) {
        let kind = model.shapes.get(&id).map(|shape| &shape.kind);
        let Some(ShapeKind::Operation(operation)) = kind else { continue };
        let Some(output) = operation.output.as_ref().map(|output| output.id.clone()) else { continue };
        model.shapes.get_mut(&output).into_iter().for_each(&change);
    }
}

fn annotate(traits: &mut Traits, location: &Location, id: &str, value: Value) {
    if !traits.has(id) {
        traits.insert(id, value, location.clone());
    }
}

fn mark_sensitive(model: &mut Model, name: &str) {
    for shape in model.shapes.values_mut().filter(|shape| shape.id.name() == name) {
        annotate(&mut shape.traits, &shape.location, id::SENSITIVE, json!({}));
    }
}

/// Changes a property of a trait that is a string.
fn change_property(shape: &mut Shape, id: &str, property: &str, change: impl Fn(&str) -> Option<String>) {
    let Some(trait_value) = shape.traits.get(id).cloned() else { return };
    let text = trait_value.value.get(property).and_then(Value::as_str);
    if let Some(changed) = text.and_then(change) {
        let mut value = trait_value.value;
        value[property] = json!(changed);
        shape.traits.insert(id, value, trait_value.location);
    }
}

/// Removes the first label of the path: `/{Bucket}/{Key+}` becomes `/{Key+}`, `/{Bucket}?acl` becomes `/?acl`.
fn cut_path(shape: &mut Shape, member: &str) {
    let label = format!("/{{{member}}}");
    change_property(shape, id::HTTP, "uri", |uri| {
        let rest = uri.strip_prefix(&label)?;
        Some(if rest.starts_with('/') { rest.to_owned() } else { format!("/{rest}") })
    });
}

/// Removes the host prefix of an operation that sets the endpoint parameter to true.
fn cut_host_prefix(shape: &mut Shape, prefix: &str, parameter: &str) {
    let parameters = shape.traits.value(id::STATIC_CONTEXT_PARAMS);
    let is_set = parameters.and_then(|parameters| parameters.get(parameter)?.get("value")?.as_bool());
    if is_set == Some(true) && shape.traits.property(id::ENDPOINT, "hostPrefix") == Some(prefix) {
        shape.traits.remove(id::ENDPOINT);
    }
}

/// Turns a string into a timestamp.
fn make_date(model: &mut Model, name: &str) {
    for shape in model.shapes.values_mut().filter(|shape| shape.id.name() == name) {
        if matches!(shape.kind, ShapeKind::Simple(SimpleKind::String)) {
            shape.kind = ShapeKind::Simple(SimpleKind::Timestamp);
        }
    }
}

/// Adds a member that is a string, if the shape has the member `with`.
fn add_string(shape: &mut Shape, name: &str, with: &str, documentation: &str) {
    let mut traits = Traits::default();
    traits.insert(id::DOCUMENTATION, json!(documentation), shape.location.clone());
    let added = string_member(shape, name, traits);
    if shape.members.contains_key(with) {
        shape.members.entry(name.to_owned()).or_insert(added);
    }
}

/// Adds an error to an operation. A model may have its shape.
fn add_error(model: &mut Model, operation: &ShapeId, name: &str, traits: impl FnOnce(&Location) -> Traits) {
    let Some(shape) = model.shapes.get_mut(operation) else { return };
    let (id, location) = (ShapeId::new(operation.namespace(), name), shape.location.clone());
    let ShapeKind::Operation(kind) = &mut shape.kind else { return };
    if kind.errors.iter().all(|error| error.id != id) {
        kind.errors.push(Reference { id: id.clone(), location: location.clone() });
    }
    model.shapes.entry(id.clone()).or_insert_with(|| Shape {
        id,
        kind: ShapeKind::Structure,
        members: IndexMap::new(),
        traits: traits(&location),
        location,
    });
}

fn error_traits(status: u16, documentation: &'static str) -> impl FnOnce(&Location) -> Traits {
    move |location| {
        let mut traits = Traits::default();
        traits.insert(id::DOCUMENTATION, json!(documentation), location.clone());
        traits.insert(id::ERROR, json!("client"), location.clone());
        traits.insert(id::HTTP_ERROR, json!(status), location.clone());
        traits
    }
}

/// Adds a member with the text of a header after the member with its date, which it deprecates.
fn add_raw_member(shape: &mut Shape, member: &str, raw_member: &str) {
    let Some((index, _, date)) = shape.members.get_full_mut(member) else { return };
    let note = format!("use `{}`, which contains the header as it is", name::snake(raw_member));
    annotate(&mut date.traits, &date.location, id::DEPRECATED, json!({ "message": note }));
    let mut traits = Traits::default();
    let documentation = format!("Text of the header `{member}`, which may be something else than a date.");
    traits.insert(id::DOCUMENTATION, json!(documentation), date.location.clone());
    traits.insert(id::HTTP_HEADER, json!(raw_member), date.location.clone());
    let added = string_member(shape, raw_member, traits);
    if !shape.members.contains_key(raw_member) {
        shape.members.shift_insert(index + 1, raw_member.to_owned(), added);
    }
}

fn string_member(shape: &Shape, name: &str, traits: Traits) -> Member {
    let target = Reference { id: ShapeId::new("smithy.api", "String"), location: shape.location.clone() };
    Member { id: shape.id.member(name), target, traits, location: shape.location.clone() }
}
