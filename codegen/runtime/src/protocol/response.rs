//! Parsing of responses.

use std::borrow::Cow;

use aws_smithy_runtime_api::{
    box_error::BoxError,
    client::{
        interceptors::context::{Error, Output},
        orchestrator::HttpResponse,
    },
};
use aws_smithy_schema::{
    Schema,
    http_protocol::{http_error_deserializer, http_output_deserializer},
    prelude,
    protocol::SharedClientProtocol,
    serde::{SerdeError, ShapeDeserializer},
};
use aws_smithy_types::{
    body::SdkBody,
    byte_stream::ByteStream,
    config_bag::ConfigBag,
    error::metadata::{Builder, ErrorMetadata},
};
use aws_types::request_id::RequestId as _;

use super::{ErasedOperation, body_format::BodyFormat};
#[cfg(feature = "event-stream")]
use crate::events::EventFormat;
#[cfg(any(feature = "aws-query", feature = "ec2-query"))]
use crate::wire;
use crate::{
    config::StrictResponses,
    error::RequestIdExt as _,
    wire::{
        CborReader, JsonReader, LenientHeaderReader, StrictReader, cbor_error_metadata, json_error_metadata,
    },
};

/// A response, with the protocol and configuration that parse it.
pub struct ResponseParser<'a> {
    pub protocol: &'a SharedClientProtocol,
    pub response: &'a HttpResponse,
    pub cfg: &'a ConfigBag,
}

/// Part of the model that a body is read as.
#[derive(Clone, Copy)]
enum Body<'a> {
    Output(&'a Schema<'a>),
    Error,
}

/// Reads a body and stores the value. It is not generic, so that the code around it is compiled once.
type Read<'a> = dyn FnMut(&mut dyn ShapeDeserializer) -> Result<(), SerdeError> + 'a;

/// Parses the head of a successful response, and stores its body in the output as a stream that has not been read.
pub fn parse_head(
    operation: &dyn ErasedOperation,
    protocol: &SharedClientProtocol,
    response: &mut HttpResponse,
    cfg: &ConfigBag,
) -> Result<Output, Error> {
    let body = std::mem::replace(response.body_mut(), SdkBody::taken());
    let mut output = ResponseParser { protocol, response, cfg }.output(operation)?;
    #[cfg(feature = "event-stream")]
    if operation.receives_events() {
        let format = EventFormat::new(protocol, cfg).sensitive(operation.has_sensitive_response());
        operation.set_events(&mut output, body, format);
        return Ok(output);
    }
    operation.set_body(&mut output, ByteStream::new(body));
    Ok(output)
}

impl<'a> ResponseParser<'a> {
    /// Parses the response to `operation`.
    pub fn parse(&self, operation: &dyn ErasedOperation) -> Result<Output, Error> {
        if operation.is_error(self.response) { Err(self.error(operation)) } else { self.output(operation) }
    }

    fn output(&self, operation: &dyn ErasedOperation) -> Result<Output, Error> {
        let body = Body::Output(operation.schema().output());
        let request_id = self.request_id();
        let extended = self.response.extended_request_id();
        let mut output = None;
        let read = self.read(body, &mut |reader| {
            output = Some(operation.read_output(reader, request_id.as_deref(), extended)?);
            Ok(())
        });
        let unhandled = |error: BoxError| operation.unhandled(error, self.origin(operation).build());
        read.map_err(|error| unhandled(error.into()))?;
        // `read` succeeds only after the output has been stored.
        output.ok_or_else(|| unhandled("the response was not read".into()))
    }

    fn error(&self, operation: &dyn ErasedOperation) -> Error {
        let metadata = self.metadata(operation);
        match self.modelled_error(operation, &metadata) {
            // The message may be that of a sensitive member, which has not been read.
            Err(error) => operation.unhandled(error.into(), Self::without_sensitive(metadata, operation)),
            Ok(Some(error)) => error,
            Ok(None) => operation.unhandled(metadata.clone().into(), metadata),
        }
    }

    /// Reads the error that the operation models for the code of the response, or else for the code in its body.
    fn modelled_error(
        &self,
        operation: &dyn ErasedOperation,
        metadata: &ErrorMetadata,
    ) -> Result<Option<Error>, SerdeError> {
        let read = |code: &str| {
            let mut modelled = None;
            self.read(Body::Error, &mut |reader| {
                modelled = operation.read_error(code, reader, metadata)?;
                Ok(())
            })?;
            Ok(modelled)
        };
        let Some(code) = metadata.code() else { return Ok(None) };
        match read(code)? {
            None => self.code_of_body().map_or(Ok(None), |code| read(&code)),
            modelled => Ok(modelled),
        }
    }

