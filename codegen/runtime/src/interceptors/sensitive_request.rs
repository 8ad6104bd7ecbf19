//! Requests with sensitive values.

use std::mem;

use aws_smithy_runtime_api::{
    box_error::BoxError,
    client::{
        interceptors::{Intercept, context::BeforeTransmitInterceptorContextMut, dyn_dispatch_hint},
        runtime_components::RuntimeComponents,
    },
};
use aws_smithy_types::{body::SdkBody, config_bag::ConfigBag};

/// Hides bodies of requests: the official runtime traces requests with bodies that are in memory.
///
/// Stalled-stream protection has the same effect if it is enabled.
#[derive(Debug)]
pub struct SensitiveRequest;

#[dyn_dispatch_hint]
impl Intercept for SensitiveRequest {
    #[inline]
    fn name(&self) -> &'static str {
        "SensitiveRequest"
    }

    #[inline]
    fn modify_before_transmit(
        &self,
        context: &mut BeforeTransmitInterceptorContextMut<'_>,
        _runtime_components: &RuntimeComponents,
        _cfg: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        let body = context.request_mut().body_mut();
        *body = mem::replace(body, SdkBody::taken()).map_preserve_contents(SdkBody::from_body_1_x);
        Ok(())
    }
}
