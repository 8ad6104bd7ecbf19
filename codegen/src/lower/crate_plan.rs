//! The order in which the items of a crate are decided: data types first, then operations.

use std::collections::{BTreeMap, BTreeSet};

use super::data_types::DataTypes;
use super::derivability::Derivability;
use super::lowering::Lowering;
use super::naming::Names;
use super::reach::{Usages, data_shapes};
use super::{derive, endpoint, need, protocol_test, service};
use crate::config::{Config, Runtime};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::Model;
use crate::model::derive::Dependencies;
use crate::pass::{Selected, boxed_members};
use crate::plan::endpoint::EndpointPlan;
use crate::plan::{CratePlan, OperationPlan, ProtocolTests, RuntimePlan};

/// Decides every item of the crate.
pub fn lower(model: &Model, selected: &Selected, config: &Config) -> Result<CratePlan, Diagnostics> {
    let data = data_shapes(model, selected);
    let names = Names::resolve(model, data.iter().filter_map(|id| model.shapes.get(*id)))?;
    let boxed = boxed_members(model);
    let declared = model.service().map(|(service, _)| Dependencies::of(&service.traits)).unwrap_or_default();
    let service = service::lower(model, config)?;
    let (endpoint, warnings) = endpoint(model, config)?;
    let mut lowering = Lowering {
        model,
        names: &names,
        boxed: &boxed,
        usages: &Usages::of(model, selected),
        derivability: &Derivability::of(model, &boxed),
        dependencies: &declared,
        waiters: BTreeMap::new(),
        warnings,
        diagnostics: Diagnostics::default(),
    };
    let name = config.crate_name.clone().unwrap_or_else(|| service.name.clone());
    lowering.diagnostics.extend(invalid_name(&name));
    let types = DataTypes::lower(&mut lowering, &data);
    // A path that leads into a broken type is not an error of its own.
    let reachable = (!lowering.diagnostics.has_errors()).then_some(&types);
    lowering.check_operations(selected);
    let operations = selected.operations.iter();
    let operations: Vec<OperationPlan> =
        operations.filter_map(|id| lowering.operation(id, &endpoint, reachable)).collect();
    let Lowering { warnings, diagnostics, .. } = lowering;
    diagnostics.finish(())?;
    let tests = if config.protocol_tests {
        protocol_test::lower(model, service.protocol, &operations, &types)?
    } else {
        ProtocolTests::default()
    };
    let dependencies = derive::dependencies(&operations, &types, &declared);
    let DataTypes { structs, enums, int_enums, unions, errors } = types;
    let settings = need::settings(&operations);
    let cargo_features = need::cargo_features(&operations, &settings);
    Ok(CratePlan {
        runtime: runtime(&name, &config.runtime, cargo_features),
        name,
        version: config.crate_version.clone(),
        service,
        operations,
        settings,
        structs,
        enums,
        int_enums,
        unions,
        errors,
        dependencies,
        endpoint,
        tests,
        warnings,
    })
}

/// A runtime inside of a crate has a package name of its own, because a workspace may contain several such crates.
fn runtime(name: &str, config: &Runtime, cargo_features: BTreeSet<&'static str>) -> RuntimePlan {
    let (package, path, is_inside) = match config {
        Runtime::Inside => (format!("{name}-runtime"), "runtime".to_owned(), true),
        Runtime::Shared(path) => ("tinsmith-runtime".to_owned(), path.clone(), false),
    };
    RuntimePlan { package, path, cargo_features, is_inside }
}

/// The endpoint rules, without tests unless these are asked for, and the warnings about them.
fn endpoint(model: &Model, config: &Config) -> Result<(EndpointPlan, Vec<Diagnostic>), Diagnostics> {
    let mut warnings = Vec::new();
    let plan = endpoint::lower(model, &mut warnings)?;
    if config.protocol_tests {
        return Ok((plan, warnings));
    }
    Ok((EndpointPlan { tests: Vec::new(), left_out: Vec::new(), ..plan }, Vec::new()))
}

/// The package becomes a library, whose name must be an identifier.
fn invalid_name(name: &str) -> Option<Diagnostic> {
    let allowed = name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte));
    let fits = allowed && syn::parse_str::<syn::Ident>(&name.replace('-', "_")).is_ok();
    (!fits).then(|| {
        Diagnostic::error(format!("`{name}` cannot be the name of a package")).with_help(
            "start with a letter, use ASCII letters, digits, `-` and `_`, and avoid the keywords of Rust",
        )
    })
}