    /// Reads a part of the response. An error mentions the content encoding, which is not decoded.
    fn read(&self, body: Body<'_>, read: &mut Read<'_>) -> Result<(), SerdeError> {
        self.read_once(body, read).map_err(|error| match self.content_encoding() {
            Some(encoding) => SerdeError::invalid_input(format!(
                "{error}; the body has the content encoding `{encoding}`, which is not decoded"
            )),
            None => error,
        })
    }

    /// Returns the encoding of the body if it has one.
    pub(super) fn content_encoding(&self) -> Option<&str> {
        let encoding = self.response.headers().get("content-encoding");
        encoding.filter(|encoding| !encoding.eq_ignore_ascii_case("identity"))
    }

    fn read_once(&self, body: Body<'_>, read: &mut Read<'_>) -> Result<(), SerdeError> {
        let is_strict = StrictResponses::load(self.cfg);
        let bytes = || self.response.body().bytes().unwrap_or_default();
        match BodyFormat::of(self.protocol) {
            BodyFormat::Json => read(&mut self.json()),
            BodyFormat::Cbor => read(&mut CborReader::new(bytes()).lenient(!is_strict)),
            BodyFormat::RestJson | BodyFormat::RestXml if !is_strict => {
                read(&mut LenientHeaderReader::new(&mut *self.reader(body)?))
            }
            BodyFormat::Other if !is_strict => read(&mut *self.reader(body)?),
            BodyFormat::RestJson | BodyFormat::RestXml | BodyFormat::Other => {
                read(&mut StrictReader::new(&mut *self.reader(body)?))
            }
        }
    }

    /// Returns the request id in the headers, or that in the body of a query protocol: emulators send no header.
    fn request_id(&self) -> Option<Cow<'_, str>> {
        if let Some(id) = self.response.request_id() {
            return Some(id.into());
        }
        #[cfg(any(feature = "aws-query", feature = "ec2-query"))]
        if matches!(self.protocol.protocol_id().as_str(), "aws.protocols#awsQuery" | "aws.protocols#ec2Query")
        {
            return wire::protocol::output_request_id(self.response.body().bytes()?).map(Cow::Owned);
        }
        None
    }

    /// Creates a reader of all parts of the response.
    fn reader(&self, body: Body<'_>) -> Result<Box<dyn ShapeDeserializer + 'a>, SerdeError> {
        let json = || self.json().json_names(true);
        match (BodyFormat::of(self.protocol), body) {
            (BodyFormat::RestJson, Body::Output(schema)) => {
                Ok(http_output_deserializer(json(), self.response, schema, self.cfg))
            }
            (BodyFormat::RestJson, Body::Error) => {
                Ok(http_error_deserializer(json(), self.response, self.cfg))
            }
            (_, Body::Output(schema)) => self.protocol.deserialize_response(self.response, schema, self.cfg),
            (_, Body::Error) => self.protocol.deserialize_error_response(self.response, self.cfg),
        }
    }

    fn json(&self) -> JsonReader<'a> {
        let bytes = self.response.body().bytes().unwrap_or_default();
        JsonReader::new(bytes).lenient(!StrictResponses::load(self.cfg))
    }

    /// Returns code and message of an error.
    pub(super) fn error_metadata(&self, response: &HttpResponse) -> Result<Builder, SerdeError> {
        let body = response.body().bytes().unwrap_or_default();
        match BodyFormat::of(self.protocol) {
            BodyFormat::Json | BodyFormat::RestJson => json_error_metadata(body, response.headers()),
            BodyFormat::Cbor => cbor_error_metadata(body, response.headers()),
            BodyFormat::RestXml | BodyFormat::Other => self.protocol.parse_error_metadata(response, self.cfg),
        }
    }

    /// Returns a string of a JSON error body.
    pub(super) fn text(&self, key: &str) -> Option<String> {
        let document = self.json().read_document(&prelude::DOCUMENT).ok()?;
        document.as_object()?.get(key)?.as_string().map(str::to_owned)
    }
}
