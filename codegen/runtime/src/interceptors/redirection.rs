//! Requests to an endpoint that the input has.

use std::fmt;

use aws_smithy_runtime_api::{
    box_error::BoxError,
    client::{
        interceptors::{
            Intercept,
            context::{BeforeSerializationInterceptorContextRef, BeforeTransmitInterceptorContextMut, Input},
            dyn_dispatch_hint,
        },
        runtime_components::RuntimeComponents,
    },
};
use aws_smithy_types::config_bag::{ConfigBag, Storable, StoreReplace};

use crate::protocol::{Redirected, at_endpoint};

/// Sends the request to the endpoint in its input.
pub struct Redirection {
    endpoint: fn(&Input) -> Option<String>,
}

impl Redirection {
    #[inline]
    pub fn of<O: Redirected>() -> Self {
        Self { endpoint: |input| O::endpoint(input.downcast_ref()?).map(str::to_owned) }
    }
}

impl fmt::Debug for Redirection {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Redirection").finish_non_exhaustive()
    }
}

/// The endpoint of a call, stored because the input is no longer available when the request is.
#[derive(Debug)]
struct InputEndpoint(String);

impl Storable for InputEndpoint {
    type Storer = StoreReplace<Self>;
}

#[dyn_dispatch_hint]
impl Intercept for Redirection {
    #[inline]
    fn name(&self) -> &'static str {
        "Redirection"
    }

    #[inline]
    fn read_before_serialization(
        &self,
        context: &BeforeSerializationInterceptorContextRef<'_>,
        _runtime_components: &RuntimeComponents,
        cfg: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        if let Some(endpoint) = (self.endpoint)(context.input()).filter(|endpoint| !endpoint.is_empty()) {
            cfg.interceptor_state().store_put(InputEndpoint(endpoint));
        }
        Ok(())
    }

    #[inline]
    fn modify_before_signing(
        &self,
        context: &mut BeforeTransmitInterceptorContextMut<'_>,
        _runtime_components: &RuntimeComponents,
        cfg: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        if let Some(InputEndpoint(endpoint)) = cfg.load::<InputEndpoint>() {
            let uri = at_endpoint(&context.request().uri().parse()?, endpoint)?;
            context.request_mut().set_uri(uri)?;
        }
        Ok(())
    }
}
