//! Request compression by gzip (`smithy.api#requestCompression`).

use aws_smithy_compression::{CompressionAlgorithm, CompressionOptions};
use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_types::error::operation::BuildError;
use bytes::Bytes;
use http::{
    HeaderValue,
    header::{CONTENT_ENCODING, CONTENT_LENGTH},
};

/// Compresses the body of a request, unless it is shorter than the default minimum length.
pub fn compress_request(request: &mut http::Request<Bytes>) -> Result<(), BuildError> {
    let options = CompressionOptions::default();
    let Some(body) = compressed(request.body(), &options).map_err(BuildError::other)? else {
        return Ok(());
    };
    request.headers_mut().append(CONTENT_ENCODING, HeaderValue::from_static("gzip"));
    request.headers_mut().insert(CONTENT_LENGTH, body.len().into());
    *request.body_mut() = body.into();
    Ok(())
}

/// Returns the compressed body; `None` if `options` disable compression or the body is too short.
pub fn compressed(body: &[u8], options: &CompressionOptions) -> Result<Option<Vec<u8>>, BoxError> {
    let long_enough = usize::try_from(options.min_compression_size_bytes())?;
    if !options.is_enabled() || body.len() < long_enough {
        return Ok(None);
    }
    let mut compressed = Vec::new();
    CompressionAlgorithm::Gzip.into_impl_http_body_1_x(options).compress_bytes(body, &mut compressed)?;
    Ok(Some(compressed))
}
