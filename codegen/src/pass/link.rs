//! Checks that every reference names a shape of a fitting kind.

use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::id::ShapeId;
use crate::model::traits::{NAMESPACE, OURS, id};
use crate::model::{Model, Reference, ServiceShape, Shape, ShapeKind, SimpleKind, Traits};
use crate::name;

use super::{derive, rust_name};

/// Succeeds when every target is there and of a kind that may stand where it is used.
pub fn link(model: &Model) -> Result<(), Diagnostics> {
    let mut findings = Diagnostics::default();
    if model.service().is_none() {
        findings.push(no_service(model));
    }
    let services = model.shapes.values().filter(|shape| matches!(shape.kind, ShapeKind::Service(_)));
    for second in services.skip(1) {
        findings.push(
            Diagnostic::error(format!("`{}` is a second service", second.id))
                .at(&second.place)
                .with_help("a model needs one shape of type `service`; split the file"),
        );
    }
    for shape in model.shapes.values() {
        check_shape(model, shape, &mut findings);
    }
    findings.finish(())
}

fn no_service(model: &Model) -> Diagnostic {
    let finding = Diagnostic::error("the model defines no service")
        .with_help("a model needs one shape of type `service`; name a file that has one");
    let root = model.shapes.values().next().map(|shape| shape.place.source().place(""));
    match root {
        Some(root) => finding.at(&root),
        None => finding,
    }
}

/// The switch is a boolean, and stands where there are operations.
fn check_inference(shape: &Shape, findings: &mut Diagnostics) {
    let Some(given) = shape.traits.get(id::INFER_PAGINATORS) else { return };
    let stands = matches!(shape.kind, ShapeKind::Operation(_) | ShapeKind::Service(_));
    if !stands || !given.value.is_boolean() {
        findings.push(
            Diagnostic::error(format!("`{}` of `{}` switches nothing", id::INFER_PAGINATORS, shape.id))
                .at(&given.place)
                .with_help("write true or false, on an operation or on the service"),
        );
    }
}

/// The most bytes that the name of a module may have: file systems take 255, and an ending follows.
const LONGEST_MODULE: usize = 240;

/// A name that becomes the name of a file must be short enough for one.
fn check_length(shape: &Shape, findings: &mut Diagnostics) {
    use ShapeKind::{Enum, IntEnum, Operation, Structure, Union};
    let becomes_file = matches!(shape.kind, Structure | Union | Enum | IntEnum | Operation(_));
    let name = shape.traits.text(id::RUST_NAME).unwrap_or_else(|| shape.id.name());
    if becomes_file && name::module(name).len() > LONGEST_MODULE {
        let start: String = name.chars().take(40).collect();
        findings.push(
            Diagnostic::error(format!("`{start}...` has {} letters, too many for a file", name.len()))
                .at(&shape.place)
                .with_help("a file system takes about 240; give the shape a shorter name"),
        );
    }
}

/// Our own namespace holds nothing but our traits.
fn check_namespace(shape: &Shape, findings: &mut Diagnostics) {
    let members = shape.members.values().map(|member| &member.traits);
    for (id, given) in members.chain([&shape.traits]).flat_map(Traits::iter) {
        let is_ours = id.split('#').next() == Some(NAMESPACE);
        if is_ours && !OURS.contains(&id) {
            let finding = Diagnostic::error(format!("there is no trait `{id}`")).at(&given.place);
            findings.push(finding.suggest(id, OURS, "remove it, or look it up in `OVERLAYS.md`"));
        }
    }
}

fn check_shape(model: &Model, shape: &Shape, findings: &mut Diagnostics) {
    check_length(shape, findings);
    check_inference(shape, findings);
    rust_name::check(model, shape, findings);
    derive::check(model, shape, findings);
    check_namespace(shape, findings);
    for member in shape.members.values() {
        check(model, &member.id.to_string(), &member.target, Expected::Data, findings);
    }
    let may_be_unit = matches!(shape.kind, ShapeKind::Union | ShapeKind::Enum | ShapeKind::IntEnum);
    for member in
        shape.members.values().filter(|member| !may_be_unit && member.target.id.as_str() == "smithy.api#Unit")
    {
        findings.push(
            Diagnostic::error(format!("`{}` targets `smithy.api#Unit`", member.id))
                .at(&member.target.place)
                .with_help("only members of unions may have no value; name another shape here"),
        );
    }
    if let (ShapeKind::Map, Some(key)) = (&shape.kind, shape.members.get("key")) {
        check(model, &key.id.to_string(), &key.target, Expected::Text, findings);
    }
    let user = shape.id.to_string();
    match &shape.kind {
        ShapeKind::Operation(operation) => {
            let structures = operation.input.iter().chain(&operation.output).chain(&operation.errors);
            structures.for_each(|target| check(model, &user, target, Expected::Structure, findings));
        }
        ShapeKind::Service(service) => check_service(model, &user, service, findings),
        ShapeKind::Resource(resource) => {
            resource
                .all_operations()
                .for_each(|target| check(model, &user, target, Expected::Operation, findings));
            resource
                .resources
                .iter()
                .for_each(|target| check(model, &user, target, Expected::Resource, findings));
        }
        _ => {}
    }
}

fn check_service(model: &Model, user: &str, service: &ServiceShape, findings: &mut Diagnostics) {
    service.operations.iter().for_each(|target| check(model, user, target, Expected::Operation, findings));
    service.resources.iter().for_each(|target| check(model, user, target, Expected::Resource, findings));
    service.errors.iter().for_each(|target| check(model, user, target, Expected::Structure, findings));
}

/// What may stand at a place.
#[derive(Clone, Copy)]
enum Expected {
    Data,
    Text,
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
            Self::Text => matches!(kind, ShapeKind::Simple(SimpleKind::String) | ShapeKind::Enum),
            Self::Structure => matches!(kind, ShapeKind::Structure),
            Self::Operation => matches!(kind, ShapeKind::Operation(_)),
            Self::Resource => matches!(kind, ShapeKind::Resource(_)),
        }
    }

    fn name(self) -> &'static str {
        match self {
            Self::Data => "a shape that holds data",
            Self::Text => "a string",
            Self::Structure => "a structure",
            Self::Operation => "an operation",
            Self::Resource => "a resource",
        }
    }
}

fn check(model: &Model, user: &str, target: &Reference, expected: Expected, findings: &mut Diagnostics) {
    match model.shape(&target.id) {
        None => findings.push(dangling(model, user, target)),
        Some(shape) if !expected.accepts(&shape.kind) => findings.push(
            Diagnostic::error(format!("`{user}` targets a shape of type `{}`", shape.type_name()))
                .at(&target.place)
                .with_help(format!("name {} here", expected.name())),
        ),
        Some(_) => {}
    }
}

fn dangling(model: &Model, user: &str, target: &Reference) -> Diagnostic {
    Diagnostic::error(format!("`{user}` targets a shape that the model does not define"))
        .at(&target.place)
        .suggest(
            target.id.as_str(),
            model.shapes.keys().map(ShapeId::as_str),
            "define the shape, or name one that the model defines",
        )
}
