//! Authentication schemes of operations and endpoints.

use crate::diagnostic::Diagnostic;
use crate::doc;
use crate::model::auth;
use crate::model::traits::id;
use crate::model::{Model, Shape};
use crate::plan::endpoint::{EndpointPlan, Expression, Outcome};
use crate::plan::{ApiKeyPlan, AuthPlan, OperationPlan, Scheme};

/// Names of schemes in endpoint rules. Source: Smithy 2.0 specification, "Endpoint `authSchemes` list property".
const SIGV4: &str = "sigv4";
const SIGV4A: &str = "sigv4a";
const SIGV4_SESSION: &str = "sigv4-s3express";

/// Returns the schemes of an operation in order of preference.
pub(super) fn schemes(model: &Model, operation: &Shape, endpoint: &EndpointPlan) -> Vec<Scheme> {
    let listed = auth::authentication(model, operation);
    let listed = listed.expect("`pass::select` leaves out operations without a supported scheme");
    let mut schemes = lowered(model, &listed.schemes, endpoint);
    if listed.is_optional || schemes.is_empty() {
        schemes.push(Scheme::NoAuth);
    }
    schemes
}

/// Lowers the schemes of a crate.
pub(super) fn lower(model: &Model, operations: &[OperationPlan], endpoint: &EndpointPlan) -> AuthPlan {
    let default = match lowered(model, &auth::service_schemes(model), endpoint) {
        none if none.is_empty() => vec![Scheme::NoAuth],
        schemes => schemes,
    };
    let required = required(endpoint);
    let has_sessions = has_sessions(operations);
    let of_endpoints = required.iter().filter_map(|name| of_endpoint(name, has_sessions));
    let of_operations = operations.iter().flat_map(|operation| &operation.request_features.schemes).cloned();
    let mut schemes: Vec<Scheme> = Vec::new();
    for scheme in default.iter().cloned().chain(of_operations).chain(of_endpoints) {
        if !schemes.contains(&scheme) {
            schemes.push(scheme);
        }
    }
    let is_listed =
        |name: &&str| auth::service_schemes(model).iter().any(|scheme| name_of(*scheme) == Some(name));
    AuthPlan { schemes, default, is_by_endpoint: !required.iter().all(is_listed) }
}

/// Returns the warning for endpoints that require a scheme which is not supported.
pub(super) fn unsupported(
    model: &Model,
    operations: &[OperationPlan],
    endpoint: &EndpointPlan,
) -> Option<Diagnostic> {
    let (service, _) = model.service()?;
    let has_sessions = has_sessions(operations);
    let unknown: Vec<&str> =
        required(endpoint).into_iter().filter(|name| of_endpoint(name, has_sessions).is_none()).collect();
    let warning = || {
        Diagnostic::warning(format!(
            "some endpoints require authentication by `{}`, which is not supported",
            unknown.join("` or `")
        ))
        .at(&service.location)
        .with_help(
            "calls to such an endpoint fail, unless you add the scheme to the client with `push_auth_scheme`",
        )
    };
    (!unknown.is_empty()).then(warning)
}

/// Lowers supported schemes. Signature version 4a follows version 4 if some endpoints require it, as in the official crates.
fn lowered(model: &Model, listed: &[auth::Scheme], endpoint: &EndpointPlan) -> Vec<Scheme> {
    let mut schemes: Vec<Scheme> = listed.iter().map(|listed| scheme(model, *listed)).collect();
    let position = schemes.iter().position(|scheme| *scheme == Scheme::SigV4);
    if let Some(position) = position.filter(|_| !schemes.contains(&Scheme::SigV4a))
        && required(endpoint).contains(&SIGV4A)
    {
        schemes.insert(position + 1, Scheme::SigV4a);
    }
    schemes
}

fn scheme(model: &Model, listed: auth::Scheme) -> Scheme {
    match listed {
        auth::Scheme::SigV4 => Scheme::SigV4,
        auth::Scheme::SigV4a => Scheme::SigV4a,
        auth::Scheme::SigV2 => Scheme::SigV2,
        auth::Scheme::HttpApiKey => Scheme::HttpApiKey(api_key(model)),
        auth::Scheme::HttpBasic => Scheme::HttpBasic,
        auth::Scheme::HttpBearer => Scheme::HttpBearer,
    }
}

fn api_key(model: &Model) -> ApiKeyPlan {
    let service = model.service().map(|(service, _)| service);
    let property = |name| service?.traits.property(id::HTTP_API_KEY_AUTH, name);
    let name = property("name").unwrap_or("Authorization");
    let is_in_query = property("in") == Some("query");
    let place = if is_in_query { "query parameter" } else { "header" };
    ApiKeyPlan {
        doc: format!("{place} {}", doc::code_span(name)),
        name: name.to_owned(),
        is_in_query,
        prefix: property("scheme").map(str::to_owned),
    }
}

/// Returns the names of the schemes that endpoints require, each once.
fn required(endpoint: &EndpointPlan) -> Vec<&str> {
    let outcomes = endpoint.rules().filter_map(|rule| match &rule.outcome {
        Outcome::Endpoint(endpoint) => Some(&endpoint.auth_schemes),
        Outcome::Error(_) | Outcome::Rules(_) | Outcome::Function { .. } => None,
    });
    let mut names: Vec<&str> = outcomes
        .flatten()
        .filter_map(|scheme| match &scheme.name {
            Expression::String(name) => Some(name.as_str()),
            _ => None,
        })
        .collect();
    names.sort_unstable();
    names.dedup();
    names
}

/// Returns true if endpoints require sessions.
pub(super) fn requires_sessions(endpoint: &EndpointPlan) -> bool {
    required(endpoint).contains(&SIGV4_SESSION)
}

/// Returns true if an operation creates sessions.
fn has_sessions(operations: &[OperationPlan]) -> bool {
    operations.iter().any(|operation| operation.customization.session.is_some())
}

fn of_endpoint(name: &str, has_sessions: bool) -> Option<Scheme> {
    match name {
        SIGV4_SESSION if has_sessions => Some(Scheme::SigV4Session),
        SIGV4 => Some(Scheme::SigV4),
        SIGV4A => Some(Scheme::SigV4a),
        _ => None,
    }
}

/// Returns the name of a scheme in endpoint rules.
fn name_of(scheme: auth::Scheme) -> Option<&'static str> {
    match scheme {
        auth::Scheme::SigV4 => Some(SIGV4),
        auth::Scheme::SigV4a => Some(SIGV4A),
        auth::Scheme::SigV2
        | auth::Scheme::HttpApiKey
        | auth::Scheme::HttpBasic
        | auth::Scheme::HttpBearer => None,
    }
}
