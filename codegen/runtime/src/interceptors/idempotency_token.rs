//! Idempotency tokens (`smithy.api#idempotencyToken`).

use std::fmt;

use aws_smithy_runtime_api::{
    box_error::BoxError,
    client::{
        interceptors::{
            Intercept,
            context::{BeforeSerializationInterceptorContextMut, Input},
            dyn_dispatch_hint,
        },
        runtime_components::RuntimeComponents,
    },
};
use aws_smithy_types::config_bag::ConfigBag;

use crate::{config::IdempotencyTokenProvider, protocol::Idempotent};

/// Sets the token of an input that has none. The input is serialized once, so that every attempt has the same token.
pub struct IdempotencyToken {
    fill: fn(&mut Input, &dyn Fn() -> String),
}

impl IdempotencyToken {
    pub fn of<O: Idempotent>() -> Self {
        Self { fill: fill::<O> }
    }
}

fn fill<O: Idempotent>(input: &mut Input, make: &dyn Fn() -> String) {
    if let Some(input) = input.downcast_mut() {
        O::fill_token(input, make);
    }
}

impl fmt::Debug for IdempotencyToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("IdempotencyToken").finish_non_exhaustive()
    }
}

#[dyn_dispatch_hint]
impl Intercept for IdempotencyToken {
    fn name(&self) -> &'static str {
        "IdempotencyToken"
    }

    fn modify_before_serialization(
        &self,
        context: &mut BeforeSerializationInterceptorContextMut<'_>,
        _runtime_components: &RuntimeComponents,
        cfg: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        let provider = cfg.load::<IdempotencyTokenProvider>();
        (self.fill)(context.input_mut(), &|| match provider {
            Some(provider) => provider.make_idempotency_token(),
            None => IdempotencyTokenProvider::random().make_idempotency_token(),
        });
        Ok(())
    }
}
