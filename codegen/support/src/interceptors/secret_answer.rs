//! Answers that must not be logged.

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

/// Keeps bodies of responses from being shown: the runtime traces them, and an error holds the response that it came
/// from.
#[derive(Debug)]
pub(crate) struct SecretAnswer;

#[dyn_dispatch_hint]
impl Intercept for SecretAnswer {
    fn name(&self) -> &'static str {
        "SecretAnswer"
    }

    fn read_before_serialization(
        &self,
        _context: &BeforeSerializationInterceptorContextRef<'_>,
        _runtime_components: &RuntimeComponents,
        cfg: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        cfg.interceptor_state().store_put(SensitiveOutput);
        Ok(())
    }

    fn modify_before_completion(
        &self,
        context: &mut FinalizerInterceptorContextMut<'_>,
        _runtime_components: &RuntimeComponents,
        _cfg: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        let failed = context.output_or_error().is_some_and(|outcome| outcome.is_err());
        if let Some(response) = context.response_mut().filter(|_| failed) {
            *response.body_mut() = SdkBody::from("*** Sensitive Data Redacted ***");
        }
        Ok(())
    }
}
