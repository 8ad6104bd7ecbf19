//! Idempotency tokens (`smithy.api#idempotencyToken`).

use super::Operation;
use crate::config::IdempotencyTokenProvider;

/// An operation whose input has an idempotency token. Generated code implements this.
pub trait Idempotent: Operation<Input: Clone> {
    /// Sets the token if the input has none.
    fn fill_token(input: &mut Self::Input, make: &dyn Fn() -> String);
}

/// Returns a copy of `input` with a random token if it has none.
pub fn with_token<O: Idempotent>(input: &O::Input) -> O::Input {
    let mut input = input.clone();
    O::fill_token(&mut input, &|| IdempotencyTokenProvider::random().make_idempotency_token());
    input
}
