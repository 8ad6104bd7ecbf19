//! Responses with URL-encoded members.

use std::fmt;

use aws_smithy_runtime_api::{
    box_error::BoxError,
    client::{
        interceptors::{
            Intercept,
            context::{
                BeforeSerializationInterceptorContextMut, FinalizerInterceptorContextMut, Input, Output,
            },
            dyn_dispatch_hint,
        },
        runtime_components::RuntimeComponents,
    },
};
use aws_smithy_types::config_bag::{ConfigBag, Storable, StoreReplace};

use crate::{config::Presigned, protocol::UrlEncoded};

/// Requests URL-encoded members and decodes them, unless the input has an encoding.
pub struct UrlEncoding {
    request: fn(&mut Input) -> bool,
    decode: fn(&mut Output),
}

impl UrlEncoding {
    #[inline]
    pub fn of<O: UrlEncoded>() -> Self {
        Self {
            request: |input| input.downcast_mut().is_some_and(O::request_encoding),
            decode: |output| {
                if let Some(output) = output.downcast_mut() {
                    O::decode_output(output);
                }
            },
        }
    }
}

impl fmt::Debug for UrlEncoding {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("UrlEncoding").finish_non_exhaustive()
    }
}

/// Marks the configuration of a call that has requested URL-encoded members.
#[derive(Debug)]
struct Requested;

impl Storable for Requested {
    type Storer = StoreReplace<Self>;
}

#[dyn_dispatch_hint]
impl Intercept for UrlEncoding {
    #[inline]
    fn name(&self) -> &'static str {
        "UrlEncoding"
    }

    #[inline]
    fn modify_before_serialization(
        &self,
        context: &mut BeforeSerializationInterceptorContextMut<'_>,
        _runtime_components: &RuntimeComponents,
        cfg: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        // The sender of a presigned request may not expect an encoding in the response.
        if cfg.load::<Presigned>().is_none() && (self.request)(context.input_mut()) {
            cfg.interceptor_state().store_put(Requested);
        }
        Ok(())
    }

    #[inline]
    fn modify_before_attempt_completion(
        &self,
        context: &mut FinalizerInterceptorContextMut<'_>,
        _runtime_components: &RuntimeComponents,
        cfg: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        if cfg.load::<Requested>().is_some()
            && let Some(Ok(output)) = context.output_or_error_mut()
        {
            (self.decode)(output);
        }
        Ok(())
    }
}
