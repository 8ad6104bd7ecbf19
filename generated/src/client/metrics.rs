// Copied by tinsmith from its support code. Do not edit.

//! Measuring calls, as long as somebody takes the figures.

use std::{
    fmt,
    sync::{Arc, Mutex, PoisonError},
};

use aws_smithy_observability::{TelemetryProvider, global::get_telemetry_provider};
use aws_smithy_runtime::client::metrics::MetricsRuntimePlugin;
use aws_smithy_runtime_api::{
    box_error::BoxError,
    client::{
        runtime_components::RuntimeComponentsBuilder,
        runtime_plugin::{RuntimePlugin, SharedRuntimePlugin, StaticRuntimePlugin},
    },
};

use crate::{config::Config, service};

/// Name of the provider that records nothing: the one there is until another is set.
const NO_METRICS: &str = "noop";

/// The metrics of a client.
#[derive(Debug)]
pub(super) struct Metrics {
    plugin: MetricsRuntimePlugin,
    instruments: Mutex<Option<Instruments>>,
}

/// What measures calls, as long as the telemetry provider stays the one it was made by.
struct Instruments {
    provider: Arc<TelemetryProvider>,
    plugin: SharedRuntimePlugin,
}

impl fmt::Debug for Instruments {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Instruments").field("plugin", &self.plugin).finish_non_exhaustive()
    }
}

impl Metrics {
    pub(super) fn new(config: &Config) -> Result<Self, BoxError> {
        let plugin = MetricsRuntimePlugin::builder()
            .with_scope(service::SERVICE_NAME)
            .with_time_source(config.time_source().unwrap_or_default())
            .build()?;
        Ok(Self { plugin, instruments: Mutex::default() })
    }

    /// What a call that starts now needs to be measured; nothing where the figures would go nowhere,
    /// for measuring costs a sixth of a call.
    ///
    /// It may change at any time: the telemetry provider belongs to the process, not to the client.
    pub(super) fn current(&self) -> Option<SharedRuntimePlugin> {
        let provider = get_telemetry_provider().ok()?;
        if provider.meter_provider().provider_name() == NO_METRICS {
            return None;
        }
        let mut known = self.instruments.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = known.as_ref().filter(|known| Arc::ptr_eq(&known.provider, &provider)) {
            return Some(known.plugin.clone());
        }
        let plugin = self.instruments();
        *known = Some(Instruments { provider, plugin: plugin.clone() });
        Some(plugin)
    }

    /// Instruments of the provider that is set, made once and not for each call.
    fn instruments(&self) -> SharedRuntimePlugin {
        let nothing = RuntimeComponentsBuilder::new(service::SERVICE_NAME);
        let components = self.plugin.runtime_components(&nothing).into_owned();
        let plugin = StaticRuntimePlugin::new().with_runtime_components(components);
        SharedRuntimePlugin::new(match self.plugin.config() {
            Some(layer) => plugin.with_config(layer),
            None => plugin,
        })
    }
}
