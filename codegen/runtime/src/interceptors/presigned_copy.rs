//! Presigned URLs in requests to copy from another Region.

use std::fmt;

use aws_smithy_runtime_api::{
    box_error::BoxError,
    client::{
        interceptors::{
            Intercept,
            context::{BeforeSerializationInterceptorContextRef, Input},
            dyn_dispatch_hint,
        },
        runtime_components::RuntimeComponents,
    },
};
use aws_smithy_types::config_bag::ConfigBag;

use crate::{orchestrator::SourceRegion, protocol::CrossRegionCopy};

/// Stores the Region that the URL is presigned for, which [`PresigningScheme`](crate::orchestrator::PresigningScheme) reads.
pub struct PresignedCopy {
    source: fn(&Input) -> Option<SourceRegion>,
}

impl PresignedCopy {
    #[inline]
    pub fn of<O: CrossRegionCopy>() -> Self {
        Self { source: |input| O::source_region(input.downcast_ref()?).map(SourceRegion::of::<O>) }
    }
}

impl fmt::Debug for PresignedCopy {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PresignedCopy").finish_non_exhaustive()
    }
}

#[dyn_dispatch_hint]
impl Intercept for PresignedCopy {
    #[inline]
    fn name(&self) -> &'static str {
        "PresignedCopy"
    }

    #[inline]
    fn read_before_serialization(
        &self,
        context: &BeforeSerializationInterceptorContextRef<'_>,
        _runtime_components: &RuntimeComponents,
        cfg: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        if let Some(source) = (self.source)(context.input()) {
            cfg.interceptor_state().store_put(source);
        }
        Ok(())
    }
}
