//! Host prefixes (`smithy.api#endpoint`).

use std::fmt;

use aws_smithy_runtime_api::{
    box_error::BoxError,
    client::{
        endpoint::EndpointPrefix,
        interceptors::{
            Intercept,
            context::{BeforeSerializationInterceptorContextRef, BeforeTransmitInterceptorContextMut, Input},
            dyn_dispatch_hint,
        },
        runtime_components::RuntimeComponents,
    },
};
use aws_smithy_types::{
    config_bag::{ConfigBag, Storable, StoreReplace},
    error::operation::BuildError,
};
use http::Uri;

use crate::{
    config::DisableHostPrefixInjection,
    protocol::{Prefixed, prefixed},
};

/// Adds the host prefix to the host of the endpoint.
pub struct HostPrefix {
    prefix: fn(&Input) -> Option<Result<EndpointPrefix, BuildError>>,
}

/// The host prefix of a call.
///
/// Not an [`EndpointPrefix`], which the orchestrator adds to any host, even to an IP address.
#[derive(Debug)]
struct CheckedPrefix(EndpointPrefix);

impl Storable for CheckedPrefix {
    type Storer = StoreReplace<Self>;
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

    fn read_before_execution(
        &self,
        context: &BeforeSerializationInterceptorContextRef<'_>,
        cfg: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        if cfg.load::<DisableHostPrefixInjection>().is_some_and(|disabled| disabled.0) {
            return Ok(());
        }
        if let Some(prefix) = (self.prefix)(context.input()).transpose()? {
            cfg.interceptor_state().store_put(CheckedPrefix(prefix));
        }
        Ok(())
    }

    fn modify_before_signing(
        &self,
        context: &mut BeforeTransmitInterceptorContextMut<'_>,
        _runtime_components: &RuntimeComponents,
        cfg: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        if let Some(CheckedPrefix(prefix)) = cfg.load::<CheckedPrefix>() {
            let request = context.request_mut();
            let uri: Uri = request.uri().parse()?;
            request.set_uri(prefixed(&uri, prefix)?)?;
        }
        Ok(())
    }
}
