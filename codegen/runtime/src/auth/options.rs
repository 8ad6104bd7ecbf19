//! Schemes that a call may use, in order of preference.

use std::borrow::Cow;

use aws_smithy_runtime_api::client::{
    auth::{AuthSchemeId, AuthSchemeOption, AuthSchemeOptionsFuture, AuthSchemePreference},
    endpoint::{EndpointResolverParams, ResolveEndpoint},
    runtime_components::{GetIdentityResolver, RuntimeComponents},
};
use aws_smithy_types::{Document, config_bag::ConfigBag, endpoint::Endpoint};

use crate::service::Scheme;

/// Returns the schemes of an operation.
pub fn options(schemes: &[Scheme]) -> Vec<AuthSchemeOption> {
    schemes.iter().map(|scheme| AuthSchemeOption::from(scheme.id())).collect()
}

/// Returns the schemes that the endpoint of a call requires, else those of the operation.
///
/// The endpoint is resolved here once more, because the orchestrator resolves it after the identity. Fails if the endpoint
/// accepts none of the schemes that the user prefers, as the official clients do.
pub fn endpoint_options<'a>(
    schemes: &'static [Scheme],
    cfg: &'a ConfigBag,
    components: &'a RuntimeComponents,
) -> AuthSchemeOptionsFuture<'a> {
    let params = cfg.load::<EndpointResolverParams>().filter(|_| *schemes != [Scheme::NoAuth]);
    let Some(params) = params else { return AuthSchemeOptionsFuture::ready(Ok(options(schemes))) };
    AuthSchemeOptionsFuture::new(async move {
        let endpoint = components.endpoint_resolver().resolve_endpoint(params).await?;
        let mut required = required(&endpoint);
        if required.is_empty() {
            return Ok(options(schemes));
        }
        // A scheme that the endpoint does not list could not sign.
        required.extend(schemes.contains(&Scheme::NoAuth).then(|| Scheme::NoAuth.id()));
        if let Some(scheme) = refused(schemes, &required, cfg, components) {
            let scheme = scheme.inner();
            return Err(format!("the endpoint does not accept the preferred scheme `{scheme}`").into());
        }
        Ok(required.into_iter().map(AuthSchemeOption::from).collect())
    })
}

/// Returns the preferred scheme of the operation if there is an identity for it, but the endpoint requires other ones.
fn refused(
    schemes: &[Scheme],
    required: &[AuthSchemeId],
    cfg: &ConfigBag,
    components: &RuntimeComponents,
) -> Option<AuthSchemeId> {
    let preferred: Vec<_> = cfg.load::<AuthSchemePreference>()?.clone().into_iter().collect();
    if required.iter().any(|scheme| preferred.contains(scheme)) {
        return None;
    }
    let mut modelled = schemes.iter().map(|scheme| scheme.id());
    modelled.find(|id| preferred.contains(id) && components.identity_resolver(id.clone()).is_some())
}

/// Returns the schemes that an endpoint lists. Resolvers of users may list them as a document.
fn required(endpoint: &Endpoint) -> Vec<AuthSchemeId> {
    let typed: Vec<_> = endpoint.auth_schemes().iter().map(|scheme| id(scheme.name())).collect();
    let Some(Document::Array(schemes)) =
        endpoint.properties().get("authSchemes").filter(|_| typed.is_empty())
    else {
        return typed;
    };
    let names = schemes.iter().filter_map(|scheme| scheme.as_object()?.get("name")?.as_string());
    names.map(id).collect()
}

fn id(name: &str) -> AuthSchemeId {
    AuthSchemeId::from(Cow::Owned(name.to_owned()))
}
