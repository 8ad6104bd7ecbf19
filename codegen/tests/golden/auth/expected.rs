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
use aws_smithy_runtime_api::client::auth::AuthSchemeOptionsFuture;
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;
use aws_smithy_types::config_bag::ConfigBag;
use tinsmith_runtime::auth::options;
use tinsmith_runtime::service::Scheme;

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
        let schemes = schemes(params.operation_name());
        AuthSchemeOptionsFuture::ready(Ok(options(schemes)))
    }
}

/// Returns the authentication schemes of an operation, the preferred one first.
fn schemes(operation: &str) -> &'static [Scheme] {
    match operation {
        "GetEither" => &[Scheme::SigV4a, Scheme::SigV4, Scheme::NoAuth],
        "GetOpenId" => &[Scheme::NoAuth],
        "GetOther" => &[Scheme::SigV4],
        _ => &[Scheme::SigV4a, Scheme::SigV4],
    }
}
