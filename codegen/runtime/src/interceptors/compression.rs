//! Request compression by gzip (`smithy.api#requestCompression`).

use aws_smithy_compression::CompressionOptions;
use aws_smithy_runtime::client::sdk_feature::SmithySdkFeature;
use aws_smithy_runtime_api::{
    box_error::BoxError,
    client::{
        interceptors::{Intercept, context::BeforeTransmitInterceptorContextMut, dyn_dispatch_hint},
        runtime_components::RuntimeComponents,
    },
};
use aws_smithy_types::{body::SdkBody, config_bag::ConfigBag};

use crate::{
    config::{DisableRequestCompression, RequestMinCompressionSizeBytes},
    protocol::compressed,
};

/// Compresses the body once, before the first attempt.
#[derive(Debug)]
pub struct RequestCompression;

#[dyn_dispatch_hint]
impl Intercept for RequestCompression {
    fn name(&self) -> &'static str {
        "RequestCompression"
    }

    fn modify_before_retry_loop(
        &self,
        context: &mut BeforeTransmitInterceptorContextMut<'_>,
        _runtime_components: &RuntimeComponents,
        cfg: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        let request = context.request_mut();
        let Some(body) = compressed(request.body().bytes().unwrap_or_default(), &options(cfg)?)? else {
            return Ok(());
        };
        request.headers_mut().append("content-encoding", "gzip");
        request.headers_mut().insert("content-length", body.len().to_string());
        *request.body_mut() = SdkBody::from(body);
        cfg.interceptor_state().store_append(SmithySdkFeature::GzipRequestCompression);
        Ok(())
    }
}

fn options(cfg: &ConfigBag) -> Result<CompressionOptions, BoxError> {
    let options = CompressionOptions::default();
    let disabled = cfg.load::<DisableRequestCompression>().is_some_and(|disabled| disabled.0);
    let shortest = cfg.load::<RequestMinCompressionSizeBytes>();
    let shortest = shortest.map_or(options.min_compression_size_bytes(), |shortest| shortest.0);
    options.with_enabled(!disabled).with_min_compression_size_bytes(shortest)
}
