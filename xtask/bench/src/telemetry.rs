//! A telemetry provider, which makes the crates record metrics.

use std::sync::Arc;

use aws_smithy_observability::{
    Attributes, TelemetryProvider, global,
    meter::{Meter, ProvideMeter},
};

use crate::Failure;

/// Sets a provider whose instruments do nothing, so that calls have the cost of recording only.
///
/// The initial provider is `noop`, which the runtime crates recognize by its name.
pub fn set_telemetry_provider() -> Result<(), Failure> {
    let provider = TelemetryProvider::builder().meter_provider(Arc::new(Discard(TelemetryProvider::noop())));
    Ok(global::set_telemetry_provider(provider.build())?)
}

struct Discard(TelemetryProvider);

impl std::fmt::Debug for Discard {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Discard")
    }
}

impl ProvideMeter for Discard {
    fn get_meter(&self, scope: &'static str, attributes: Option<&Attributes>) -> Meter {
        self.0.meter_provider().get_meter(scope, attributes)
    }
}
