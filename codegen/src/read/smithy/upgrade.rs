//! Smithy 1.0 -> 2.0. Source: Smithy 2.0 specification, "Migrating Smithy 1.0 models to 2.0".

use serde_json::json;

use super::super::enumeration::{self, EnumValue};
use super::super::node::Node;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::id::MemberId;
use crate::model::traits::{TraitValue, id};
use crate::model::{Member, Model, Shape, ShapeKind, SimpleKind, Traits};
use crate::source::{Place, Value};

/// The mark of values that may be absent, which 2.0 has no use for.
const BOX: &str = "smithy.api#box";
/// The values of a string, which became a shape of their own.
const ENUM: &str = "smithy.api#enum";
const RANGE: &str = "smithy.api#range";

/// States what 1.0 leaves unsaid: numbers and booleans that are not boxed are 0 or false when absent.
pub(super) fn defaults(model: &mut Model) {
    let structures = model.shapes.values().filter(|shape| matches!(shape.kind, ShapeKind::Structure));
    let members = structures.flat_map(|shape| shape.members.values());
    let unboxed: Vec<(MemberId, Value)> =
        members.filter_map(|member| Some((member.id.clone(), zero(model, member)?))).collect();
    for (member, zero) in unboxed {
        let shape = model.shapes.get_mut(&member.shape);
        if let Some(member) = shape.and_then(|shape| shape.members.get_mut(&member.name)) {
            let place = member.place.clone();
            member.traits.insert(id::DEFAULT, zero, place);
        }
    }
    for shape in model.shapes.values_mut() {
        shape.traits.remove(BOX);
        shape.members.values_mut().for_each(|member| drop(member.traits.remove(BOX)));
    }
}

/// What an absent member means; `None` where it means that there is no value.
fn zero(model: &Model, member: &Member) -> Option<Value> {
    let target = model.shape(&member.target.id)?;
    // Of the prelude, only `PrimitiveInteger` and its siblings are not boxed.
    let boxed =
        target.traits.has(BOX) || target.id.is_prelude() && !target.id.name().starts_with("Primitive");
    if boxed || member.traits.has(BOX) || member.traits.has(id::DEFAULT) {
        return None;
    }
    let zero = match target.kind {
        ShapeKind::Simple(SimpleKind::Boolean) => json!(false),
        ShapeKind::Simple(
            SimpleKind::Byte
            | SimpleKind::Short
            | SimpleKind::Integer
            | SimpleKind::Long
            | SimpleKind::Float
            | SimpleKind::Double,
        ) => json!(0),
        _ => return None,
    };
    let range = member.traits.value(RANGE).or_else(|| target.traits.value(RANGE));
    range.is_none_or(holds_zero).then_some(zero)
}

fn holds_zero(range: &Value) -> bool {
    let bound = |key| range.get(key).and_then(Value::as_f64);
    bound("min").is_none_or(|min| min <= 0.0) && bound("max").is_none_or(|max| max >= 0.0)
}

/// Makes enum shapes of strings with the trait `smithy.api#enum`, which 2.0 deprecates but still reads.
///
/// A value without a name gets one by the rule of [`enumeration::members`].
pub(super) fn enums(model: &mut Model) -> Result<(), Diagnostics> {
    let mut findings = Diagnostics::default();
    for shape in model.shapes.values_mut() {
        let text = matches!(shape.kind, ShapeKind::Simple(SimpleKind::String));
        let Some(given) = shape.traits.get(ENUM).filter(|_| text).cloned() else { continue };
        match become_enum(shape, &given) {
            Ok(()) => drop(shape.traits.remove(ENUM)),
            Err(finding) => findings.push(finding),
        }
    }
    findings.finish(())
}

fn become_enum(shape: &mut Shape, given: &TraitValue) -> Result<(), Diagnostic> {
    let definitions = Node::new(&given.value, given.place.clone()).elements()?;
    let values = definitions.iter().map(definition).collect::<Result<Vec<_>, _>>()?;
    shape.members = enumeration::members(&shape.id, values);
    shape.kind = ShapeKind::Enum;
    Ok(())
}

/// `{"value": "t2.nano", "name": "T2_NANO", "documentation": "...", "deprecated": true, "tags": []}`
fn definition<'a>(node: &Node<'a>) -> Result<EnumValue<'a>, Diagnostic> {
    let mut traits = Traits::default();
    let mut add = |id: &str, value: Value, place: Place| traits.insert(id, value, place);
    for (key, id) in [("documentation", id::DOCUMENTATION), ("tags", "smithy.api#tags")] {
        if let Some(given) = node.get(key) {
            add(id, given.value.clone(), given.place);
        }
    }
    if node.is_true("deprecated") {
        add(id::DEPRECATED, json!({}), node.place.child("deprecated"));
    }
    Ok(EnumValue {
        name: node.get("name").map(|name| name.text()).transpose()?,
        value: node.required("value")?.text()?,
        place: node.place.clone(),
        traits,
    })
}
