//! Settings of bearer tokens.

use aws_credential_types::provider::token::{ProvideToken, SharedTokenProvider};
use aws_smithy_runtime_api::{
    client::identity::{ResolveIdentity, http::Token},
    shared::IntoShared,
};

use crate::config::Builder;

impl Builder {
    /// Sets the bearer token.
    #[must_use]
    #[inline]
    pub fn bearer_token(self, bearer_token: Token) -> Self {
        self.bearer_token_resolver(bearer_token)
    }

    /// Sets the resolver of bearer tokens, whose identities are [`Token`]s.
    #[must_use]
    #[inline]
    pub fn bearer_token_resolver(mut self, bearer_token_resolver: impl ResolveIdentity + 'static) -> Self {
        self.settings.set_bearer_token_resolver(bearer_token_resolver.into_shared());
        self
    }

    /// Sets the provider of bearer tokens.
    #[must_use]
    #[inline]
    pub fn token_provider(mut self, token_provider: impl ProvideToken + 'static) -> Self {
        self.set_token_provider(Some(token_provider.into_shared()));
        self
    }

    /// Sets the provider of bearer tokens; `None` changes nothing.
    #[inline]
    pub fn set_token_provider(&mut self, token_provider: Option<SharedTokenProvider>) -> &mut Self {
        self.settings.set_token_provider(token_provider);
        self
    }
}
