//! Request serializer and response deserializer of operations.

use std::fmt;

use aws_smithy_runtime_api::{
    box_error::BoxError,
    client::{
        interceptors::context::{Input, OutputOrError},
        orchestrator::{HttpRequest, HttpResponse},
        ser_de::{DeserializeResponse, SerializeRequest},
    },
};
use aws_smithy_schema::protocol::SharedClientProtocol;
use aws_smithy_types::{config_bag::ConfigBag, error::metadata::ErrorMetadata};
use aws_types::request_id::RequestId;

use super::plugin::AsSerializable;
#[cfg(feature = "event-stream")]
use crate::protocol::RequestBody;
use crate::protocol::{ErasedOperation, ResponseParser, parse_head, serialize};

const NO_PROTOCOL: &str = "the configuration has no protocol";

pub(super) struct RequestSerializer {
    pub(super) operation: &'static dyn ErasedOperation,
    pub(super) as_serializable: AsSerializable,
}

impl fmt::Debug for RequestSerializer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("RequestSerializer").field(&self.operation.name()).finish()
    }
}

impl SerializeRequest for RequestSerializer {
    fn serialize_input(&self, mut input: Input, cfg: &mut ConfigBag) -> Result<HttpRequest, BoxError> {
        let body = self.operation.take_body(&mut input);
        #[cfg(feature = "event-stream")]
        let body = body.map(|body| with_signer(body, cfg));
        let structure = (self.as_serializable)(&input)
            .ok_or_else(|| format!("{input:?} is not the input of {}", self.operation.name()))?;
        let protocol = cfg.load::<SharedClientProtocol>().ok_or(NO_PROTOCOL)?;
        Ok(serialize(self.operation, protocol, structure, body, cfg)?)
    }
}

/// Stores the channel by which the signer of messages reaches the events of a request.
#[cfg(feature = "event-stream")]
fn with_signer(mut body: RequestBody, cfg: &mut ConfigBag) -> RequestBody {
    if let RequestBody::Events(events) = &mut body {
        cfg.interceptor_state().store_or_unset(events.take_signer());
    }
    body
}

pub(super) struct ResponseDeserializer {
    pub(super) operation: &'static dyn ErasedOperation,
}

impl fmt::Debug for ResponseDeserializer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("ResponseDeserializer").field(&self.operation.name()).finish()
    }
}

impl DeserializeResponse for ResponseDeserializer {
    /// Parses the head of a response whose body is a stream of the output. The body of an error is read first.
    fn deserialize_streaming_with_config(
        &self,
        response: &mut HttpResponse,
        cfg: &ConfigBag,
    ) -> Option<OutputOrError> {
        if !self.operation.streams_response() || self.operation.is_error(response) {
            return None;
        }
        tracing::debug!(request_id = ?response.request_id());
        let protocol = cfg.load::<SharedClientProtocol>()?;
        Some(parse_head(self.operation, protocol, response, cfg).map_err(Into::into))
    }

    fn deserialize_nonstreaming_with_config(
        &self,
        response: &HttpResponse,
        cfg: &ConfigBag,
    ) -> OutputOrError {
        tracing::debug!(request_id = ?response.request_id());
        let Some(protocol) = cfg.load::<SharedClientProtocol>() else {
            return Err(self.operation.unhandled(NO_PROTOCOL.into(), ErrorMetadata::default()).into());
        };
        ResponseParser { protocol, response, cfg }.parse(self.operation).map_err(Into::into)
    }
}
