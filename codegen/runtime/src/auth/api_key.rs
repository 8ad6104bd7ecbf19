//! API keys in headers and query strings.
//!
//! The official scheme writes a space before keys that have no prefix.

use aws_smithy_runtime_api::{
    box_error::BoxError,
    client::{
        auth::{AuthScheme, AuthSchemeEndpointConfig, AuthSchemeId, Sign},
        identity::{Identity, SharedIdentityResolver, http::Token},
        orchestrator::HttpRequest,
        runtime_components::{GetIdentityResolver, RuntimeComponents},
    },
};
use aws_smithy_types::config_bag::ConfigBag;

use super::HTTP_API_KEY;
use crate::{
    rules::uri_encode::uri_encode,
    service::{ApiKey, ApiKeyLocation},
};

/// Scheme of API keys.
#[derive(Debug)]
pub(crate) struct ApiKeyAuthScheme(pub(crate) ApiKey);

impl AuthScheme for ApiKeyAuthScheme {
    fn scheme_id(&self) -> AuthSchemeId {
        HTTP_API_KEY
    }

    fn identity_resolver(
        &self,
        identity_resolvers: &dyn GetIdentityResolver,
    ) -> Option<SharedIdentityResolver> {
        identity_resolvers.identity_resolver(HTTP_API_KEY)
    }

    fn signer(&self) -> &dyn Sign {
        self
    }
}

impl Sign for ApiKeyAuthScheme {
    fn sign_http_request(
        &self,
        request: &mut HttpRequest,
        identity: &Identity,
        _auth_scheme_endpoint_config: AuthSchemeEndpointConfig<'_>,
        _runtime_components: &RuntimeComponents,
        _config_bag: &ConfigBag,
    ) -> Result<(), BoxError> {
        let token = identity.data::<Token>().ok_or("the identity for API keys is not a `Token`")?;
        let ApiKey { name, location, prefix } = self.0;
        match location {
            ApiKeyLocation::Header => {
                let value = match prefix {
                    Some(prefix) => format!("{prefix} {}", token.token()),
                    None => token.token().to_owned(),
                };
                // The error of `try_insert` would contain the key.
                let result = request.headers_mut().try_insert(name, value);
                result.map_err(|_| "the API key contains characters that a header cannot contain")?;
            }
            ApiKeyLocation::Query => {
                let separator = if request.uri().contains('?') { '&' } else { '?' };
                let (uri, name, key) = (request.uri(), uri_encode(name), uri_encode(token.token()));
                request.set_uri(format!("{uri}{separator}{name}={key}"))?;
            }
        }
        Ok(())
    }
}
