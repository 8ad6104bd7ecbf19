//! Idempotency tokens (`smithy.api#idempotencyToken`).

use super::Operation;
use crate::config::IdempotencyTokenProvider;

/// An operation whose input has an idempotency token. Generated code implements this.
pub trait Idempotent: Operation {
    /// Sets the token if the input has none.
    fn fill_token(input: &mut Self::Input, make: &dyn Fn() -> String);
}

/// Returns a copy of `input` with a random token if it has none.
pub fn with_token<O: Idempotent<Input: Clone>>(input: &O::Input) -> O::Input {
    let mut input = input.clone();
    set_token::<O>(&mut input);
    input
}

/// Sets a random token if `input` has none.
pub fn set_token<O: Idempotent>(input: &mut O::Input) {
    O::fill_token(input, &|| IdempotencyTokenProvider::random().make_idempotency_token());
}
