// Copied by tinsmith from its support code. Do not edit.

//! Sending operations.

use std::{borrow::Cow, pin::Pin, sync::Arc};

use aws_smithy_runtime::client::orchestrator::{StopPoint, invoke_with_stop_point};
use aws_smithy_runtime_api::client::{
    interceptors::context::{Error, Input, Output},
    orchestrator::HttpResponse,
    result::SdkError,
    runtime_components::RuntimeComponentsBuilder,
    runtime_plugin::{RuntimePlugin, SharedRuntimePlugin, StaticRuntimePlugin},
};
use aws_smithy_types::{
    config_bag::FrozenLayer,
    error::{metadata::ProvideErrorMetadata, operation::BuildError},
    retry::ProvideErrorKind,
};
use tracing::Instrument;

use crate::{
    client::Handle,
    config::{Builder, ConfigOverridePlugin},
    exchange::{Operation, foreign},
    service,
};

mod call;
mod layer;
mod serde;

pub(crate) use call::call;

/// A future on the heap.
pub(crate) type BoxFuture<T> = Pin<Box<dyn Future<Output = T> + Send>>;

/// What a call yields.
pub(crate) type SendResult<T, E> = Result<T, SdkError<E, HttpResponse>>;

/// An operation that has an [`OperationPlugin`].
pub(crate) trait Plugged: Operation {
    /// The operation's plugin, made once.
    fn plugin() -> &'static OperationPlugin;
}

/// What an operation adds to every call of it.
#[derive(Debug)]
pub(crate) struct OperationPlugin {
    name: &'static str,
    shared: SharedRuntimePlugin,
}

impl OperationPlugin {
    pub(crate) fn new<O: Operation>() -> Self
    where
        O::Error: ProvideErrorKind + ProvideErrorMetadata,
    {
        let plugin = StaticRuntimePlugin::new()
            .with_config(layer::config::<O>())
            .with_runtime_components(layer::components::<O>());
        Self { name: O::NAME, shared: SharedRuntimePlugin::new(plugin) }
    }
}

impl RuntimePlugin for OperationPlugin {
    fn config(&self) -> Option<FrozenLayer> {
        self.shared.config()
    }

    fn runtime_components(
        &self,
        current_components: &RuntimeComponentsBuilder,
    ) -> Cow<'_, RuntimeComponentsBuilder> {
        self.shared.runtime_components(current_components)
    }
}

/// Calls `O` with what was built, and with `config_override` over the settings of the client.
///
/// The future is boxed, with a type that names `Send`, so that the compiler does not examine the
/// whole call again for each operation. The function is not inlined for the same reason.
#[inline(never)]
pub(crate) fn send<O: Plugged>(
    handle: Arc<Handle>,
    input: Result<O::Input, BuildError>,
    config_override: Option<Builder>,
) -> BoxFuture<SendResult<O::Output, O::Error>> {
    Box::pin(async move {
        let input = input.map_err(SdkError::construction_failure)?;
        O::check_input(&input).map_err(SdkError::construction_failure)?;
        let output = orchestrate(O::plugin(), &handle, Input::erase(input), config_override)
            .await
            .map_err(|error| error.map_service_error(typed_error::<O>))?;
        output.downcast().map_err(|other| SdkError::construction_failure(foreign::<O, Output>(&other)))
    })
}

fn typed_error<O: Operation>(error: Error) -> O::Error {
    error.downcast().unwrap_or_else(|other| foreign::<O, Error>(&other))
}

async fn orchestrate(
    operation: &'static OperationPlugin,
    handle: &Handle,
    input: Input,
    config_override: Option<Builder>,
) -> Result<Output, SdkError<Error, HttpResponse>> {
    let mut plugins = handle.plugins.current().with_operation_plugin(operation.shared.clone());
    if let Some(mut config_override) = config_override {
        let further = std::mem::take(&mut config_override.runtime_plugins);
        plugins = plugins
            .with_operation_plugins(further)
            .with_operation_plugin(ConfigOverridePlugin::new(config_override, &handle.conf));
    }
    // The id tells the log lines of one call from those of another.
    let span = tracing::debug_span!(
        "operation",
        "otel.name" = %format_args!("{}.{}", service::SDK_ID, operation.name),
        "rpc.service" = service::SDK_ID,
        "rpc.method" = operation.name,
        "sdk_invocation_id" = fastrand::u32(1_000_000..10_000_000),
        "rpc.system" = "aws-api",
    );
    invoke_with_stop_point(service::SDK_ID, operation.name, input, &plugins, StopPoint::None)
        .instrument(span)
        .await?
        .finalize()
}
