//! Changes of inputs before they are serialized.

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

use crate::protocol::Adapted;

/// Changes the input.
pub struct InputAdaptation {
    adapt: fn(&mut Input),
}

impl InputAdaptation {
    #[inline]
    pub fn of<O: Adapted>() -> Self {
        Self {
            adapt: |input| {
                if let Some(input) = input.downcast_mut() {
                    O::adapt_input(input);
                }
            },
        }
    }
}

impl fmt::Debug for InputAdaptation {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("InputAdaptation").finish_non_exhaustive()
    }
}

#[dyn_dispatch_hint]
impl Intercept for InputAdaptation {
    #[inline]
    fn name(&self) -> &'static str {
        "InputAdaptation"
    }

    #[inline]
    fn modify_before_serialization(
        &self,
        context: &mut BeforeSerializationInterceptorContextMut<'_>,
        _runtime_components: &RuntimeComponents,
        _cfg: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        (self.adapt)(context.input_mut());
        Ok(())
    }
}
