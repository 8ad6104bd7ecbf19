//! Tokens that mark repetitions of the same request.

use super::Operation;
use crate::config::IdempotencyTokenProvider;

/// What generated code says about an operation whose input has an idempotency token.
pub(crate) trait Idempotent: Operation<Input: Clone> {
    /// Puts a token where there is none.
    fn fill_token(input: &mut Self::Input, make: &dyn Fn() -> String);
}

/// A copy of `input` with a random token where it has none.
pub(crate) fn with_token<O: Idempotent>(input: &O::Input) -> O::Input {
    let mut input = input.clone();
    O::fill_token(&mut input, &|| IdempotencyTokenProvider::random().make_idempotency_token());
    input
}
