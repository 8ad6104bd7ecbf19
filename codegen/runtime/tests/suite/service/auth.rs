//! Stand-in for the emitted authentication schemes.

use aws_runtime::auth::sigv4;
use aws_smithy_runtime_api::client::{
    auth::{AuthSchemeOption, AuthSchemeOptionsFuture},
    runtime_components::RuntimeComponents,
};
use aws_smithy_types::config_bag::ConfigBag;

use crate::config::auth::{Params, ResolveAuthScheme};

#[derive(Debug, Default)]
pub struct DefaultAuthSchemeResolver {
    _private: (),
}

impl ResolveAuthScheme for DefaultAuthSchemeResolver {
    fn resolve_auth_scheme<'a>(
        &'a self,
        _params: &'a Params,
        _cfg: &'a ConfigBag,
        _runtime_components: &'a RuntimeComponents,
    ) -> AuthSchemeOptionsFuture<'a> {
        AuthSchemeOptionsFuture::ready(Ok(vec![AuthSchemeOption::from(sigv4::SCHEME_ID)]))
    }
}
