//! Upgrade of Smithy 1.0 to 2.0. Source: Smithy 2.0 specification, "Migrating Smithy 1.0 models to 2.0".

use crate::source::json;

use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::id::MemberId;
use crate::model::traits::{TraitValue, id};
use crate::model::{Member, Model, Shape, ShapeKind, SimpleKind, Traits};
use crate::read::enumeration::{self, EnumValue};
use crate::source::{Location, Node, Value};

/// The trait of values that may be absent, which 2.0 does not have.
const BOX: &str = "smithy.api#box";
/// The trait with the values of a string, which is a shape in 2.0.
const ENUM: &str = "smithy.api#enum";
const RANGE: &str = "smithy.api#range";

/// Adds the implicit defaults of 1.0: numbers and booleans that are not boxed are 0 or false if absent.
pub(super) fn defaults(model: &mut Model) {
    let structures = model.shapes.values().filter(|shape| matches!(shape.kind, ShapeKind::Structure));
    let members = structures.flat_map(|shape| shape.members.values());
    let unboxed: Vec<(MemberId, Value)> =
        members.filter_map(|member| Some((member.id.clone(), zero(model, member)?))).collect();
    for (member, zero) in unboxed {
        let shape = model.shapes.get_mut(&member.shape);
        if let Some(member) = shape.and_then(|shape| shape.members.get_mut(&member.name)) {
            let location = member.location.clone();
            member.traits.insert(id::DEFAULT, zero, location);
        }
    }
    for shape in model.shapes.values_mut() {
        shape.traits.remove(BOX);
        shape.members.values_mut().for_each(|member| drop(member.traits.remove(BOX)));
    }
}

/// Returns the implicit default of a member, if it has one.
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
    let bound = |key| range.get(key).and_then(Value::as_number);
    bound("min").is_none_or(|min| min.is_negative() || min.is_zero())
        && bound("max").is_none_or(|max| !max.is_negative() || max.is_zero())
}

/// Converts strings with the trait `smithy.api#enum`, which is deprecated in 2.0, to enum shapes.
///
/// [`enumeration::members`] creates the names of values without one.
pub(super) fn enums(model: &mut Model) -> Result<(), Diagnostics> {
    let mut diagnostics = Diagnostics::default();
    for shape in model.shapes.values_mut() {
        let is_string = matches!(shape.kind, ShapeKind::Simple(SimpleKind::String));
        let Some(definitions) = shape.traits.get(ENUM).filter(|_| is_string).cloned() else { continue };
        match become_enum(shape, &definitions) {
            Ok(()) => drop(shape.traits.remove(ENUM)),
            Err(diagnostic) => diagnostics.push(diagnostic),
        }
    }
    diagnostics.finish(())
}

fn become_enum(shape: &mut Shape, definitions: &TraitValue) -> Result<(), Diagnostic> {
    let definitions = definitions.node().elements()?;
    let values = definitions.iter().map(definition).collect::<Result<Vec<_>, _>>()?;
    shape.members = enumeration::members(&shape.id, values);
    shape.kind = ShapeKind::Enum;
    Ok(())
}

/// Reads `{"value": "t2.nano", "name": "T2_NANO", "documentation": "...", "deprecated": true, "tags": []}`.
fn definition<'a>(node: &Node<'a>) -> Result<EnumValue<'a>, Diagnostic> {
    let mut traits = Traits::default();
    let mut add = |id: &str, value: Value, location: Location| traits.insert(id, value, location);
    for (key, id) in [("documentation", id::DOCUMENTATION), ("tags", "smithy.api#tags")] {
        if let Some(entry) = node.get(key) {
            add(id, entry.value.clone(), entry.location);
        }
    }
    if node.is_true("deprecated") {
        add(id::DEPRECATED, json!({}), node.location.child("deprecated"));
    }
    Ok(EnumValue {
        name: node.get("name").map(|name| name.text()).transpose()?,
        value: node.required("value")?.text()?,
        location: node.location.clone(),
        traits,
    })
}
