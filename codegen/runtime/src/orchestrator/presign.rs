//! Presigning of requests, which are not sent.

use std::sync::Arc;

use aws_smithy_runtime::client::orchestrator::{StopPoint, invoke_with_stop_point};
use aws_smithy_runtime_api::client::{interceptors::context::Input, result::SdkError};
use aws_smithy_types::error::operation::BuildError;

use super::{
    BoxFuture, ClientOperation, SendResult,
    call::{plugins, typed_error},
};
use crate::{
    auth::explain,
    client::Handle,
    config::SettingsBuilder,
    presigning::{PresignedRequest, PresigningConfig, PresigningPlugin},
};

/// Returns a request of `O` that anyone can send until it expires.
#[inline(never)]
pub fn presign<O: ClientOperation>(
    handle: Arc<Handle>,
    input: Result<O::Input, BuildError>,
    config_override: Option<SettingsBuilder>,
    presigning: PresigningConfig,
) -> BoxFuture<SendResult<PresignedRequest, O::Error>> {
    Box::pin(async move {
        let input = input.map_err(SdkError::construction_failure)?;
        O::check_input(&input).map_err(SdkError::construction_failure)?;
        let plugins = plugins(O::plugin(), &handle, config_override)
            .with_operation_plugin(PresigningPlugin::new(presigning));
        let input = Input::erase(input);
        let sdk_id = handle.service.sdk_id;
        let stop = StopPoint::BeforeTransmit;
        let mut context = invoke_with_stop_point(sdk_id, O::NAME, input, &plugins, stop)
            .await
            .map_err(|error| explain(error, O::service(), O::NAME).map_service_error(typed_error::<O>))?;
        let request = context.take_request().ok_or_else(|| {
            SdkError::construction_failure(
                "the request was not signed, because an interceptor ended the call",
            )
        })?;
        PresignedRequest::new(request).map_err(SdkError::construction_failure)
    })
}
