// Copied by tinsmith from its support code. Do not edit.

//! What is settled before a call is serialized.

use std::fmt;

use aws_smithy_runtime_api::{
    box_error::BoxError,
    client::{
        endpoint::EndpointResolverParams,
        interceptors::{
            Intercept,
            context::{BeforeSerializationInterceptorContextRef, Input},
            dyn_dispatch_hint,
            error::ContextAttachedError,
        },
    },
};
use aws_smithy_schema::serde::SerializableStruct;
use aws_smithy_types::config_bag::ConfigBag;

use super::telemetry::capture_input;
use crate::service::endpoint::ParamsBuilder;

/// Takes the parameters of the endpoint from the settings and the input, and for telemetry what
/// was asked for from the input.
pub(crate) struct Preparation {
    /// The input as a structure, if it is the operation's.
    pub(crate) structure: fn(&Input) -> Option<&dyn SerializableStruct>,
    /// Adds the endpoint parameters that the operation sets.
    pub(crate) endpoint_params: fn(&Input, ParamsBuilder) -> ParamsBuilder,
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
        let params = (self.endpoint_params)(context.input(), ParamsBuilder::from_config(cfg))
            .build()
            .map_err(|error| ContextAttachedError::new("endpoint params could not be built", error))?;
        cfg.interceptor_state().store_put(EndpointResolverParams::new(params));
        if let Some(input) = (self.structure)(context.input()) {
            capture_input(input, cfg)?;
        }
        Ok(())
    }
}
