//! Schemes that a call may use, in order of preference.

use std::borrow::Cow;

use aws_smithy_runtime_api::client::{
    auth::{AuthSchemeId, AuthSchemeOption, AuthSchemeOptionsFuture},
    endpoint::{EndpointResolverParams, ResolveEndpoint},
    runtime_components::RuntimeComponents,
};
use aws_smithy_types::{Document, config_bag::ConfigBag, endpoint::Endpoint};

use crate::service::Scheme;

/// Returns the schemes of an operation.
pub fn options(schemes: &[Scheme]) -> Vec<AuthSchemeOption> {
    schemes.iter().map(|scheme| AuthSchemeOption::from(scheme.id())).collect()
}

/// Returns the schemes that the endpoint of a call requires, else those of the operation.
///
/// The endpoint is resolved here once more, because the orchestrator resolves it after the identity.
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
        Ok(required.into_iter().map(AuthSchemeOption::from).collect())
    })
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
