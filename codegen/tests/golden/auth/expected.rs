// ---- src/operation/get_open_id.rs
    /// Builds the unsigned HTTP request for an endpoint that
    /// [`DefaultResolver::resolve`](crate::config::endpoint::DefaultResolver::resolve) returns.
    ///
    /// Nothing is sent: send the request, which needs no signature, with any HTTP client.
    ///
    /// # Errors
    ///
    /// Returns an error if a required member is not set or a value cannot be serialized.
    #[inline]
    pub fn http_request(
        input: &GetOpenIdInput,
        endpoint: &Endpoint,
    ) -> Result<Request<Bytes>, BuildError> {
        protocol::http_request::<Self>(input, endpoint)
    }

// ---- src/service/auth.rs
use aws_runtime::auth::sigv4::SCHEME_ID;
use aws_smithy_runtime::client::auth::no_auth::NO_AUTH_SCHEME_ID;
use aws_smithy_runtime_api::client::auth::{AuthSchemeOption, AuthSchemeOptionsFuture};
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;
use aws_smithy_types::config_bag::ConfigBag;

use crate::config::auth::{Params, ResolveAuthScheme};

/// Resolver of the authentication schemes that the model lists.
#[derive(Debug, Default)]
pub struct DefaultAuthSchemeResolver {
    _private: (),
}

impl ResolveAuthScheme for DefaultAuthSchemeResolver {
    fn resolve_auth_scheme<'a>(
        &'a self,
        params: &'a Params,
        _cfg: &'a ConfigBag,
        _runtime_components: &'a RuntimeComponents,
    ) -> AuthSchemeOptionsFuture<'a> {
        AuthSchemeOptionsFuture::ready(Ok(schemes(params.operation_name())))
    }
}

/// Returns the authentication schemes of an operation, the preferred one first.
fn schemes(operation: &str) -> Vec<AuthSchemeOption> {
    match operation {
        "GetOpenId" => Vec::from([AuthSchemeOption::from(NO_AUTH_SCHEME_ID)]),
        "GetEither" => {
            Vec::from([
                AuthSchemeOption::from(SCHEME_ID),
                AuthSchemeOption::from(NO_AUTH_SCHEME_ID),
            ])
        }
        _ => Vec::from([AuthSchemeOption::from(SCHEME_ID)]),
    }
}
