//! The order in which the items of a crate are decided: data types first, then operations.

use std::collections::{BTreeMap, BTreeSet};

use super::data_types::DataTypes;
use super::derivability::Derivability;
use super::lowering::Lowering;
use super::naming::Names;
use super::reach::{Usages, data_shapes};
use super::{
    auth, customization, derive, endpoint, endpoint_discovery, need, package, protocol_test, service,
};
use crate::config::{Config, Runtime};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::Model;
use crate::model::derive::Dependencies;
use crate::pass::{Selected, boxed_members};
use crate::plan::endpoint::EndpointPlan;
use crate::plan::{CratePlan, OperationPlan, Protocol, ProtocolTests, RuntimePlan, ServicePlan};

/// Decides every item of the crate.
pub fn lower(model: &Model, selected: &Selected, config: &Config) -> Result<CratePlan, Diagnostics> {
    let model = &*customization::corrected(model);
    let mut warnings = Vec::new();
    let (name, service, endpoint) = head(model, config, &mut warnings)?;
    let dependencies = Dependencies::of_model(model);
    let selected = &with_sessions(model, selected, &endpoint);
    let Items { types, operations, warnings: of_items } =
        items(model, selected, service.protocol, &endpoint, &dependencies)?;
    warnings.extend(of_items);
    let tests = if config.protocol_tests {
        protocol_test::lower(model, service.protocol, &operations, &types)?
    } else {
        ProtocolTests::default()
    };
    let endpoint_discovery = endpoint_discovery::lower(model, &operations, &types);
    let transfer = customization::transfer(model, &operations, &types);
    let dependencies = derive::dependencies(&operations, &types, &dependencies);
    let DataTypes { structs, enums, int_enums, unions, errors, event_errors } = types;
    warnings.extend(auth::unsupported(model, &operations, &endpoint));
    let auth = auth::lower(model, &operations, &endpoint);
    let settings = need::settings(&operations, &auth);
    let mut cargo_features = need::cargo_features(service.protocol, &operations, &settings, &auth);
    cargo_features.extend((!event_errors.is_empty()).then_some("event-stream"));
    cargo_features.extend(need::of_customizations(&service, &operations, endpoint_discovery.as_ref()));
    Ok(CratePlan {
        runtime: runtime(&name, &config.runtime, cargo_features),
        name,
        version: config.crate_version.clone(),
        is_publishable: config.publish,
        service,
        operations,
        auth,
        settings,
        structs,
        enums,
        int_enums,
        unions,
        errors,
        event_errors,
        dependencies,
        endpoint,
        endpoint_discovery,
        transfer,
        tests,
        warnings,
    })
}

/// Adds the operation that creates sessions, if endpoints require them.
fn with_sessions(model: &Model, selected: &Selected, endpoint: &EndpointPlan) -> Selected {
    let mut selected = selected.clone();
    if !selected.operations.is_empty() && auth::requires_sessions(endpoint) {
        selected.operations.extend(customization::session_operation(model));
        selected.operations.sort();
        selected.operations.dedup();
    }
    selected
}

/// Lowers what does not depend on the selected operations: name of the package, service and endpoint rules.
fn head(
    model: &Model,
    config: &Config,
    warnings: &mut Vec<Diagnostic>,
) -> Result<(String, ServicePlan, EndpointPlan), Diagnostics> {
    let mut diagnostics = Diagnostics::default();
    let service = diagnostics.collect(service::lower(model, config, warnings));
    let endpoint = diagnostics.collect(endpoint::lower(model, config, warnings));
    let name = config.crate_name.clone().or_else(|| Some(service.as_ref()?.name.clone()));
    diagnostics.collect(package::check_version(config));
    if let Some(name) = &name {
        diagnostics.collect(package::check_name(name, config));
    }
    match (name, service, endpoint) {
        (Some(name), Some(service), Some(endpoint)) => diagnostics.finish((name, service, endpoint)),
        _ => Err(diagnostics),
    }
}

/// The data types and operations of a crate.
struct Items {
    types: DataTypes,
    operations: Vec<OperationPlan>,
    warnings: Vec<Diagnostic>,
}

/// Lowers the data types, and then the operations.
fn items(
    model: &Model,
    selected: &Selected,
    protocol: Protocol,
    endpoint: &EndpointPlan,
    dependencies: &Dependencies,
) -> Result<Items, Diagnostics> {
    let data = data_shapes(model, selected);
    let boxed = boxed_members(model);
    let mut lowering = Lowering {
        model,
        protocol,
        names: &Names::resolve(model, data.iter().filter_map(|id| model.shapes.get(*id)))?,
        boxed: &boxed,
        usages: &Usages::of(model, selected),
        derivability: &Derivability::of(model, &boxed),
        dependencies,
        waiter_names: BTreeMap::new(),
        warnings: Vec::new(),
        diagnostics: Diagnostics::default(),
    };
    let types = DataTypes::lower(&mut lowering, &data);
    // Endpoint parameters, paginators, waiters and examples are skipped if a type has an error, because the run fails anyway.
    let reachable = (!lowering.diagnostics.has_errors()).then_some(&types);
    lowering.check_operations(selected);
    lowering.check_error_codes(selected);
    let operations = selected.operations.iter();
    let operations = operations.filter_map(|id| lowering.lower_operation(id, endpoint, reachable)).collect();
    let Lowering { warnings, diagnostics, .. } = lowering;
    diagnostics.finish(Items { types, operations, warnings })
}

/// Returns the runtime. Inside of a crate, it has a package name of its own, because a workspace may contain several such crates.
fn runtime(name: &str, config: &Runtime, cargo_features: BTreeSet<&'static str>) -> RuntimePlan {
    let (package, path, is_inside) = match config {
        Runtime::Inside => (format!("{name}-runtime"), "runtime".to_owned(), true),
        Runtime::Shared(path) => ("tinsmith-runtime".to_owned(), path.clone(), false),
    };
    RuntimePlan { package, path, cargo_features, is_inside }
}
