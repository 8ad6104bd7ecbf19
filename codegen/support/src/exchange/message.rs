//! Requests and responses as values of the `http` crate.
//!
//! `#[inline]` leaves compiling this to those who call it: a program with a client never does.

use std::sync::LazyLock;

use aws_smithy_runtime_api::{
    client::{
        interceptors::context::{Error, Output},
        orchestrator::{HttpRequest, HttpResponse, Metadata},
    },
    http::{Headers, StatusCode},
};
use aws_smithy_schema::{OperationSchema, protocol::SharedClientProtocol, serde::SerializableStruct};
use aws_smithy_types::{
    body::SdkBody,
    config_bag::{ConfigBag, FrozenLayer, Layer},
    endpoint::Endpoint,
    error::operation::BuildError,
};
use bytes::Bytes;

use super::{Answer, ErasedOperation, serialize, store_service_facts};
use crate::service;

/// The service's protocol, and a configuration that holds what it needs.
struct Wire {
    protocol: SharedClientProtocol,
    facts: FrozenLayer,
}

static WIRE: LazyLock<Wire> = LazyLock::new(|| {
    let protocol = service::protocol();
    let mut facts = Layer::new(service::SHAPE_NAME);
    facts.store_put(protocol.clone());
    store_service_facts(&mut facts);
    Wire { protocol, facts: facts.freeze() }
});

#[inline]
pub(super) fn request(
    operation: &'static str,
    schema: &OperationSchema<'_>,
    input: &dyn SerializableStruct,
    endpoint: &Endpoint,
) -> Result<http::Request<Bytes>, BuildError> {
    let cfg = config(operation);
    let mut request = serialize(&WIRE.protocol, schema.input(), input, &cfg).map_err(BuildError::other)?;
    WIRE.protocol.update_endpoint(&mut request, endpoint, &cfg).map_err(BuildError::other)?;
    from_sdk(request)
}

#[inline]
pub(super) fn response(
    operation: &dyn ErasedOperation,
    response: &http::Response<Bytes>,
) -> Result<Output, Error> {
    let cfg = config(operation.name());
    let response = to_sdk(response);
    Answer { protocol: &WIRE.protocol, response: &response, cfg: &cfg, strict: false }.parse(operation)
}

#[inline]
fn config(operation: &'static str) -> ConfigBag {
    let mut metadata = Layer::new(operation);
    metadata.store_put(Metadata::new(operation, service::SDK_ID));
    let mut cfg = ConfigBag::base();
    cfg.push_shared_layer(WIRE.facts.clone()).push_layer(metadata);
    cfg
}

#[inline]
fn from_sdk(request: HttpRequest) -> Result<http::Request<Bytes>, BuildError> {
    let request = request.try_into_http1x().map_err(BuildError::other)?;
    let (parts, body) = request.into_parts();
    let body = body.bytes().map(Bytes::copy_from_slice).unwrap_or_default();
    Ok(http::Request::from_parts(parts, body))
}

/// Headers that are not UTF-8 mean nothing to a protocol and are left out.
#[inline]
fn to_sdk(response: &http::Response<Bytes>) -> HttpResponse {
    let body = SdkBody::from(response.body().clone());
    let mut converted = HttpResponse::new(StatusCode::from(response.status()), body);
    let headers: &mut Headers = converted.headers_mut();
    for (name, value) in response.headers() {
        if let Ok(value) = std::str::from_utf8(value.as_bytes()) {
            headers.append(name.clone(), value.to_owned());
        }
    }
    converted
}
