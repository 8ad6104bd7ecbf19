//! Preparation of a call: endpoint parameters and telemetry attributes.

use std::fmt;

use aws_smithy_runtime_api::{
    box_error::BoxError,
    client::interceptors::{
        Intercept, context::BeforeSerializationInterceptorContextRef, dyn_dispatch_hint,
        error::ContextAttachedError,
    },
};
use aws_smithy_types::config_bag::ConfigBag;

use super::telemetry::capture_input;
use crate::orchestrator::{AsSerializable, EndpointParamsFn};

/// Computes the endpoint parameters, and captures the input members that telemetry was asked to record.
pub struct Preparation {
    /// Casts the input.
    pub as_serializable: AsSerializable,
    /// Computes the endpoint parameters.
    pub endpoint_params: EndpointParamsFn,
}

impl fmt::Debug for Preparation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Preparation").finish_non_exhaustive()
    }
}

#[dyn_dispatch_hint]
impl Intercept for Preparation {
    fn name(&self) -> &'static str {
        "Preparation"
    }

    fn read_before_execution(
        &self,
        context: &BeforeSerializationInterceptorContextRef<'_>,
        cfg: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        let params = (self.endpoint_params)(context.input(), cfg)
            .map_err(|error| ContextAttachedError::new("endpoint params could not be built", error))?;
        cfg.interceptor_state().store_put(params);
        if let Some(input) = (self.as_serializable)(context.input()) {
            capture_input(input, cfg)?;
        }
        Ok(())
    }
}
