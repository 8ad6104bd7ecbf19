//! Checks that references have targets of the right kind, and that names and derives are valid.

use std::collections::BTreeMap;

use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::traits::{id, unknown_of_ours, value_kind};
use crate::model::{Closure, Model, Shape, ShapeKind, Traits};
use crate::name;

use super::{derive, reference, rust_name};

/// Checks the references, names, derives and traits of a model.
pub fn validate(model: &Model) -> Result<(), Diagnostics> {
    let mut diagnostics = Diagnostics::default();
    diagnostics.extend(model.required_service().err());
    diagnostics.extend(several_services(model));
    operations_of_one_name(model, &mut diagnostics);
    diagnostics.extend(renames(model));
    for shape in model.shapes.values() {
        check_length(shape, &mut diagnostics);
        check_inference(shape, &mut diagnostics);
        diagnostics.extend(check_api_key(shape));
        rust_name::check(model, shape, &mut diagnostics);
        derive::check(model, shape, &mut diagnostics);
        check_traits(shape, &mut diagnostics);
        reference::check(model, shape, &mut diagnostics);
    }
    diagnostics.finish(())
}

/// Returns the diagnostic for more than one service.
fn several_services(model: &Model) -> Option<Diagnostic> {
    let services = model.shapes.values().filter(|shape| matches!(shape.kind, ShapeKind::Service(_)));
    let services: Vec<&Shape> = services.collect();
    let [first, second, ..] = services[..] else { return None };
    let several =
        Diagnostic::error(format!("the model has several services: `{}`, `{}`", first.id, second.id));
    Some(several.at(&second.location).with_help(format!(
        "a crate is of one service: choose it with `--service`, such as `--service {}`",
        first.id.name()
    )))
}

/// Checks that no two operations of the service have the same name, which requests have without a namespace.
fn operations_of_one_name(model: &Model, diagnostics: &mut Diagnostics) {
    let Some((service, _)) = model.service() else { return };
    let closure = Closure::of(model, [&service.id]);
    let shapes = closure.iter().filter_map(|id| model.shapes.get(id));
    let mut seen: BTreeMap<&str, &Shape> = BTreeMap::new();
    for shape in shapes.filter(|shape| matches!(shape.kind, ShapeKind::Operation(_))) {
        let Some(other) = seen.insert(shape.id.name(), shape) else { continue };
        diagnostics.push(
            Diagnostic::error(format!("`{}` and `{}` are operations of one name", other.id, shape.id))
                .at(&shape.location)
                .with_help("remove one of them from the service, or give it another name"),
        );
    }
}

/// Returns the diagnostics for renamed shapes that the service does not use, or that are operations, resources or services.
fn renames(model: &Model) -> Vec<Diagnostic> {
    let Some((shape, service)) = model.service() else { return Vec::new() };
    let closure = Closure::of(model, [&shape.id]);
    let mut faults = Vec::new();
    for id in service.rename.keys() {
        let renamed = closure.contains(id).then(|| model.shapes.get(id)).flatten();
        let what = match renamed.map(|renamed| (renamed, &renamed.kind)) {
            None => "which the service does not use".to_owned(),
            Some((renamed, ShapeKind::Operation(_) | ShapeKind::Resource(_) | ShapeKind::Service(_))) => {
                format!("which is of type `{}`", renamed.type_name())
            }
            Some(_) => continue,
        };
        faults.push(
            Diagnostic::error(format!("`{}` renames `{id}`, {what}", shape.id))
                .at(&shape.location.child("rename").child(id.as_str()))
                .with_help("rename data shapes of the service, or remove the entry"),
        );
    }
    faults
}

/// Checks that `inferPaginators` is on an operation or a service.
fn check_inference(shape: &Shape, diagnostics: &mut Diagnostics) {
    let Some(switch) = shape.traits.get(id::INFER_PAGINATORS) else { return };
    let is_allowed = matches!(shape.kind, ShapeKind::Operation(_) | ShapeKind::Service(_));
    if !is_allowed {
        diagnostics.push(
            Diagnostic::error(format!("`{}` of `{}` has no effect", id::INFER_PAGINATORS, shape.id))
                .at(&switch.location)
                .with_help("use `true` or `false` on an operation or on the service"),
        );
    }
}

/// Checks that the place of an API key has the name of a header, also where it is a query parameter, because documentation contains it.
fn check_api_key(shape: &Shape) -> Option<Diagnostic> {
    let name = shape.traits.property(id::HTTP_API_KEY_AUTH, "name")?;
    let is_allowed = |letter: char| letter.is_ascii_alphanumeric() || "!#$%&'*+-.^_|~".contains(letter);
    let is_name = !name.is_empty() && name.chars().all(is_allowed);
    let location = shape.traits.get(id::HTTP_API_KEY_AUTH).map(|key| &key.location)?;
    (!is_name).then(|| {
        Diagnostic::error(format!(
            "`{}` is not a valid name of a header or query parameter",
            name.escape_debug()
        ))
        .at(location)
        .with_help("use a name of letters, digits, `-`, `_` and `.`, such as `X-Api-Key`")
    })
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

/// Checks that the values of traits are of their kinds, and that the namespace of this generator contains only its own traits.
fn check_traits(shape: &Shape, diagnostics: &mut Diagnostics) {
    let members = shape.members.values().map(|member| &member.traits);
    for (id, trait_value) in members.chain([&shape.traits]).flat_map(Traits::iter) {
        diagnostics.extend(unknown_of_ours(id, &trait_value.location));
        diagnostics.extend(value_kind(id).check_in_model(id, &trait_value.node()).err());
    }
}
