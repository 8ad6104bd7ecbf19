//! Where idempotency tokens come from.

use super::{
    super::{Config, IdempotencyTokenProvider},
    Builder,
};

impl Builder {
    /// Sets what makes the idempotency tokens of calls that bring none; by default they are random.
    #[must_use]
    #[inline]
    pub fn idempotency_token_provider(
        mut self,
        idempotency_token_provider: impl Into<IdempotencyTokenProvider>,
    ) -> Self {
        self.set_idempotency_token_provider(Some(idempotency_token_provider.into()));
        self
    }

    /// Sets or unsets what makes the idempotency tokens of calls that bring none.
    #[inline]
    pub fn set_idempotency_token_provider(
        &mut self,
        idempotency_token_provider: Option<IdempotencyTokenProvider>,
    ) -> &mut Self {
        self.config.store_or_unset(idempotency_token_provider);
        self
    }
}

impl Config {
    /// What makes the idempotency tokens of calls that bring none.
    #[must_use]
    #[inline]
    pub fn idempotency_token_provider(&self) -> IdempotencyTokenProvider {
        let set = self.layer.load::<IdempotencyTokenProvider>();
        set.cloned().unwrap_or_else(IdempotencyTokenProvider::random)
    }
}
