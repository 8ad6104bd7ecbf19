//! Payloads of requests (`smithy.api#httpPayload`), with what `HttpBindingProtocol` leaves out of them.

use aws_smithy_runtime_api::client::orchestrator::HttpRequest;
use aws_smithy_schema::{
    PayloadHint, Schema, ShapeType, header_omit_settings::SharedHeaderOmitSettings, serde::SerdeError,
};
use aws_smithy_types::{body::SdkBody, config_bag::ConfigBag};
use http::header::{CONTENT_LENGTH, CONTENT_TYPE};

/// Serializes a request by the schema of its input. `unset` is the body if the payload is a structure without a value.
pub(super) fn serialize(
    input: &Schema<'_>,
    unset: &'static str,
    cfg: &ConfigBag,
    serialize: &dyn Fn(&Schema<'_>) -> Result<HttpRequest, SerdeError>,
) -> Result<HttpRequest, SerdeError> {
    let Some(payload) = input.members().iter().find(|member| member.http_payload().is_some()) else {
        return serialize(input);
    };
    if payload.streaming() {
        // The body is attached after serialization.
        return serialize(input);
    }
    match payload.shape_type() {
        ShapeType::Blob => raw(serialize(input)?, payload, "application/octet-stream", cfg),
        ShapeType::String => raw(serialize(input)?, payload, "text/plain", cfg),
        ShapeType::Structure => Ok(structured(serialize(input)?, input, unset)),
        // There is no union without a value.
        ShapeType::Union => Ok(structured(serialize(input)?, input, "")),
        ShapeType::Document => Ok(structured(serialize(&with_payload_as_body(input))?, input, "")),
        _ => Ok(structured(without_name(serialize(&with_payload_as_body(input))?), input, "")),
    }
}

/// Upstream throws away the body of a payload of another type, unless the schema has a hint that it may only have for structures.
fn with_payload_as_body<'a>(input: &'a Schema<'_>) -> Schema<'a> {
    let schema = Schema::new_struct(input.shape_id().clone(), input.shape_type(), input.members())
        .with_payload_hint(PayloadHint::StructPayload);
    match input.http() {
        Some(http) => schema.with_http(http.clone()),
        None => schema,
    }
}

/// Upstream writes the name of the member before a value in JSON, but not in front of a structure, union or document.
fn without_name(mut request: HttpRequest) -> HttpRequest {
    let body = request.body().bytes().unwrap_or_default();
    let name = body.windows(2).position(|pair| pair == b"\":").filter(|_| body.starts_with(b"\""));
    let Some(name) = name else { return request };
    let value = body[name + 2..].to_vec();
    if request.headers().contains_key(CONTENT_LENGTH) {
        request.headers_mut().insert(CONTENT_LENGTH, value.len().to_string());
    }
    *request.body_mut() = SdkBody::from(value);
    request
}

/// Upstream sends blobs and strings without a media type, which is that of the model or the default of the type.
fn raw(
    mut request: HttpRequest,
    payload: &Schema<'_>,
    default: &'static str,
    cfg: &ConfigBag,
) -> Result<HttpRequest, SerdeError> {
    let omits = cfg
        .load::<SharedHeaderOmitSettings>()
        .is_some_and(|settings| settings.should_omit_default_content_type());
    if !omits && !is_empty(&request) && !request.headers().contains_key(CONTENT_TYPE) {
        let media_type = payload.media_type().map_or(default, |media_type| media_type.value()).to_owned();
        request
            .headers_mut()
            .try_insert(CONTENT_TYPE, media_type)
            .map_err(|error| SerdeError::custom(error.to_string()))?;
    }
    Ok(request)
}

/// Upstream describes the body of a payload that has no value, but writes none.
fn structured(mut request: HttpRequest, input: &Schema<'_>, unset: &'static str) -> HttpRequest {
    if !is_empty(&request) {
        return request;
    }
    if unset.is_empty() {
        request.headers_mut().remove(CONTENT_LENGTH);
        if !binds_content_type(input) {
            request.headers_mut().remove(CONTENT_TYPE);
        }
        return request;
    }
    if request.headers().contains_key(CONTENT_LENGTH) {
        request.headers_mut().insert(CONTENT_LENGTH, unset.len().to_string());
    }
    *request.body_mut() = SdkBody::from(unset);
    request
}

fn is_empty(request: &HttpRequest) -> bool {
    request.body().bytes().is_some_and(<[u8]>::is_empty)
}

fn binds_content_type(input: &Schema<'_>) -> bool {
    let mut headers = input.members().iter().filter_map(|member| member.http_header());
    headers.any(|header| header.value().eq_ignore_ascii_case(CONTENT_TYPE.as_str()))
}
