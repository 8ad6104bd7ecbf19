// Copied by tinsmith from its support code. Do not edit.

//! The client's way from inputs to requests and from responses to outputs.

use std::fmt;

use aws_smithy_runtime_api::{
    box_error::BoxError,
    client::{
        interceptors::context::{Input, OutputOrError},
        orchestrator::{HttpRequest, HttpResponse},
        ser_de::{DeserializeResponse, SerializeRequest},
    },
};
use aws_smithy_schema::{protocol::SharedClientProtocol, serde::SerializableStruct};
use aws_smithy_types::{config_bag::ConfigBag, error::metadata::ErrorMetadata};
use aws_types::request_id::RequestId;

use crate::{
    config::StrictResponses,
    exchange::{Answer, ErasedOperation, serialize},
};

const NO_PROTOCOL: &str = "the configuration holds no protocol";

pub(super) struct RequestWriter {
    pub(super) operation: &'static dyn ErasedOperation,
    /// The input as a structure, if it is the operation's.
    pub(super) structure: fn(&Input) -> Option<&dyn SerializableStruct>,
}

impl fmt::Debug for RequestWriter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("RequestWriter").field(&self.operation.name()).finish()
    }
}

impl SerializeRequest for RequestWriter {
    fn serialize_input(&self, input: Input, cfg: &mut ConfigBag) -> Result<HttpRequest, BoxError> {
        let structure = (self.structure)(&input)
            .ok_or_else(|| format!("{input:?} is not the input of {}", self.operation.name()))?;
        let protocol = cfg.load::<SharedClientProtocol>().ok_or(NO_PROTOCOL)?;
        Ok(serialize(protocol, self.operation.schema().input(), structure, cfg)?)
    }
}

pub(super) struct ResponseReader {
    pub(super) operation: &'static dyn ErasedOperation,
}

impl fmt::Debug for ResponseReader {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("ResponseReader").field(&self.operation.name()).finish()
    }
}

impl DeserializeResponse for ResponseReader {
    fn deserialize_nonstreaming_with_config(
        &self,
        response: &HttpResponse,
        cfg: &ConfigBag,
    ) -> OutputOrError {
        tracing::debug!(request_id = ?response.request_id());
        let Some(protocol) = cfg.load::<SharedClientProtocol>() else {
            return Err(self.operation.unhandled(NO_PROTOCOL.into(), ErrorMetadata::default()).into());
        };
        let strict = cfg.load::<StrictResponses>().is_some_and(|strict| strict.0);
        Answer { protocol, response, cfg, strict }.parse(self.operation).map_err(Into::into)
    }
}
