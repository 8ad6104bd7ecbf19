//! Notes for the user agent on what makes the calls of a client.

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

/// The same client, whose calls say that they are part of `feature`.
pub(super) fn noting(handle: &Handle, feature: SmithySdkFeature) -> Arc<Handle> {
    let note = SharedInterceptor::permanent(NoteFeature(feature));
    let components = RuntimeComponentsBuilder::new("feature").with_interceptor(note);
    let plugin = StaticRuntimePlugin::new().with_runtime_components(components);
    Arc::new(Handle { conf: handle.conf.clone(), plugins: handle.plugins.clone().with(plugin) })
}

#[derive(Debug)]
struct NoteFeature(SmithySdkFeature);

#[dyn_dispatch_hint]
impl Intercept for NoteFeature {
    fn name(&self) -> &'static str {
        "NoteFeature"
    }

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
