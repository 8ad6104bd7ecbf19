//! Metrics of calls, recorded only if a telemetry provider receives them.

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

use crate::{config::Settings, service::Service};

/// Name of the default meter provider, which records nothing.
const NOOP_PROVIDER: &str = "noop";

/// The metrics of a client.
#[derive(Debug)]
pub(super) struct Metrics {
    service: &'static Service,
    plugin: MetricsRuntimePlugin,
    instruments: Mutex<Option<Instruments>>,
}

/// Instruments of one telemetry provider.
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
    pub(super) fn new(service: &'static Service, settings: &Settings) -> Result<Self, BoxError> {
        let plugin = MetricsRuntimePlugin::builder()
            .with_scope(service.name)
            .with_time_source(settings.components.time_source().unwrap_or_default())
            .build()?;
        Ok(Self { service, plugin, instruments: Mutex::default() })
    }

    /// Returns the plugin that measures a call that starts now; `None` if the provider records nothing, because
    /// measuring costs a sixth of a call.
    ///
    /// The result can change at any time: the telemetry provider belongs to the process, not to the client.
    pub(super) fn current(&self) -> Option<SharedRuntimePlugin> {
        let provider = get_telemetry_provider().ok()?;
        if provider.meter_provider().provider_name() == NOOP_PROVIDER {
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

    /// Creates the instruments of the current provider. The official plugin creates them for each call.
    fn instruments(&self) -> SharedRuntimePlugin {
        let nothing = RuntimeComponentsBuilder::new(self.service.name);
        let components = self.plugin.runtime_components(&nothing).into_owned();
        let plugin = StaticRuntimePlugin::new().with_runtime_components(components);
        SharedRuntimePlugin::new(match self.plugin.config() {
            Some(layer) => plugin.with_config(layer),
            None => plugin,
        })
    }
}
