//! Checks that references have targets of the right kind.

use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::id::ShapeId;
use crate::model::traits::id;
use crate::model::{Model, Reference, Shape, ShapeKind, SimpleKind};

/// Checks the references of a shape and its members.
pub(super) fn check(model: &Model, shape: &Shape, diagnostics: &mut Diagnostics) {
    for member in shape.members.values() {
        diagnostics.extend(check_target(model, &member.id.to_string(), &member.target, Expected::Data));
    }
    check_units(shape, diagnostics);
    if let (ShapeKind::Map, Some(key)) = (&shape.kind, shape.members.get("key")) {
        diagnostics.extend(check_target(model, &key.id.to_string(), &key.target, Expected::String));
    }
    let user = shape.id.to_string();
    let targets = targets(&shape.kind).into_iter();
    diagnostics.extend(targets.filter_map(|(target, expected)| check_target(model, &user, target, expected)));
}

/// Checks that only members of unions and enums target `smithy.api#Unit`.
fn check_units(shape: &Shape, diagnostics: &mut Diagnostics) {
    if matches!(shape.kind, ShapeKind::Union | ShapeKind::Enum | ShapeKind::IntEnum) {
        return;
    }
    let members = shape.members.values().filter(|member| member.target.id == ShapeId::unit());
    diagnostics.extend(members.map(|member| {
        Diagnostic::error(format!("`{}` targets `smithy.api#Unit`", member.id))
            .at(&member.target.location)
            .with_help("only members of unions can have no value; use another shape")
    }));
}

/// Returns the references of a shape itself, without those of its members.
fn targets(kind: &ShapeKind) -> Vec<(&Reference, Expected)> {
    let mut targets = Vec::new();
    let mut add = |references: &mut dyn Iterator<Item = _>, expected| {
        targets.extend(references.map(|reference| (reference, expected)));
    };
    match kind {
        ShapeKind::Operation(operation) => {
            add(&mut operation.input.iter().chain(&operation.output), Expected::Structure);
            add(&mut operation.errors.iter(), Expected::Error);
        }
        ShapeKind::Service(service) => {
            add(&mut service.operations.iter(), Expected::Operation);
            add(&mut service.resources.iter(), Expected::Resource);
            add(&mut service.errors.iter(), Expected::Error);
        }
        ShapeKind::Resource(resource) => {
            add(&mut resource.all_operations(), Expected::Operation);
            add(&mut resource.resources.iter(), Expected::Resource);
        }
        ShapeKind::Simple(_)
        | ShapeKind::List
        | ShapeKind::Map
        | ShapeKind::Structure
        | ShapeKind::Union
        | ShapeKind::Enum
        | ShapeKind::IntEnum => {}
    }
    targets
}

/// The kind of shape that a reference requires.
#[derive(Clone, Copy)]
enum Expected {
    Data,
    String,
    Structure,
    Error,
    Operation,
    Resource,
}

impl Expected {
    fn accepts(self, shape: &Shape) -> bool {
        let kind = &shape.kind;
        match self {
            Self::Data => {
                !matches!(kind, ShapeKind::Operation(_) | ShapeKind::Resource(_) | ShapeKind::Service(_))
            }
            Self::String => matches!(kind, ShapeKind::Simple(SimpleKind::String) | ShapeKind::Enum),
            Self::Structure => matches!(kind, ShapeKind::Structure),
            Self::Error => matches!(kind, ShapeKind::Structure) && shape.traits.has(id::ERROR),
            Self::Operation => matches!(kind, ShapeKind::Operation(_)),
            Self::Resource => matches!(kind, ShapeKind::Resource(_)),
        }
    }

    fn name(self) -> &'static str {
        match self {
            Self::Data => "a shape with a value",
            Self::String => "a string",
            Self::Structure => "a structure",
            Self::Error => "a structure with the trait `smithy.api#error`",
            Self::Operation => "an operation",
            Self::Resource => "a resource",
        }
    }
}

fn check_target(model: &Model, user: &str, target: &Reference, expected: Expected) -> Option<Diagnostic> {
    let Some(shape) = model.shape(&target.id) else { return Some(dangling(model, user, target)) };
    (!expected.accepts(shape)).then(|| {
        Diagnostic::error(format!("`{user}` targets a shape of type `{}`", shape.type_name()))
            .at(&target.location)
            .with_help(format!("use {}", expected.name()))
    })
}

fn dangling(model: &Model, user: &str, target: &Reference) -> Diagnostic {
    Diagnostic::error(format!("`{user}` targets a shape that the model does not define"))
        .at(&target.location)
        .suggest(
            target.id.as_str(),
            model.shapes.keys().map(ShapeId::as_str),
            "define the shape, or use a shape of the model",
        )
}
