//! Model to canonical Smithy JSON AST 2.0: sorted, stable, one line per value.

use crate::source::{Map, json};

use crate::model::traits::{OF_OVERLAYS, id};
use crate::model::{Member, Model, Reference, ResourceShape, ServiceShape, Shape, ShapeKind, Traits};
use crate::source::Value;

/// The text of a model that is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Prose {
    /// All text and all facts.
    Keep,
    /// Facts only: no documentation, no examples, no messages of deprecation.
    Drop,
}

/// Writes a model. Reading the result and writing it again gives the same text.
///
/// Traits that only overlays may have are left out: they are not facts of the service, and readers refuse them in a model.
#[must_use]
pub fn to_json(model: &Model, prose: Prose) -> String {
    let shapes =
        model.shapes.values().map(|shape| (shape.id.to_string(), without_overlay_traits(shape, prose)));
    let document = json!({ "smithy": "2.0", "shapes": shapes.collect::<Map>() });
    let mut text = format!("{document:#}");
    text.push('\n');
    text
}

fn without_overlay_traits(shape: &Shape, prose: Prose) -> Value {
    let of_overlays = |traits: &Traits| OF_OVERLAYS.iter().any(|id| traits.has(id));
    let mut members = shape.members.values().map(|member| &member.traits);
    if !of_overlays(&shape.traits) && !members.any(of_overlays) {
        return self::shape(shape, prose);
    }
    let mut shape = shape.clone();
    for id in OF_OVERLAYS {
        shape.traits.remove(id);
        shape.members.values_mut().for_each(|member| drop(member.traits.remove(id)));
    }
    self::shape(&shape, prose)
}

/// A shape of the canonical AST.
pub(crate) fn shape(shape: &Shape, prose: Prose) -> Value {
    let mut object = Map::new();
    object.insert("type".to_owned(), json!(shape.type_name()));
    match &shape.kind {
        ShapeKind::List | ShapeKind::Map => {
            object.extend(
                shape.members.iter().map(|(name, member)| (name.clone(), self::member(member, prose))),
            );
        }
        ShapeKind::Enum | ShapeKind::IntEnum | ShapeKind::Structure | ShapeKind::Union => {
            let members =
                shape.members.iter().map(|(name, member)| (name.clone(), self::member(member, prose)));
            object.insert("members".to_owned(), Value::Object(members.collect()));
        }
        ShapeKind::Operation(operation) => {
            let unit = || json!({ "target": "smithy.api#Unit" });
            object.insert("input".to_owned(), operation.input.as_ref().map_or_else(unit, reference));
            object.insert("output".to_owned(), operation.output.as_ref().map_or_else(unit, reference));
            references(&mut object, "errors", &operation.errors);
        }
        ShapeKind::Resource(resource) => self::resource(&mut object, resource),
        ShapeKind::Service(service) => self::service(&mut object, service),
        ShapeKind::Simple(_) => {}
    }
    traits(&mut object, &shape.traits, prose);
    Value::Object(object)
}

fn member(member: &Member, prose: Prose) -> Value {
    let mut object = Map::new();
    object.insert("target".to_owned(), json!(member.target.id.as_str()));
    traits(&mut object, &member.traits, prose);
    Value::Object(object)
}

fn reference(reference: &Reference) -> Value {
    json!({ "target": reference.id.as_str() })
}

fn references(object: &mut Map, key: &str, references: &[Reference]) {
    if !references.is_empty() {
        object.insert(key.to_owned(), references.iter().map(reference).collect());
    }
}

fn resource(object: &mut Map, resource: &ResourceShape) {
    object.extend(resource.rest.iter().map(|(key, value)| (key.clone(), value.clone())));
    object.extend(resource.lifecycle.iter().map(|(role, operation)| (role.clone(), reference(operation))));
    references(object, "operations", &resource.operations);
    references(object, "collectionOperations", &resource.collection_operations);
    references(object, "resources", &resource.resources);
}

fn service(object: &mut Map, service: &ServiceShape) {
    object.insert("version".to_owned(), json!(&service.version));
    references(object, "operations", &service.operations);
    references(object, "resources", &service.resources);
    references(object, "errors", &service.errors);
    if !service.rename.is_empty() {
        let rename = service.rename.iter().map(|(from, to)| (from.to_string(), json!(to)));
        object.insert("rename".to_owned(), Value::Object(rename.collect()));
    }
}

fn traits(object: &mut Map, traits: &Traits, prose: Prose) {
    let kept = traits.iter().filter(|(id, _)| prose == Prose::Keep || !is_prose(id));
    let kept: Map = kept.map(|(id, entry)| (id.to_owned(), value(id, &entry.value, prose))).collect();
    if !kept.is_empty() {
        object.insert("traits".to_owned(), Value::Object(kept));
    }
}

/// Returns true for traits that contain only text for readers.
fn is_prose(id: &str) -> bool {
    matches!(id, id::DOCUMENTATION | "smithy.api#externalDocumentation" | "smithy.api#examples")
}

fn value(id: &str, value: &Value, prose: Prose) -> Value {
    let sorted = sort(value);
    match prose {
        Prose::Keep => sorted,
        Prose::Drop if id == id::DEPRECATED => without(&sorted, "message"),
        Prose::Drop if id.starts_with("smithy.rules#") || id == "smithy.waiters#waitable" => {
            without(&sorted, "documentation")
        }
        Prose::Drop => sorted,
    }
}

/// Sorts the keys of all objects: only the order of members is part of a model.
fn sort(value: &Value) -> Value {
    match value {
        Value::Array(list) => list.iter().map(sort).collect(),
        Value::Object(object) => {
            let mut entries: Vec<_> = object.iter().map(|(key, value)| (key.clone(), sort(value))).collect();
            entries.sort_by(|left, right| left.0.cmp(&right.0));
            Value::Object(entries.into_iter().collect())
        }
        simple => simple.clone(),
    }
}

/// Removes a key with a string at every depth.
fn without(value: &Value, key: &str) -> Value {
    match value {
        Value::Array(list) => list.iter().map(|element| without(element, key)).collect(),
        Value::Object(object) => {
            let kept = object.iter().filter(|(name, value)| *name != key || !value.is_string());
            Value::Object(kept.map(|(name, value)| (name.clone(), without(value, key))).collect())
        }
        simple => simple.clone(),
    }
}
