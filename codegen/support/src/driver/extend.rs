//! Operations that do more than send an input and read an output.

use aws_smithy_runtime_api::client::{
    interceptors::{Intercept, SharedInterceptor},
    runtime_components::RuntimeComponentsBuilder,
    runtime_plugin::{RuntimePlugin, SharedRuntimePlugin, StaticRuntimePlugin},
};

use super::OperationPlugin;

impl OperationPlugin {
    /// Adds an interceptor, which runs after those added before.
    pub(crate) fn with_interceptor(self, interceptor: impl Intercept + 'static) -> Self {
        let nothing = RuntimeComponentsBuilder::new(self.name);
        let components = self
            .runtime_components(&nothing)
            .into_owned()
            .with_interceptor(SharedInterceptor::permanent(interceptor));
        let mut plugin = StaticRuntimePlugin::new().with_runtime_components(components);
        if let Some(config) = self.config() {
            plugin = plugin.with_config(config);
        }
        Self { name: self.name, shared: SharedRuntimePlugin::new(plugin) }
    }
}
