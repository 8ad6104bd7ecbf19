//! Presigning of requests, which are not sent.

use std::sync::Arc;

use aws_smithy_runtime::client::orchestrator::{StopPoint, invoke_with_stop_point};
use aws_smithy_runtime_api::client::{
    interceptors::context::Input, orchestrator::HttpRequest, result::SdkError, runtime_plugin::RuntimePlugin,
};
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
#[cfg(feature = "post-policy")]
use crate::{
    presigning::{PostPlugin, PostPolicy, PresignedPost},
    protocol::Uploading,
};

/// Parameter of the query string with the signature.
const SIGNATURE: &str = "X-Amz-Signature=";

const UNSIGNED: &str = "the request was not presigned: there are no credentials, or its authentication scheme is not a \
                        signature";

/// Returns a request of `O` that needs no credentials to be sent until it expires.
#[inline(never)]
pub fn presign<O: ClientOperation>(
    handle: Arc<Handle>,
    input: Result<O::Input, BuildError>,
    config_override: Option<SettingsBuilder>,
    presigning: PresigningConfig,
) -> BoxFuture<SendResult<PresignedRequest, O::Error>> {
    let plugin = PresigningPlugin::new(presigning);
    Box::pin(async move { presigned::<O>(&handle, input, config_override, plugin).await })
}

/// Returns a `GET` request of `O`, with its members in the query string, that needs no credentials to be sent.
#[inline(never)]
pub fn presign_as_query<O: ClientOperation>(
    handle: Arc<Handle>,
    input: Result<O::Input, BuildError>,
    config_override: Option<SettingsBuilder>,
    presigning: PresigningConfig,
) -> BoxFuture<SendResult<PresignedRequest, O::Error>> {
    let plugin = PresigningPlugin::as_query(presigning);
    Box::pin(async move { presigned::<O>(&handle, input, config_override, plugin).await })
}

async fn presigned<O: ClientOperation>(
    handle: &Handle,
    input: Result<O::Input, BuildError>,
    config_override: Option<SettingsBuilder>,
    plugin: PresigningPlugin,
) -> SendResult<PresignedRequest, O::Error> {
    let input = input.map_err(SdkError::construction_failure)?;
    let request = signed::<O>(handle, input, config_override, plugin).await?;
    if !request.uri().contains(SIGNATURE) {
        return Err(SdkError::construction_failure(UNSIGNED));
    }
    PresignedRequest::new(request).map_err(SdkError::construction_failure)
}

/// Returns a form that uploads the object of the input until the policy expires, without credentials.
#[cfg(feature = "post-policy")]
#[inline(never)]
pub fn presign_post<O: ClientOperation + Uploading>(
    handle: Arc<Handle>,
    input: Result<O::Input, BuildError>,
    policy: PostPolicy,
) -> BoxFuture<SendResult<PresignedPost, O::Error>> {
    Box::pin(async move {
        let input = input.map_err(SdkError::construction_failure)?;
        let [bucket, key] = O::object(&input).map(|name| name.unwrap_or_default().to_owned());
        let plugin = PostPlugin::new(policy, bucket, key);
        let request = signed::<O>(&handle, input, None, plugin).await?;
        let request = request.try_into_http1x().map_err(SdkError::construction_failure)?;
        let post = request.extensions().get::<PresignedPost>().cloned();
        post.ok_or_else(|| SdkError::construction_failure("only signature version 4 can sign a policy"))
    })
}

/// Returns the request of a call, which is signed and not sent.
async fn signed<O: ClientOperation>(
    handle: &Handle,
    input: O::Input,
    config_override: Option<SettingsBuilder>,
    plugin: impl RuntimePlugin + 'static,
) -> SendResult<HttpRequest, O::Error> {
    O::check_input(&input).map_err(SdkError::construction_failure)?;
    let plugins = plugins(O::plugin(), handle, config_override).with_operation_plugin(plugin);
    let (sdk_id, stop) = (handle.service.sdk_id, StopPoint::BeforeTransmit);
    let mut context = invoke_with_stop_point(sdk_id, O::NAME, Input::erase(input), &plugins, stop)
        .await
        .map_err(|error| explain(error, O::service(), O::NAME).map_service_error(typed_error::<O>))?;
    context.take_request().ok_or_else(|| {
        SdkError::construction_failure("the request was not signed, because an interceptor ended the call")
    })
}
