//! Interceptors of every request.

mod endpoint_params;
mod features;
mod telemetry;

pub(crate) use endpoint_params::EndpointParams;
pub(crate) use features::{
    EndpointOverrideFeatureTracker, ObservabilityFeatureTracker, RetryModeFeatureTracker,
    RpcV2CborFeatureTracker,
};
pub(crate) use telemetry::InputCapture;
