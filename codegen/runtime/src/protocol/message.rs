//! Requests and responses as values of the `http` crate.
//!
//! The functions are inlined: most programs send requests with the client, and do not compile them.

use std::{fmt, sync::OnceLock};

use aws_smithy_runtime_api::{
    client::{
        interceptors::context::{Error, Output},
        orchestrator::HttpResponse,
    },
    http::{Headers, StatusCode},
};
use aws_smithy_schema::{protocol::SharedClientProtocol, serde::SerializableStruct};
use aws_smithy_types::{
    body::SdkBody,
    byte_stream::ByteStream,
    config_bag::{ConfigBag, FrozenLayer, Layer},
    endpoint::Endpoint,
    error::operation::BuildError,
};
use bytes::Bytes;

use super::{ErasedOperation, RequestBody, ResponseParser, parse_head, serialize};
use crate::service::Service;

const NOT_IN_MEMORY: &str =
    "the body of the error is not in memory: collect it, and parse the response again";

/// The protocol of a service and its configuration without a client, created when first used.
#[derive(Default)]
pub struct SansIo(OnceLock<(SharedClientProtocol, FrozenLayer)>);

impl SansIo {
    /// Creates an empty cell.
    #[must_use]
    pub const fn new() -> Self {
        Self(OnceLock::new())
    }

    /// Returns the protocol.
    #[cfg(feature = "event-stream")]
    pub(crate) fn protocol(&self, service: &Service) -> &SharedClientProtocol {
        &self.get(service).0
    }

    #[inline]
    fn get(&self, service: &Service) -> &(SharedClientProtocol, FrozenLayer) {
        self.0.get_or_init(|| {
            let protocol = (service.protocol)();
            let mut layer = Layer::new(service.shape_name);
            layer.store_put(protocol.clone());
            service.store(&mut layer);
            (protocol, layer.freeze())
        })
    }
}

impl fmt::Debug for SansIo {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SansIo").finish_non_exhaustive()
    }
}

#[inline]
pub(super) fn request(
    operation: &dyn ErasedOperation,
    input: &dyn SerializableStruct,
    endpoint: &Endpoint,
) -> Result<http::Request<Bytes>, BuildError> {
    let request = http1x(operation, input, None, endpoint)?;
    Ok(request.map(|body| body.bytes().map(Bytes::copy_from_slice).unwrap_or_default()))
}

#[inline]
pub(super) fn streaming_request(
    operation: &dyn ErasedOperation,
    input: &dyn SerializableStruct,
    body: Option<RequestBody>,
    endpoint: &Endpoint,
) -> Result<http::Request<ByteStream>, BuildError> {
    Ok(http1x(operation, input, body, endpoint)?.map(ByteStream::new))
}

#[inline]
fn http1x(
    operation: &dyn ErasedOperation,
    input: &dyn SerializableStruct,
    body: Option<RequestBody>,
    endpoint: &Endpoint,
) -> Result<http::Request<SdkBody>, BuildError> {
    let service = operation.service();
    let (protocol, layer) = service.sans_io.get(service);
    let cfg = config(service, layer, operation.name());
    let mut request = serialize(operation, protocol, input, body, &cfg).map_err(BuildError::other)?;
    protocol.update_endpoint(&mut request, endpoint, &cfg).map_err(BuildError::other)?;
    request.try_into_http1x().map_err(BuildError::other)
}

#[inline]
pub(super) fn response(
    operation: &dyn ErasedOperation,
    response: &http::Response<Bytes>,
) -> Result<Output, Error> {
    parse(operation, &mut to_sdk(response, SdkBody::from(response.body().clone())))
}

#[inline]
pub(super) fn streaming_response(
    operation: &dyn ErasedOperation,
    response: http::Response<ByteStream>,
) -> Result<Output, Error> {
    let (head, body) = response.into_parts();
    let head = http::Response::from_parts(head, ());
    parse(operation, &mut to_sdk(&head, body.into_inner()))
}

#[inline]
fn parse(operation: &dyn ErasedOperation, response: &mut HttpResponse) -> Result<Output, Error> {
    let service = operation.service();
    let (protocol, layer) = service.sans_io.get(service);
    let cfg = config(service, layer, operation.name());
    operation.adapt_response(response);
    if operation.streams_response() && !operation.is_error(response) {
        return parse_head(operation, protocol, response, &cfg);
    }
    if response.body().bytes().is_none() {
        let parser = ResponseParser { protocol, response, cfg: &cfg };
        return Err(operation.unhandled(NOT_IN_MEMORY.into(), parser.origin(operation).build()));
    }
    ResponseParser { protocol, response, cfg: &cfg }.parse(operation)
}

#[inline]
fn config(service: &Service, layer: &FrozenLayer, operation: &'static str) -> ConfigBag {
    let mut metadata = Layer::new(operation);
    metadata.store_put(service.metadata(operation));
    let mut cfg = ConfigBag::base();
    cfg.push_shared_layer(layer.clone()).push_layer(metadata);
    cfg
}

/// Converts a response. A header that is not UTF-8 is an error if a member is bound to it, as in a call of a client.
#[inline]
pub(super) fn to_sdk<B>(response: &http::Response<B>, body: SdkBody) -> HttpResponse {
    let mut converted = HttpResponse::new(StatusCode::from(response.status()), body);
    if let Ok(headers) = Headers::try_from(response.headers().clone()) {
        *converted.headers_mut() = headers;
    }
    converted
}
