// Copied by tinsmith from its support code. Do not edit.

//! Settings in the making.

use aws_smithy_async::time::SharedTimeSource;
use aws_smithy_runtime::client::orchestrator::AuthSchemeAndEndpointOrchestrationV2;
use aws_smithy_runtime_api::client::{
    behavior_version::BehaviorVersion, runtime_components::RuntimeComponentsBuilder,
    runtime_plugin::SharedRuntimePlugin,
};
use aws_smithy_types::config_bag::{CloneableLayer, Layer};
use aws_types::{
    SigningName,
    region::{Region, SigningRegion},
};

use super::Config;
use crate::{exchange::store_service_facts, meta, service};

mod auth;
mod endpoint;
mod resilience;
mod runtime;
#[cfg(feature = "test-util")]
mod test_defaults;
mod wire;

/// Builds a [`Config`].
///
/// Each setting has a method to chain, and one with `set_` (or `push_`) that takes `&mut self`.
#[derive(Clone, Debug)]
pub struct Builder {
    pub(crate) config: CloneableLayer,
    pub(super) runtime_components: RuntimeComponentsBuilder,
    pub(crate) runtime_plugins: Vec<SharedRuntimePlugin>,
    pub(super) behavior_version: Option<BehaviorVersion>,
}

impl Default for Builder {
    fn default() -> Self {
        Self {
            config: CloneableLayer::default(),
            runtime_components: RuntimeComponentsBuilder::new("service config"),
            runtime_plugins: Vec::new(),
            behavior_version: None,
        }
    }
}

impl Builder {
    /// Starts with nothing set.
    #[must_use]
    #[inline]
    pub fn new() -> Self {
        Self::default()
    }

    /// Builds a [`Config`].
    #[must_use]
    #[inline]
    pub fn build(mut self) -> Config {
        if self.runtime_components.time_source().is_none() {
            self.runtime_components.set_time_source(Some(SharedTimeSource::default()));
        }
        let mut layer = Layer::from(self.config.clone()).with_name("config");
        layer.store_put(meta::API_METADATA.clone());
        layer.store_put(SigningName::from_static(service::SIGNING_NAME));
        if let Some(region) = self.config.load::<Region>() {
            layer.store_put(SigningRegion::from(region.clone()));
        }
        layer.store_put(AuthSchemeAndEndpointOrchestrationV2);
        store_service_facts(&mut layer);
        Config {
            layer: layer.freeze(),
            cloneable: self.config,
            runtime_components: self.runtime_components,
            runtime_plugins: self.runtime_plugins,
            behavior_version: self.behavior_version,
        }
    }
}
