//! Endpoint parameters and telemetry attributes of a call.

use std::fmt;

use aws_smithy_runtime_api::{
    box_error::BoxError,
    client::interceptors::{
        Intercept,
        context::{BeforeSerializationInterceptorContextRef, Input},
        dyn_dispatch_hint,
        error::ContextAttachedError,
    },
};
use aws_smithy_schema::serde::SerializableStruct;
use aws_smithy_types::config_bag::ConfigBag;

use super::telemetry::capture_input;
use crate::orchestrator::EndpointParams;

/// Computes the endpoint parameters, and captures the input members that telemetry was asked to record.
pub struct Preparation {
    /// Casts an input to a structure, if it is the operation's.
    pub structure: fn(&Input) -> Option<&dyn SerializableStruct>,
    /// Computes the endpoint parameters.
    pub endpoint_params: EndpointParams,
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
        if let Some(input) = (self.structure)(context.input()) {
            capture_input(input, cfg)?;
        }
        Ok(())
    }
}
