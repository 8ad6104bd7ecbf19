//! Features in the user agent.

use std::sync::Arc;

use aws_smithy_runtime::client::sdk_feature::SmithySdkFeature;
use aws_smithy_runtime_api::client::{
    interceptors::SharedInterceptor, runtime_components::RuntimeComponentsBuilder,
    runtime_plugin::StaticRuntimePlugin,
};

use super::Handle;
use crate::interceptors::UserAgentFeature;

/// Returns a handle whose calls list `feature` in the user agent.
#[inline]
pub(super) fn with_feature(handle: &Handle, feature: SmithySdkFeature) -> Arc<Handle> {
    let interceptor = SharedInterceptor::permanent(UserAgentFeature(feature));
    let components = RuntimeComponentsBuilder::new("feature").with_interceptor(interceptor);
    let plugin = StaticRuntimePlugin::new().with_runtime_components(components);
    Arc::new(Handle {
        service: handle.service,
        settings: handle.settings.clone(),
        plugins: handle.plugins.clone().with(plugin),
    })
}
