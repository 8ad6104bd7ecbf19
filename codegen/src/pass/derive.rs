//! Checks that the service declares the crates of derives and attributes.

use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::derive::{Attributes, Dependencies, Dependency, Derive};
use crate::model::traits::id;
use crate::model::{Model, Shape, ShapeKind};

/// Checks the derives and attributes of a shape and its members.
pub(super) fn check(model: &Model, shape: &Shape, diagnostics: &mut Diagnostics) {
    let mut traits = shape.members.values().map(|member| &member.traits).chain([&shape.traits]);
    if !traits.any(|traits| traits.has(id::DERIVE) || traits.has(id::ATTRIBUTES)) {
        return;
    }
    let derive = Derive::of(&shape.traits);
    if matches!(shape.kind, ShapeKind::Service(_)) {
        check_derives_of_all(&derive, diagnostics);
        return;
    }
    check_declared(&derive, &Dependencies::of_model(model), diagnostics);
    check_attributes(shape, &derive, diagnostics);
}

/// Checks that the service has derives of the standard library only.
fn check_derives_of_all(derive: &Derive, diagnostics: &mut Diagnostics) {
    diagnostics.extend(derive.macros.iter().map(|derive_macro| {
        Diagnostic::error(format!("`{}` cannot be derived for all types", derive_macro.path))
            .at(&derive_macro.location)
            .with_help(format!("add it to `{}` of single types", id::DERIVE))
    }));
}

/// Checks that the service declares the crates of derive macros.
fn check_declared(derive: &Derive, declared: &Dependencies, diagnostics: &mut Diagnostics) {
    let libraries: Vec<String> = declared.0.values().map(Dependency::library).collect();
    let undeclared = derive.macros.iter().filter(|it| declared.of_library(&it.library).is_none());
    diagnostics.extend(undeclared.map(|derive_macro| {
        let library = &derive_macro.library;
        Diagnostic::error(format!("the crate of `{}` is not declared", derive_macro.path))
            .at(&derive_macro.location)
            .suggest(
                library,
                libraries.iter().map(String::as_str),
                &format!("declare `{library}` with `{}` on the service", id::DEPENDENCIES),
            )
    }));
}

/// Checks that the attributes of a shape and its members are for derives of the shape.
fn check_attributes(shape: &Shape, derive: &Derive, diagnostics: &mut Diagnostics) {
    let traits = shape.members.values().map(|member| &member.traits).chain([&shape.traits]);
    let attributes = traits.flat_map(|traits| Attributes::of(traits).0);
    let unused = attributes.filter(|attribute| {
        let library = attribute.dependency.replace('-', "_");
        !derive.macros.iter().any(|derive_macro| derive_macro.library == library)
    });
    diagnostics.extend(unused.map(|attribute| {
        Diagnostic::error(format!("`{}` has no derives of `{}`", shape.id, attribute.dependency))
            .at(&attribute.location)
            .with_help(format!("remove the attribute, or add a derive to the shape with `{}`", id::DERIVE))
    }));
}
