// Copied by tinsmith from its support code. Do not edit.

//! Notes for the user agent on what a call makes use of.

use aws_runtime::sdk_feature::AwsSdkFeature;
use aws_smithy_observability::global::get_telemetry_provider;
use aws_smithy_runtime::client::sdk_feature::SmithySdkFeature;
use aws_smithy_runtime_api::{
    box_error::BoxError,
    client::{
        interceptors::{
            Intercept,
            context::{
                BeforeSerializationInterceptorContextMut, BeforeSerializationInterceptorContextRef,
            },
            dyn_dispatch_hint,
        },
        runtime_components::RuntimeComponents,
    },
};
use aws_smithy_types::{
    config_bag::ConfigBag,
    retry::{RetryConfig, RetryMode},
};
use aws_types::endpoint_config::EndpointUrl;

/// Notes a custom endpoint.
#[derive(Debug)]
pub(crate) struct EndpointOverrideFeatureTracker;

#[dyn_dispatch_hint]
impl Intercept for EndpointOverrideFeatureTracker {
    fn name(&self) -> &'static str {
        "EndpointOverrideFeatureTracker"
    }

    fn read_before_execution(
        &self,
        _context: &BeforeSerializationInterceptorContextRef<'_>,
        cfg: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        if cfg.load::<EndpointUrl>().is_some() {
            cfg.interceptor_state()
                .store_append(AwsSdkFeature::EndpointOverride);
        }
        Ok(())
    }
}

/// Notes metrics that go to OpenTelemetry.
#[derive(Debug)]
pub(crate) struct ObservabilityFeatureTracker;

#[dyn_dispatch_hint]
impl Intercept for ObservabilityFeatureTracker {
    fn name(&self) -> &'static str {
        "ObservabilityFeatureTracker"
    }

    fn read_before_execution(
        &self,
        _context: &BeforeSerializationInterceptorContextRef<'_>,
        cfg: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        let uses_otel = get_telemetry_provider().is_ok_and(|provider| {
            provider.meter_provider().provider_name() == "AwsSmithyObservabilityOtelProvider"
        });
        if uses_otel {
            cfg.interceptor_state()
                .store_append(SmithySdkFeature::ObservabilityOtelMetrics);
        }
        Ok(())
    }
}

/// Notes the retry mode.
#[derive(Debug)]
pub(crate) struct RetryModeFeatureTracker;

#[dyn_dispatch_hint]
impl Intercept for RetryModeFeatureTracker {
    fn name(&self) -> &'static str {
        "RetryModeFeatureTracker"
    }

    fn read_before_serialization(
        &self,
        _context: &BeforeSerializationInterceptorContextRef<'_>,
        _runtime_components: &RuntimeComponents,
        cfg: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        let feature = match cfg.load::<RetryConfig>().map(RetryConfig::mode) {
            Some(RetryMode::Standard) => SmithySdkFeature::RetryModeStandard,
            Some(RetryMode::Adaptive) => SmithySdkFeature::RetryModeAdaptive,
            _ => return Ok(()),
        };
        cfg.interceptor_state().store_append(feature);
        Ok(())
    }
}

/// Notes the protocol RPC v2 CBOR.
#[derive(Debug)]
pub(crate) struct RpcV2CborFeatureTracker;

#[dyn_dispatch_hint]
impl Intercept for RpcV2CborFeatureTracker {
    fn name(&self) -> &'static str {
        "RpcV2CborFeatureTracker"
    }

    fn modify_before_serialization(
        &self,
        _context: &mut BeforeSerializationInterceptorContextMut<'_>,
        _runtime_components: &RuntimeComponents,
        cfg: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        cfg.interceptor_state()
            .store_append(SmithySdkFeature::ProtocolRpcV2Cbor);
        Ok(())
    }
}
