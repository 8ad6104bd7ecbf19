//! Parsing of responses.

use std::{borrow::Cow, collections::HashMap};

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
    Document, body::SdkBody, byte_stream::ByteStream, config_bag::ConfigBag, error::metadata::ErrorMetadata,
};
use aws_types::request_id::RequestId as _;

use super::{ErasedOperation, deviating::Deviating};
#[cfg(feature = "event-stream")]
use crate::events::EventFormat;
#[cfg(any(feature = "aws-query", feature = "ec2-query"))]
use crate::wire;
use crate::{
    config::StrictResponses,
    error::RequestIdExt as _,
    wire::{LenientHeaderReader, LenientReader, StrictReader},
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

    /// Reads by the schema. If that fails and the parser is not strict, reads the response again, leniently. If both fail,
    /// the first error is returned, because it describes the body.
    fn read(&self, body: Body<'_>, read: &mut Read<'_>) -> Result<(), SerdeError> {
        let error = match self.read_by_schema(body, read) {
            Ok(()) => return Ok(()),
            Err(error) => error,
        };
        let Some(deviating) = Deviating::of(self.protocol).filter(|_| !StrictResponses::load(self.cfg))
        else {
            return Err(error);
        };
        tracing::debug!(%error, "the response deviates from the model");
        self.read_leniently(body, deviating, read).or(Err(error))
    }

    fn read_by_schema(&self, body: Body<'_>, read: &mut Read<'_>) -> Result<(), SerdeError> {
        let mut reader = self.reader(body)?;
        if StrictResponses::load(self.cfg) {
            return read(&mut StrictReader::new(&mut *reader));
        }
        read(&mut *reader)
    }

    fn read_leniently(
        &self,
        body: Body<'_>,
        deviating: Deviating,
        read: &mut Read<'_>,
    ) -> Result<(), SerdeError> {
        let mut reader = self.reader(body)?;
        match deviating {
            Deviating::Json => {
                let document = reader.read_document(&prelude::DOCUMENT)?;
                read(&mut LenientReader::new(&document, false))
            }
            Deviating::JsonAndHeaders => {
                let document = self.document(&mut *reader);
                let document = LenientReader::new(&document, true);
                let mut reader = match body {
                    Body::Output(schema) => {
                        http_output_deserializer(document, self.response, schema, self.cfg)
                    }
                    Body::Error => http_error_deserializer(document, self.response, self.cfg),
                };
                read(&mut LenientHeaderReader::new(&mut *reader))
            }
            Deviating::Headers => read(&mut LenientHeaderReader::new(&mut *reader)),
        }
    }

    /// Returns a JSON body as a document. It may be empty or not JSON if all members are in other parts of the response.
    fn document(&self, reader: &mut dyn ShapeDeserializer) -> Document {
        if self.response.body().bytes().is_none_or(<[u8]>::is_empty) {
            return Document::Object(HashMap::new());
        }
        reader.read_document(&prelude::DOCUMENT).unwrap_or(Document::Null)
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

    fn reader(&self, body: Body<'_>) -> Result<Box<dyn ShapeDeserializer + 'a>, SerdeError> {
        match body {
            Body::Output(schema) => self.protocol.deserialize_response(self.response, schema, self.cfg),
            Body::Error => self.protocol.deserialize_error_response(self.response, self.cfg),
        }
    }

    /// Returns a string of a JSON error body.
    pub(super) fn text(&self, key: &str) -> Option<String> {
        let document = self.reader(Body::Error).ok()?.read_document(&prelude::DOCUMENT).ok()?;
        document.as_object()?.get(key)?.as_string().map(str::to_owned)
    }
}
