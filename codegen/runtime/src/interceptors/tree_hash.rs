//! Hashes of bodies of requests.

use aws_runtime::auth::{PayloadSigningOverride, SigV4OperationSigningConfig};
use aws_smithy_runtime_api::{
    box_error::BoxError,
    client::{
        interceptors::{
            Intercept,
            context::{BeforeSerializationInterceptorContextMut, BeforeTransmitInterceptorContextMut},
            dyn_dispatch_hint,
        },
        orchestrator::LoadedRequestBody,
        runtime_components::RuntimeComponents,
    },
};
use aws_smithy_types::config_bag::ConfigBag;

use crate::protocol::hash_headers;

/// Adds the hashes of the body to a request. A stream is read into memory, because its hashes are sent before it.
#[derive(Debug)]
pub struct TreeHash;

#[dyn_dispatch_hint]
impl Intercept for TreeHash {
    fn name(&self) -> &'static str {
        "TreeHash"
    }

    fn modify_before_serialization(
        &self,
        _context: &mut BeforeSerializationInterceptorContextMut<'_>,
        _runtime_components: &RuntimeComponents,
        cfg: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        cfg.interceptor_state().store_put(LoadedRequestBody::Requested);
        Ok(())
    }

    fn modify_before_retry_loop(
        &self,
        context: &mut BeforeTransmitInterceptorContextMut<'_>,
        _runtime_components: &RuntimeComponents,
        cfg: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        let request = context.request_mut();
        let headers = hash_headers(request.body().bytes().ok_or("the body is not in memory")?);
        // So that the signer does not hash the body again.
        if let Some(mut config) = cfg.load::<SigV4OperationSigningConfig>().cloned() {
            let hash = PayloadSigningOverride::Precomputed(headers[0].1.clone());
            config.signing_options.payload_override = Some(hash.to_signable_body());
            cfg.interceptor_state().store_put(config);
        }
        for (name, hash) in headers {
            if !request.headers().contains_key(name) {
                request.headers_mut().insert(name, hash);
            }
        }
        Ok(())
    }
}
