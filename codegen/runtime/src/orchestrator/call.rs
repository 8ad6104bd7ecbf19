//! Calls of operations.

use std::{pin::Pin, sync::Arc};

use aws_smithy_runtime::client::orchestrator::{StopPoint, invoke_with_stop_point};
use aws_smithy_runtime_api::client::{
    interceptors::context::{Error, Input, Output},
    orchestrator::HttpResponse,
    result::SdkError,
    runtime_plugin::RuntimePlugins,
};
#[cfg(feature = "event-stream")]
use aws_smithy_runtime_api::{box_error::BoxError, http::StatusCode};
#[cfg(feature = "event-stream")]
use aws_smithy_types::body::SdkBody;
use aws_smithy_types::error::operation::BuildError;
use tracing::Instrument;

use super::OperationPlugin;
use crate::{
    auth::explain,
    client::Handle,
    config::{ConfigOverridePlugin, SettingsBuilder},
    protocol::{Operation, unexpected_type_error},
};

/// A future on the heap.
pub type BoxFuture<T> = Pin<Box<dyn Future<Output = T> + Send>>;

/// Result of a call.
pub type SendResult<T, E> = Result<T, SdkError<E, HttpResponse>>;

/// An operation that a client can send.
pub trait ClientOperation: Operation {
    /// Returns the plugin of the operation, which is created once.
    fn plugin() -> &'static OperationPlugin;
}

/// Sends `O`, with `config_override` taking precedence over the settings of the client.
///
/// The future is boxed and its type names `Send`, so that the compiler does not examine the whole call again for each
/// operation. The function is not inlined for the same reason.
#[inline(never)]
pub fn send<O: ClientOperation>(
    handle: Arc<Handle>,
    input: Result<O::Input, BuildError>,
    config_override: Option<SettingsBuilder>,
) -> BoxFuture<SendResult<O::Output, O::Error>> {
    Box::pin(async move {
        let input = input.map_err(SdkError::construction_failure)?;
        O::check_input(&input).map_err(SdkError::construction_failure)?;
        let output = orchestrate(O::plugin(), &handle, Input::erase(input), config_override)
            .await
            .map_err(|error| explain(error, O::service(), O::NAME).map_service_error(typed_error::<O>))?;
        let output = output
            .downcast()
            .map_err(|other| SdkError::construction_failure(unexpected_type_error::<O, Output>(&other)))?;
        #[cfg(feature = "event-stream")]
        if let Some(receive) = O::INITIAL_RESPONSE {
            return receive(output).await.map_err(without_response);
        }
        Ok(output)
    })
}

/// Creates the error for the first message of an event stream, whose response has been turned into the output.
#[cfg(feature = "event-stream")]
fn without_response<E>(error: BoxError) -> SdkError<E, HttpResponse> {
    let status = StatusCode::try_from(200).expect("it is a status");
    SdkError::response_error(error, HttpResponse::new(status, SdkBody::taken()))
}

pub(super) fn typed_error<O: Operation>(error: Error) -> O::Error {
    error.downcast().unwrap_or_else(|other| unexpected_type_error::<O, Error>(&other))
}

/// Returns the plugins of a call.
pub(super) fn plugins(
    operation: &'static OperationPlugin,
    handle: &Handle,
    config_override: Option<SettingsBuilder>,
) -> RuntimePlugins {
    let plugins = handle.plugins.current().with_operation_plugin(operation.shared.clone());
    let Some(mut config_override) = config_override else { return plugins };
    let further = std::mem::take(&mut config_override.plugins);
    plugins
        .with_operation_plugins(further)
        .with_operation_plugin(ConfigOverridePlugin::new(config_override, &handle.settings))
}

async fn orchestrate(
    operation: &'static OperationPlugin,
    handle: &Handle,
    input: Input,
    config_override: Option<SettingsBuilder>,
) -> Result<Output, SdkError<Error, HttpResponse>> {
    let plugins = plugins(operation, handle, config_override);
    let sdk_id = handle.service.sdk_id;
    // The id distinguishes the log lines of concurrent calls.
    let span = tracing::debug_span!(
        "operation",
        "otel.name" = %format_args!("{sdk_id}.{}", operation.name),
        "rpc.service" = sdk_id,
        "rpc.method" = operation.name,
        "sdk_invocation_id" = fastrand::u32(1_000_000..10_000_000),
        "rpc.system" = "aws-api",
    );
    invoke_with_stop_point(sdk_id, operation.name, input, &plugins, StopPoint::None)
        .instrument(span)
        .await?
        .finalize()
}
