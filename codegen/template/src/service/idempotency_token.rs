//! Settings of idempotency tokens.

use tinsmith_runtime::config::IdempotencyTokenProvider;

use crate::config::{Builder, Config};

impl Builder {
    /// Sets the provider of idempotency tokens, for inputs that do not set one. By default tokens are random.
    #[must_use]
    #[inline]
    pub fn idempotency_token_provider(
        mut self,
        idempotency_token_provider: impl Into<IdempotencyTokenProvider>,
    ) -> Self {
        self.set_idempotency_token_provider(Some(idempotency_token_provider.into()));
        self
    }

    /// Sets or clears the provider of idempotency tokens.
    #[inline]
    pub fn set_idempotency_token_provider(
        &mut self,
        idempotency_token_provider: Option<IdempotencyTokenProvider>,
    ) -> &mut Self {
        self.settings.layer.store_or_unset(idempotency_token_provider);
        self
    }
}

impl Config {
    /// Returns the provider of idempotency tokens.
    #[must_use]
    #[inline]
    pub fn idempotency_token_provider(&self) -> IdempotencyTokenProvider {
        let set = self.settings.layer.load::<IdempotencyTokenProvider>();
        set.cloned().unwrap_or_else(IdempotencyTokenProvider::random)
    }
}
