//! Checks that references have targets of the right kind, and that names and derives are valid.

use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::id::ShapeId;
use crate::model::traits::{NAMESPACE, OURS, id};
use crate::model::{Model, Reference, ServiceShape, Shape, ShapeKind, SimpleKind, Traits};
use crate::name;
use crate::source::Location;

use super::{derive, rust_name};

/// Checks the references, names, derives and traits of a model.
pub fn validate(model: &Model) -> Result<(), Diagnostics> {
    let mut diagnostics = Diagnostics::default();
    if model.service().is_none() {
        diagnostics.push(no_service(model));
    }
    let services = model.shapes.values().filter(|shape| matches!(shape.kind, ShapeKind::Service(_)));
    for second in services.skip(1) {
        diagnostics.push(
            Diagnostic::error(format!("`{}` is a second service", second.id))
                .at(&second.location)
                .with_help("a model must have exactly one shape of type `service`; split the file"),
        );
    }
    for shape in model.shapes.values() {
        check_shape(model, shape, &mut diagnostics);
    }
    diagnostics.finish(())
}

fn no_service(model: &Model) -> Diagnostic {
    let diagnostic = Diagnostic::error("the model does not define a service")
        .with_help("a model must have exactly one shape of type `service`; use a file that has one");
    let root = model.shapes.values().next().map(|shape| Location::root(shape.location.source()));
    match root {
        Some(root) => diagnostic.at(&root),
        None => diagnostic,
    }
}

/// Checks that `inferPaginators` is a boolean on an operation or a service.
fn check_inference(shape: &Shape, diagnostics: &mut Diagnostics) {
    let Some(switch) = shape.traits.get(id::INFER_PAGINATORS) else { return };
    let is_allowed = matches!(shape.kind, ShapeKind::Operation(_) | ShapeKind::Service(_));
    if !is_allowed || !switch.value.is_boolean() {
        diagnostics.push(
            Diagnostic::error(format!("`{}` of `{}` has no effect", id::INFER_PAGINATORS, shape.id))
                .at(&switch.location)
                .with_help("use `true` or `false` on an operation or on the service"),
        );
    }
}

/// The maximum length of a module name in bytes: file systems allow 255, and an extension follows.
const MAX_MODULE_NAME: usize = 240;

/// Checks that the names of modules are not too long for file names.
fn check_length(shape: &Shape, diagnostics: &mut Diagnostics) {
    use ShapeKind::{Enum, IntEnum, Operation, Structure, Union};
    let becomes_file = matches!(shape.kind, Structure | Union | Enum | IntEnum | Operation(_));
    let name = shape.traits.text(id::RUST_NAME).unwrap_or_else(|| shape.id.name());
    if becomes_file && name::module(name).len() > MAX_MODULE_NAME {
        let start: String = name.chars().take(40).collect();
        diagnostics.push(
            Diagnostic::error(format!("`{start}...` is too long for a file name: {} bytes", name.len()))
                .at(&shape.location)
                .with_help(format!("use a name of at most {MAX_MODULE_NAME} bytes")),
        );
    }
}

/// Checks that the namespace of this generator contains only its own traits.
fn check_namespace(shape: &Shape, diagnostics: &mut Diagnostics) {
    let members = shape.members.values().map(|member| &member.traits);
    for (id, trait_value) in members.chain([&shape.traits]).flat_map(Traits::iter) {
        let is_ours = id.split('#').next() == Some(NAMESPACE);
        if is_ours && !OURS.contains(&id) {
            let diagnostic = Diagnostic::error(format!("unknown trait `{id}`")).at(&trait_value.location);
            diagnostics.push(diagnostic.suggest(id, OURS, "remove it; `OVERLAYS.md` lists the traits"));
        }
    }
}

fn check_shape(model: &Model, shape: &Shape, diagnostics: &mut Diagnostics) {
    check_length(shape, diagnostics);
    check_inference(shape, diagnostics);
    rust_name::check(model, shape, diagnostics);
    derive::check(model, shape, diagnostics);
    check_namespace(shape, diagnostics);
    for member in shape.members.values() {
        check(model, &member.id.to_string(), &member.target, Expected::Data, diagnostics);
    }
    let may_be_unit = matches!(shape.kind, ShapeKind::Union | ShapeKind::Enum | ShapeKind::IntEnum);
    for member in
        shape.members.values().filter(|member| !may_be_unit && member.target.id.as_str() == "smithy.api#Unit")
    {
        diagnostics.push(
            Diagnostic::error(format!("`{}` targets `smithy.api#Unit`", member.id))
                .at(&member.target.location)
                .with_help("only members of unions can have no value; use another shape"),
        );
    }
    if let (ShapeKind::Map, Some(key)) = (&shape.kind, shape.members.get("key")) {
        check(model, &key.id.to_string(), &key.target, Expected::String, diagnostics);
    }
    let user = shape.id.to_string();
    match &shape.kind {
        ShapeKind::Operation(operation) => {
            let structures = operation.input.iter().chain(&operation.output).chain(&operation.errors);
            structures.for_each(|target| check(model, &user, target, Expected::Structure, diagnostics));
        }
        ShapeKind::Service(service) => check_service(model, &user, service, diagnostics),
        ShapeKind::Resource(resource) => {
            resource
                .all_operations()
                .for_each(|target| check(model, &user, target, Expected::Operation, diagnostics));
            resource
                .resources
                .iter()
                .for_each(|target| check(model, &user, target, Expected::Resource, diagnostics));
        }
        _ => {}
    }
}

fn check_service(model: &Model, user: &str, service: &ServiceShape, diagnostics: &mut Diagnostics) {
    service.operations.iter().for_each(|target| check(model, user, target, Expected::Operation, diagnostics));
    service.resources.iter().for_each(|target| check(model, user, target, Expected::Resource, diagnostics));
    service.errors.iter().for_each(|target| check(model, user, target, Expected::Structure, diagnostics));
}

/// The kind of shape that a reference requires.
#[derive(Clone, Copy)]
enum Expected {
    Data,
    String,
    Structure,
    Operation,
    Resource,
}

impl Expected {
    fn accepts(self, kind: &ShapeKind) -> bool {
        match self {
            Self::Data => {
                !matches!(kind, ShapeKind::Operation(_) | ShapeKind::Resource(_) | ShapeKind::Service(_))
            }
            Self::String => matches!(kind, ShapeKind::Simple(SimpleKind::String) | ShapeKind::Enum),
            Self::Structure => matches!(kind, ShapeKind::Structure),
            Self::Operation => matches!(kind, ShapeKind::Operation(_)),
            Self::Resource => matches!(kind, ShapeKind::Resource(_)),
        }
    }

    fn name(self) -> &'static str {
        match self {
            Self::Data => "a shape with a value",
            Self::String => "a string",
            Self::Structure => "a structure",
            Self::Operation => "an operation",
            Self::Resource => "a resource",
        }
    }
}

fn check(model: &Model, user: &str, target: &Reference, expected: Expected, diagnostics: &mut Diagnostics) {
    match model.shape(&target.id) {
        None => diagnostics.push(dangling(model, user, target)),
        Some(shape) if !expected.accepts(&shape.kind) => diagnostics.push(
            Diagnostic::error(format!("`{user}` targets a shape of type `{}`", shape.type_name()))
                .at(&target.location)
                .with_help(format!("use {}", expected.name())),
        ),
        Some(_) => {}
    }
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
