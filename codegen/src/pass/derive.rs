//! Checks that derives of other crates, and the attributes for them, come from crates that the service declares.

use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::derive::{Attributes, Dependencies, Dependency, Derive};
use crate::model::traits::id;
use crate::model::{Model, Shape, ShapeKind};

/// The derives and attributes of a shape and its members.
pub(super) fn check(model: &Model, shape: &Shape, findings: &mut Diagnostics) {
    let members = || shape.members.values().map(|member| &member.traits);
    if !members().chain([&shape.traits]).any(|traits| traits.has(id::DERIVE) || traits.has(id::ATTRIBUTES)) {
        return;
    }
    let declared = dependencies(model);
    let derive = Derive::of(&shape.traits);
    if matches!(shape.kind, ShapeKind::Service(_)) {
        findings.findings.extend(derive.macros.iter().map(|asked| {
            Diagnostic::error(format!("`{}` cannot be derived by every type", asked.path))
                .at(&asked.place)
                .with_help(format!("name it in `{}` of each type that it is for", id::DERIVE))
        }));
        return;
    }
    for asked in &derive.macros {
        if declared.of_library(&asked.library).is_none() {
            let finding = Diagnostic::error(format!("`{}` is of a crate that is not declared", asked.path));
            let libraries: Vec<String> = declared.0.values().map(Dependency::library).collect();
            let help = format!("declare `{}` with `{}` on the service", asked.library, id::DEPENDENCIES);
            let known = libraries.iter().map(String::as_str);
            findings.push(finding.at(&asked.place).suggest(&asked.library, known, &help));
        }
    }
    for attribute in members().chain([&shape.traits]).flat_map(|traits| Attributes::of(traits).0) {
        let library = attribute.dependency.replace('-', "_");
        if !derive.macros.iter().any(|asked| asked.library == library) {
            findings.push(
                Diagnostic::error(format!("`{}` derives nothing of `{}`", shape.id, attribute.dependency))
                    .at(&attribute.place)
                    .with_help(format!("remove the attribute, or give `{}` to the shape", id::DERIVE)),
            );
        }
    }
}

/// The crates that the service declares.
fn dependencies(model: &Model) -> Dependencies {
    model.service().map(|(service, _)| Dependencies::of(&service.traits)).unwrap_or_default()
}
