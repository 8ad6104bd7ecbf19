//! Signature version 4 by sessions.

use aws_runtime::auth::sigv4::SigV4Signer;
use aws_smithy_runtime_api::client::{
    auth::{AuthScheme, AuthSchemeId, Sign},
    identity::SharedIdentityResolver,
    runtime_components::GetIdentityResolver,
};

use crate::auth::scheme::SESSION;

/// Signature version 4 by the credentials of a session.
#[derive(Debug, Default)]
pub(in crate::auth) struct SessionScheme(SigV4Signer);

impl AuthScheme for SessionScheme {
    fn scheme_id(&self) -> AuthSchemeId {
        SESSION
    }

    fn identity_resolver(&self, resolvers: &dyn GetIdentityResolver) -> Option<SharedIdentityResolver> {
        resolvers.identity_resolver(SESSION)
    }

    fn signer(&self) -> &dyn Sign {
        &self.0
    }
}
