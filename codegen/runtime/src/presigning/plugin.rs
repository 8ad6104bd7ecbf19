//! Presigning as a plugin of a call.

use std::borrow::Cow;

use aws_runtime::{
    auth::{HttpSignatureType, PayloadSigningOverride, SigV4OperationSigningConfig},
    invocation_id::InvocationIdInterceptor,
    request_info::RequestInfoInterceptor,
    service_clock_skew::ServiceClockSkewInterceptor,
    user_agent::UserAgentInterceptor,
};
use aws_smithy_async::time::{SharedTimeSource, StaticTimeSource};
use aws_smithy_runtime::client::retries::strategy::NeverRetryStrategy;
use aws_smithy_runtime_api::{
    box_error::BoxError,
    client::{
        interceptors::{
            Intercept, SharedInterceptor, context::BeforeTransmitInterceptorContextMut, disable_interceptor,
            dyn_dispatch_hint,
        },
        retries::SharedRetryStrategy,
        runtime_components::{RuntimeComponents, RuntimeComponentsBuilder},
        runtime_plugin::RuntimePlugin,
    },
};
use aws_smithy_schema::header_omit_settings::{HeaderOmitSettings, SharedHeaderOmitSettings};
use aws_smithy_types::config_bag::{ConfigBag, FrozenLayer, Layer};

use super::PresigningConfig;
use crate::config::Presigned;

/// Cause of disabled interceptors, whose headers would be signed.
const PRESIGNING: &str = "presigning";

/// Puts the signature into the query string, and leaves out the headers that the sender need not repeat.
#[derive(Debug)]
pub(crate) struct PresigningPlugin {
    components: RuntimeComponentsBuilder,
}

impl PresigningPlugin {
    pub(crate) fn new(config: PresigningConfig) -> Self {
        let time = SharedTimeSource::new(StaticTimeSource::new(config.start_time()));
        let components = RuntimeComponentsBuilder::new("presigning")
            .with_interceptor(SharedInterceptor::permanent(Presigning(config)))
            .with_retry_strategy(Some(SharedRetryStrategy::new(NeverRetryStrategy::new())))
            .with_time_source(Some(time));
        Self { components }
    }
}

impl RuntimePlugin for PresigningPlugin {
    fn config(&self) -> Option<FrozenLayer> {
        let mut layer = Layer::new("presigning");
        layer.store_put(disable_interceptor::<InvocationIdInterceptor>(PRESIGNING));
        layer.store_put(disable_interceptor::<RequestInfoInterceptor>(PRESIGNING));
        layer.store_put(disable_interceptor::<UserAgentInterceptor>(PRESIGNING));
        layer.store_put(disable_interceptor::<ServiceClockSkewInterceptor>(PRESIGNING));
        layer.store_put(SharedHeaderOmitSettings::new(NoDefaults));
        layer.store_put(Presigned);
        Some(layer.freeze())
    }

    fn runtime_components(&self, _current: &RuntimeComponentsBuilder) -> Cow<'_, RuntimeComponentsBuilder> {
        Cow::Borrowed(&self.components)
    }
}

/// Leaves out the headers that describe the body, which the sender adds.
#[derive(Debug)]
struct NoDefaults;

impl HeaderOmitSettings for NoDefaults {
    fn should_omit_default_content_type(&self) -> bool {
        true
    }

    fn should_omit_default_content_length(&self) -> bool {
        true
    }
}

/// Changes the options of the signature.
#[derive(Debug)]
struct Presigning(PresigningConfig);

#[dyn_dispatch_hint]
impl Intercept for Presigning {
    fn name(&self) -> &'static str {
        "Presigning"
    }

    fn modify_before_signing(
        &self,
        _context: &mut BeforeTransmitInterceptorContextMut<'_>,
        _runtime_components: &RuntimeComponents,
        cfg: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        let config = cfg.load::<SigV4OperationSigningConfig>().cloned();
        let mut config = config.ok_or("only signature version 4 can be presigned")?;
        let options = &mut config.signing_options;
        options.expires_in = Some(self.0.expires());
        options.signature_type = HttpSignatureType::HttpRequestQueryParams;
        options.payload_override = Some(PayloadSigningOverride::unsigned_payload().to_signable_body());
        cfg.interceptor_state().store_put(config);
        Ok(())
    }
}
