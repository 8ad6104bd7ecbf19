//! Features of a call in the user agent.

use aws_runtime::sdk_feature::AwsSdkFeature;
use aws_smithy_observability::global::get_telemetry_provider;
use aws_smithy_runtime::client::sdk_feature::SmithySdkFeature;
use aws_smithy_runtime_api::{
    box_error::BoxError,
    client::{
        interceptors::{
            Intercept,
            context::{BeforeSerializationInterceptorContextMut, BeforeSerializationInterceptorContextRef},
            dyn_dispatch_hint,
        },
        runtime_components::RuntimeComponents,
    },
};
use aws_smithy_schema::protocol::SharedClientProtocol;
use aws_smithy_types::{
    config_bag::ConfigBag,
    retry::{RetryConfig, RetryMode},
};
use aws_types::endpoint_config::EndpointUrl;

/// Lists features in the user agent: custom endpoint, OpenTelemetry metrics, retry mode and protocol.
///
/// The official clients have four interceptors for this; each costs time in every hook.
#[derive(Debug)]
pub struct UserAgentFeatures;

#[dyn_dispatch_hint]
impl Intercept for UserAgentFeatures {
    fn name(&self) -> &'static str {
        "UserAgentFeatures"
    }

    fn read_before_execution(
        &self,
        _context: &BeforeSerializationInterceptorContextRef<'_>,
        cfg: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        if cfg.load::<EndpointUrl>().is_some() {
            cfg.interceptor_state().store_append(AwsSdkFeature::EndpointOverride);
        }
        if has_otel_metrics() {
            cfg.interceptor_state().store_append(SmithySdkFeature::ObservabilityOtelMetrics);
        }
        Ok(())
    }

    fn read_before_serialization(
        &self,
        _context: &BeforeSerializationInterceptorContextRef<'_>,
        _runtime_components: &RuntimeComponents,
        cfg: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        for feature in [retry_mode(cfg), protocol(cfg)].into_iter().flatten() {
            cfg.interceptor_state().store_append(feature);
        }
        Ok(())
    }
}

fn has_otel_metrics() -> bool {
    get_telemetry_provider().is_ok_and(|provider| {
        provider.meter_provider().provider_name() == "AwsSmithyObservabilityOtelProvider"
    })
}

fn retry_mode(cfg: &ConfigBag) -> Option<SmithySdkFeature> {
    match cfg.load::<RetryConfig>()?.mode() {
        RetryMode::Standard => Some(SmithySdkFeature::RetryModeStandard),
        RetryMode::Adaptive => Some(SmithySdkFeature::RetryModeAdaptive),
        _ => None,
    }
}

fn protocol(cfg: &ConfigBag) -> Option<SmithySdkFeature> {
    let id = cfg.load::<SharedClientProtocol>()?.protocol_id().as_str();
    (id == "smithy.protocols#rpcv2Cbor").then_some(SmithySdkFeature::ProtocolRpcV2Cbor)
}

/// Lists one feature in the user agent: that of a paginator or waiter.
#[derive(Debug)]
pub struct UserAgentFeature(pub SmithySdkFeature);

#[dyn_dispatch_hint]
impl Intercept for UserAgentFeature {
    #[inline]
    fn name(&self) -> &'static str {
        "UserAgentFeature"
    }

    #[inline]
    fn modify_before_serialization(
        &self,
        _context: &mut BeforeSerializationInterceptorContextMut<'_>,
        _runtime_components: &RuntimeComponents,
        cfg: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        cfg.interceptor_state().store_append(self.0.clone());
        Ok(())
    }
}
