//! Changes of responses before they are parsed.

use std::fmt;

use aws_smithy_runtime_api::{
    box_error::BoxError,
    client::{
        interceptors::{Intercept, context::BeforeDeserializationInterceptorContextMut, dyn_dispatch_hint},
        orchestrator::HttpResponse,
        runtime_components::RuntimeComponents,
    },
};
use aws_smithy_types::config_bag::ConfigBag;

use crate::protocol::Operation;

/// Changes the response.
pub struct ResponseAdaptation {
    adapt: fn(&mut HttpResponse),
}

impl ResponseAdaptation {
    #[inline]
    pub fn of<O: Operation>() -> Self {
        Self { adapt: O::adapt_response }
    }
}

impl fmt::Debug for ResponseAdaptation {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ResponseAdaptation").finish_non_exhaustive()
    }
}

#[dyn_dispatch_hint]
impl Intercept for ResponseAdaptation {
    #[inline]
    fn name(&self) -> &'static str {
        "ResponseAdaptation"
    }

    #[inline]
    fn modify_before_deserialization(
        &self,
        context: &mut BeforeDeserializationInterceptorContextMut<'_>,
        _runtime_components: &RuntimeComponents,
        _cfg: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        (self.adapt)(context.response_mut());
        Ok(())
    }
}
