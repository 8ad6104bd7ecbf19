//! Features in the user agent.

use std::sync::Arc;

use aws_smithy_runtime::client::sdk_feature::SmithySdkFeature;
use aws_smithy_runtime_api::{
    box_error::BoxError,
    client::{
        interceptors::{
            Intercept, SharedInterceptor, context::BeforeSerializationInterceptorContextMut,
            dyn_dispatch_hint,
        },
        runtime_components::{RuntimeComponents, RuntimeComponentsBuilder},
        runtime_plugin::StaticRuntimePlugin,
    },
};
use aws_smithy_types::config_bag::ConfigBag;

use super::Handle;

/// Returns a handle whose calls list `feature` in the user agent.
#[inline]
pub(super) fn with_feature(handle: &Handle, feature: SmithySdkFeature) -> Arc<Handle> {
    let interceptor = SharedInterceptor::permanent(ListFeature(feature));
    let components = RuntimeComponentsBuilder::new("feature").with_interceptor(interceptor);
    let plugin = StaticRuntimePlugin::new().with_runtime_components(components);
    Arc::new(Handle {
        service: handle.service,
        settings: handle.settings.clone(),
        plugins: handle.plugins.clone().with(plugin),
    })
}

#[derive(Debug)]
struct ListFeature(SmithySdkFeature);

#[dyn_dispatch_hint]
impl Intercept for ListFeature {
    #[inline]
    fn name(&self) -> &'static str {
        "ListFeature"
    }

    #[inline]
    fn modify_before_serialization(
        &self,
        _context: &mut BeforeSerializationInterceptorContextMut<'_>,
        _runtime_components: &RuntimeComponents,
        cfg: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        cfg.interceptor_state().store_append(self.0.clone());
        Ok(())
    }
}
