//! Checks that the service declares the crates of derives and attributes.

use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::derive::{Attributes, Dependencies, Dependency, Derive};
use crate::model::traits::id;
use crate::model::{Model, Shape, ShapeKind};

/// Checks the derives and attributes of a shape and its members.
pub(super) fn check(model: &Model, shape: &Shape, diagnostics: &mut Diagnostics) {
    let members = || shape.members.values().map(|member| &member.traits);
    if !members().chain([&shape.traits]).any(|traits| traits.has(id::DERIVE) || traits.has(id::ATTRIBUTES)) {
        return;
    }
    let declared = dependencies(model);
    let derive = Derive::of(&shape.traits);
    if matches!(shape.kind, ShapeKind::Service(_)) {
        diagnostics.extend(derive.macros.iter().map(|derive_macro| {
            Diagnostic::error(format!("`{}` cannot be derived for all types", derive_macro.path))
                .at(&derive_macro.location)
                .with_help(format!("add it to `{}` of single types", id::DERIVE))
        }));
        return;
    }
    for derive_macro in &derive.macros {
        if declared.of_library(&derive_macro.library).is_none() {
            let diagnostic =
                Diagnostic::error(format!("the crate of `{}` is not declared", derive_macro.path));
            let libraries: Vec<String> = declared.0.values().map(Dependency::library).collect();
            let help =
                format!("declare `{}` with `{}` on the service", derive_macro.library, id::DEPENDENCIES);
            let known = libraries.iter().map(String::as_str);
            diagnostics.push(diagnostic.at(&derive_macro.location).suggest(
                &derive_macro.library,
                known,
                &help,
            ));
        }
    }
    for attribute in members().chain([&shape.traits]).flat_map(|traits| Attributes::of(traits).0) {
        let library = attribute.dependency.replace('-', "_");
        if !derive.macros.iter().any(|derive_macro| derive_macro.library == library) {
            diagnostics.push(
                Diagnostic::error(format!("`{}` has no derives of `{}`", shape.id, attribute.dependency))
                    .at(&attribute.location)
                    .with_help(format!(
                        "remove the attribute, or add a derive to the shape with `{}`",
                        id::DERIVE
                    )),
            );
        }
    }
}

/// Returns the crates that the service declares.
fn dependencies(model: &Model) -> Dependencies {
    model.service().map(|(service, _)| Dependencies::of(&service.traits)).unwrap_or_default()
}
