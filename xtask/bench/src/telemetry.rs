//! A telemetry provider, so that metrics go somewhere.

use std::sync::Arc;

use aws_smithy_observability::{
    Attributes, TelemetryProvider, global,
    meter::{Meter, ProvideMeter},
};

use crate::Failure;

/// Sets a provider whose instruments do nothing, so that calls bear only what it takes to have one.
///
/// Until then the process has the provider that the runtime crates know by its name, `noop`.
pub fn set_telemetry_provider() -> Result<(), Failure> {
    let provider = TelemetryProvider::builder().meter_provider(Arc::new(Silent(TelemetryProvider::noop())));
    Ok(global::set_telemetry_provider(provider.build())?)
}

struct Silent(TelemetryProvider);

impl std::fmt::Debug for Silent {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Silent")
    }
}

impl ProvideMeter for Silent {
    fn get_meter(&self, scope: &'static str, attributes: Option<&Attributes>) -> Meter {
        self.0.meter_provider().get_meter(scope, attributes)
    }
}
