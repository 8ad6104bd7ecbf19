//! Host prefixes (`smithy.api#endpoint`).

use std::fmt;

use aws_smithy_runtime_api::{
    box_error::BoxError,
    client::{
        endpoint::EndpointPrefix,
        interceptors::{
            Intercept,
            context::{BeforeSerializationInterceptorContextRef, Input},
            dyn_dispatch_hint,
        },
    },
};
use aws_smithy_types::{config_bag::ConfigBag, error::operation::BuildError};

use crate::protocol::Prefixed;

/// Computes the host prefix.
pub struct HostPrefix {
    prefix: fn(&Input) -> Option<Result<EndpointPrefix, BuildError>>,
}

impl HostPrefix {
    #[inline]
    pub fn of<O: Prefixed>() -> Self {
        Self { prefix: |input| input.downcast_ref().map(O::host_prefix) }
    }
}

impl fmt::Debug for HostPrefix {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("HostPrefix").finish_non_exhaustive()
    }
}

#[dyn_dispatch_hint]
impl Intercept for HostPrefix {
    #[inline]
    fn name(&self) -> &'static str {
        "HostPrefix"
    }

    #[inline]
    fn read_before_execution(
        &self,
        context: &BeforeSerializationInterceptorContextRef<'_>,
        cfg: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        if let Some(prefix) = (self.prefix)(context.input()).transpose()? {
            cfg.interceptor_state().store_put(prefix);
        }
        Ok(())
    }
}
