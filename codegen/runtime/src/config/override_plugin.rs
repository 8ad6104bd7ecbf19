//! Settings of a single call.

use std::borrow::Cow;

use aws_smithy_runtime::client::{config_override::Resolver, identity::IdentityCache};
use aws_smithy_runtime_api::client::{
    runtime_components::RuntimeComponentsBuilder, runtime_plugin::RuntimePlugin,
};
use aws_smithy_types::config_bag::{FrozenLayer, Layer};
use aws_types::region::{Region, SigningRegion};

use super::{Settings, SettingsBuilder};

/// Plugin that gives the settings of a call precedence over those of its client.
#[derive(Debug)]
pub struct ConfigOverridePlugin {
    config: FrozenLayer,
    components: RuntimeComponentsBuilder,
}

impl ConfigOverridePlugin {
    /// Creates the plugin.
    #[must_use]
    pub fn new(config_override: SettingsBuilder, client: &Settings) -> Self {
        let SettingsBuilder { mut layer, mut components, .. } = config_override;
        let mut resolver =
            Resolver::overrid(client.layer.clone(), &client.components, &mut layer, &mut components);
        let region = resolver.config_mut().load::<Region>().cloned();
        if let Some(region) = region {
            resolver.config_mut().store_put(SigningRegion::from(region));
        }
        // The client's cache does not know whose credentials it holds.
        if components.has_identity_resolvers() && components.identity_cache().is_none() {
            let cache = IdentityCache::lazy().max_partitions(1).build();
            components.set_identity_cache(Some(cache));
        }
        let config = Layer::from(layer).with_name("config override").freeze();
        Self { config, components }
    }
}

impl RuntimePlugin for ConfigOverridePlugin {
    fn config(&self) -> Option<FrozenLayer> {
        Some(self.config.clone())
    }

    fn runtime_components(&self, _: &RuntimeComponentsBuilder) -> Cow<'_, RuntimeComponentsBuilder> {
        Cow::Borrowed(&self.components)
    }
}
