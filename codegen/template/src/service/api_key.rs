//! Settings of API keys.

use aws_smithy_runtime_api::{
    client::identity::{ResolveIdentity, http::Token},
    shared::IntoShared,
};

use crate::config::Builder;

impl Builder {
    /// Sets the API key.
    #[must_use]
    #[inline]
    pub fn api_key(self, api_key: Token) -> Self {
        self.api_key_resolver(api_key)
    }

    /// Sets the resolver of API keys, whose identities are [`Token`]s.
    #[must_use]
    #[inline]
    pub fn api_key_resolver(mut self, api_key_resolver: impl ResolveIdentity + 'static) -> Self {
        self.settings.set_api_key_resolver(api_key_resolver.into_shared());
        self
    }
}
