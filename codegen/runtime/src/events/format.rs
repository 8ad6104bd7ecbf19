//! The format of payloads, which is that of the protocol.

use aws_smithy_runtime_api::http::Headers;
use aws_smithy_schema::{
    codec::DynCodec,
    protocol::SharedClientProtocol,
    serde::{SerdeError, ShapeDeserializer},
};
use aws_smithy_types::{
    config_bag::ConfigBag,
    error::metadata::Builder,
    event_stream::{Message, RawMessage},
};
use bytes::Bytes;

#[cfg(feature = "rest-xml")]
use crate::wire::XmlReader;
use crate::{
    config::StrictResponses,
    protocol::BodyFormat,
    service::Service,
    wire::{CborReader, JsonReader, StrictReader, cbor_error_metadata, json_error_metadata},
};

/// The protocol of a stream, and whether messages that deviate from the model are rejected.
#[derive(Clone, Debug)]
pub struct EventFormat {
    protocol: SharedClientProtocol,
    is_strict: bool,
    /// True if errors must not contain messages.
    is_sensitive: bool,
}

/// Reads a payload and stores the value.
pub(super) type Read<'a> = dyn FnMut(&mut dyn ShapeDeserializer) -> Result<(), SerdeError> + 'a;

impl EventFormat {
    /// Creates the format of the messages of a call.
    #[must_use]
    pub fn new(protocol: &SharedClientProtocol, cfg: &ConfigBag) -> Self {
        Self { protocol: protocol.clone(), is_strict: StrictResponses::load(cfg), is_sensitive: false }
    }

    /// Creates the default format of a service.
    pub(super) fn of(service: &Service) -> Self {
        let protocol = service.sans_io.protocol(service).clone();
        Self { protocol, is_strict: false, is_sensitive: false }
    }

    /// Sets whether messages may have sensitive values, which errors do not show.
    #[must_use]
    pub fn sensitive(mut self, is_sensitive: bool) -> Self {
        self.is_sensitive = is_sensitive;
        self
    }

    /// Returns a message for the error that it causes.
    pub(super) fn raw(&self, message: Message) -> RawMessage {
        if self.is_sensitive { RawMessage::invalid(None) } else { RawMessage::Decoded(message) }
    }

    /// Returns bytes for the error that they cause.
    pub(super) fn invalid(&self, bytes: Bytes) -> RawMessage {
        RawMessage::invalid((!self.is_sensitive && !bytes.is_empty()).then_some(bytes))
    }

    /// Returns the media type of payloads that are structures.
    pub(super) fn media_type(&self) -> Option<String> {
        self.protocol.event_stream_media_type().map(str::to_owned)
    }

    pub(super) fn codec(&self) -> Result<&dyn DynCodec, SerdeError> {
        let codec = self.protocol.payload_codec();
        codec.ok_or_else(|| {
            let protocol = self.protocol.protocol_id().as_str();
            SerdeError::unsupported(format!("the protocol `{protocol}` has no event streams"))
        })
    }

    /// Returns true if the other members of an input or output are in the first message. With HTTP bindings they are in the head
    /// of the request or response.
    pub(super) fn has_initial_messages(&self) -> bool {
        !matches!(self.protocol.protocol_id().as_str(), "aws.protocols#restJson1" | "aws.protocols#restXml")
    }

    /// Returns code and message in the payload of an error.
    pub(super) fn error_metadata(&self, payload: &[u8]) -> Result<Builder, SerdeError> {
        match BodyFormat::of(&self.protocol) {
            BodyFormat::Json | BodyFormat::RestJson => json_error_metadata(payload, &Headers::new()),
            BodyFormat::Cbor => cbor_error_metadata(payload, &Headers::new()),
            BodyFormat::RestXml | BodyFormat::Other => {
                self.protocol.parse_event_stream_error_metadata(payload)
            }
        }
    }

    /// Reads a payload by its schema.
    pub(super) fn read(&self, payload: &[u8], read: &mut Read<'_>) -> Result<(), SerdeError> {
        let is_lenient = !self.is_strict;
        match BodyFormat::of(&self.protocol) {
            BodyFormat::Json => read(&mut JsonReader::new(payload).lenient(is_lenient)),
            BodyFormat::RestJson => read(&mut JsonReader::new(payload).lenient(is_lenient).json_names(true)),
            BodyFormat::Cbor => read(&mut CborReader::new(payload).lenient(is_lenient)),
            BodyFormat::RestXml | BodyFormat::Other => self.read_other(payload, read),
        }
    }

    fn read_other(&self, payload: &[u8], read: &mut Read<'_>) -> Result<(), SerdeError> {
        let mut reader = self.reader(payload)?;
        if self.is_strict {
            return read(&mut StrictReader::new(&mut *reader));
        }
        read(&mut *reader)
    }

    /// Creates a reader of a payload. XML is read by the reader of bodies, as upstream's does not read CDATA.
    fn reader<'a>(&self, payload: &'a [u8]) -> Result<Box<dyn ShapeDeserializer + 'a>, SerdeError> {
        #[cfg(feature = "rest-xml")]
        if BodyFormat::of(&self.protocol) == BodyFormat::RestXml {
            return Ok(Box::new(XmlReader::new(payload)?.lenient(!self.is_strict)));
        }
        Ok(self.codec()?.create_deserializer(payload))
    }
}
