//! Parsing of responses.

use aws_smithy_runtime_api::{
    box_error::BoxError,
    client::{
        interceptors::context::{Error, Output},
        orchestrator::HttpResponse,
    },
};
use aws_smithy_schema::{
    Schema, prelude,
    protocol::SharedClientProtocol,
    serde::{SerdeError, ShapeDeserializer},
};
use aws_smithy_types::{Document, config_bag::ConfigBag};

use super::ErasedOperation;
use crate::wire::{LenientReader, StrictReader};

/// A response, with the protocol and configuration that parse it.
pub struct ResponseParser<'a> {
    pub protocol: &'a SharedClientProtocol,
    pub response: &'a HttpResponse,
    pub cfg: &'a ConfigBag,
    /// `true` to reject responses that deviate from the model.
    pub is_strict: bool,
}

/// Part of the model that a body is read as.
#[derive(Clone, Copy)]
enum Body<'a> {
    Output(&'a Schema<'a>),
    Error,
}

/// Reads a body and stores the value. It is not generic, so that the code around it is compiled once.
type Read<'a> = dyn FnMut(&mut dyn ShapeDeserializer) -> Result<(), SerdeError> + 'a;

impl<'a> ResponseParser<'a> {
    /// Parses the response to `operation`.
    pub fn parse(&self, operation: &dyn ErasedOperation) -> Result<Output, Error> {
        if operation.is_error(self.response) { Err(self.error(operation)) } else { self.output(operation) }
    }

    fn output(&self, operation: &dyn ErasedOperation) -> Result<Output, Error> {
        let body = Body::Output(operation.schema().output());
        let headers = self.response.headers();
        let mut output = None;
        let read = self.read(body, &mut |reader| {
            output = Some(operation.read_output(reader, headers)?);
            Ok(())
        });
        let unhandled = |error: BoxError| operation.unhandled(error, self.origin(operation).build());
        read.map_err(|error| unhandled(error.into()))?;
        // `read` succeeds only after the output has been stored.
        output.ok_or_else(|| unhandled("the response was not read".into()))
    }

    fn error(&self, operation: &dyn ErasedOperation) -> Error {
        let metadata = self.metadata(operation);
        let mut modelled = None;
        let read = metadata.code().map_or(Ok(()), |code| {
            self.read(Body::Error, &mut |reader| {
                modelled = operation.read_error(code, reader, &metadata)?;
                Ok(())
            })
        });
        match (read, modelled) {
            // The message may be that of a sensitive member, which has not been read.
            (Err(error), _) => {
                operation.unhandled(error.into(), Self::without_sensitive(metadata, operation))
            }
            (Ok(()), Some(error)) => error,
            (Ok(()), None) => operation.unhandled(metadata.clone().into(), metadata),
        }
    }

    /// Reads by the schema. If that fails and the parser is not strict, reads a JSON body again by [`LenientReader`]. If
    /// both fail, the first error is returned, because it describes the body.
    fn read(&self, body: Body<'_>, read: &mut Read<'_>) -> Result<(), SerdeError> {
        let error = match self.read_by_schema(body, read) {
            Ok(()) => return Ok(()),
            Err(error) => error,
        };
        let Some(document) = self.document(body) else {
            return Err(error);
        };
        tracing::debug!(%error, "the response deviates from the model");
        let uses_json_names = self.protocol.protocol_id().as_str() == "aws.protocols#restJson1";
        read(&mut LenientReader::new(&document, uses_json_names)).or(Err(error))
    }

    fn read_by_schema(&self, body: Body<'_>, read: &mut Read<'_>) -> Result<(), SerdeError> {
        let mut reader = self.reader(body)?;
        if self.is_strict { read(&mut StrictReader::new(&mut *reader)) } else { read(&mut *reader) }
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

    /// Returns the body as a document, unless the reader is strict or the protocol has no documents.
    fn document(&self, body: Body<'_>) -> Option<Document> {
        // A protocol does not expose the media type of its bodies; that of its event streams is the same.
        let is_json = self.protocol.event_stream_media_type() == Some("application/json");
        if self.is_strict || !is_json {
            return None;
        }
        self.reader(body).ok()?.read_document(&prelude::DOCUMENT).ok()
    }
}
