//! Bodies of requests that are streams (`smithy.api#streaming`).

use aws_smithy_runtime_api::client::orchestrator::HttpRequest;
use aws_smithy_schema::{Schema, header_omit_settings::SharedHeaderOmitSettings, serde::SerdeError};
use aws_smithy_types::{byte_stream::ByteStream, config_bag::ConfigBag};
use http::header::{CONTENT_LENGTH, CONTENT_TYPE};

/// Media type of streams whose model has none.
const OCTET_STREAM: &str = "application/octet-stream";

/// Replaces the body of a request by the stream of its input, and describes it in headers that the input does not set.
pub(super) fn set_body(
    request: &mut HttpRequest,
    body: ByteStream,
    input: &Schema<'_>,
    cfg: &ConfigBag,
) -> Result<(), SerdeError> {
    let omitted = cfg.load::<SharedHeaderOmitSettings>();
    if !omitted.is_some_and(|settings| settings.should_omit_default_content_type()) {
        set_default(request, CONTENT_TYPE.as_str(), media_type(input).unwrap_or(OCTET_STREAM))?;
    }
    let body = body.into_inner();
    // A presigned request is sent with another body.
    let is_length_omitted = omitted.is_some_and(|settings| settings.should_omit_default_content_length());
    if let Some(length) = body.content_length().filter(|_| !is_length_omitted) {
        check_length(request, length)?;
        set_default(request, CONTENT_LENGTH.as_str(), &length.to_string())?;
    }
    *request.body_mut() = body;
    Ok(())
}

/// Fails if the input has another length than the stream, of which only a part would be sent.
fn check_length(request: &HttpRequest, length: u64) -> Result<(), SerdeError> {
    match request.headers().get(CONTENT_LENGTH) {
        Some(other) if other.parse() != Ok(length) => Err(SerdeError::invalid_input(format!(
            "the input has the content length {other}, but its stream has {length} bytes"
        ))),
        _ => Ok(()),
    }
}

/// Returns the media type of the payload (`smithy.api#mediaType`).
fn media_type<'a>(input: &'a Schema<'_>) -> Option<&'a str> {
    let payload = input.members().iter().find(|member| member.http_payload().is_some())?;
    Some(payload.media_type()?.value())
}

fn set_default(request: &mut HttpRequest, name: &'static str, value: &str) -> Result<(), SerdeError> {
    if request.headers().contains_key(name) {
        return Ok(());
    }
    let result = request.headers_mut().try_insert(name, value.to_owned());
    result.map(drop).map_err(|error| SerdeError::custom(error.to_string()))
}
