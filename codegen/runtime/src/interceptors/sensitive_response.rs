//! Responses with sensitive values.

use aws_smithy_runtime_api::{
    box_error::BoxError,
    client::{
        interceptors::{
            Intercept,
            context::{BeforeSerializationInterceptorContextRef, FinalizerInterceptorContextMut},
            dyn_dispatch_hint,
        },
        orchestrator::SensitiveOutput,
        runtime_components::RuntimeComponents,
    },
};
use aws_smithy_types::{body::SdkBody, config_bag::ConfigBag};

/// Hides bodies of responses: the official runtime traces them, and an error contains the response that it was read from.
#[derive(Debug)]
pub struct SensitiveResponse;

#[dyn_dispatch_hint]
impl Intercept for SensitiveResponse {
    #[inline]
    fn name(&self) -> &'static str {
        "SensitiveResponse"
    }

    #[inline]
    fn read_before_serialization(
        &self,
        _context: &BeforeSerializationInterceptorContextRef<'_>,
        _runtime_components: &RuntimeComponents,
        cfg: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        cfg.interceptor_state().store_put(SensitiveOutput);
        Ok(())
    }

    #[inline]
    fn modify_before_completion(
        &self,
        context: &mut FinalizerInterceptorContextMut<'_>,
        _runtime_components: &RuntimeComponents,
        _cfg: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        let failed = context.output_or_error().is_some_and(|outcome| outcome.is_err());
        if let Some(response) = context.response_mut().filter(|_| failed) {
            *response.body_mut() = SdkBody::from(crate::REDACTED);
        }
        Ok(())
    }
}
