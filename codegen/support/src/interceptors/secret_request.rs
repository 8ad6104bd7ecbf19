//! Requests that must not be logged.

use std::mem;

use aws_smithy_runtime_api::{
    box_error::BoxError,
    client::{
        interceptors::{Intercept, context::BeforeTransmitInterceptorContextMut, dyn_dispatch_hint},
        runtime_components::RuntimeComponents,
    },
};
use aws_smithy_types::{body::SdkBody, config_bag::ConfigBag};

/// Keeps bodies of requests from being shown: the runtime traces what it sends, and shows bytes that are in memory.
///
/// The protection against stalled streams does the same on the side, where it is on.
#[derive(Debug)]
pub(crate) struct SecretRequest;

#[dyn_dispatch_hint]
impl Intercept for SecretRequest {
    fn name(&self) -> &'static str {
        "SecretRequest"
    }

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
