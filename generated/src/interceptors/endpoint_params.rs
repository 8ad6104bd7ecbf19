// Copied by tinsmith from its support code. Do not edit.

//! The parameters that endpoints are chosen by.

use aws_smithy_runtime_api::{
    box_error::BoxError,
    client::{
        endpoint::EndpointResolverParams,
        interceptors::{
            Intercept, context::BeforeSerializationInterceptorContextRef, dyn_dispatch_hint,
            error::ContextAttachedError,
        },
    },
};
use aws_smithy_types::config_bag::ConfigBag;

use crate::service::endpoint::Params;

/// Takes the parameters from the configuration of the call.
#[derive(Debug)]
pub(crate) struct EndpointParams;

#[dyn_dispatch_hint]
impl Intercept for EndpointParams {
    fn name(&self) -> &'static str {
        "EndpointParams"
    }

    fn read_before_execution(
        &self,
        _context: &BeforeSerializationInterceptorContextRef<'_>,
        cfg: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        let params = Params::from_config(cfg).map_err(|error| {
            ContextAttachedError::new("endpoint params could not be built", error)
        })?;
        cfg.interceptor_state()
            .store_put(EndpointResolverParams::new(params));
        Ok(())
    }
}
