//! Messages from events and errors.

use std::{fmt, marker::PhantomData};

use aws_smithy_eventstream::{error::Error, frame::MarshallMessage};
use aws_smithy_schema::serde::{SerdeError, SerializableStruct};
use aws_smithy_types::{
    error::{metadata::ProvideErrorMetadata, operation::BuildError},
    event_stream::{Header, HeaderValue, Message},
};

use super::{
    CONTENT_TYPE, ERROR_CODE, ERROR_MESSAGE, EVENT_TYPE, EXCEPTION_TYPE, EventFormat, MESSAGE_TYPE,
    OutgoingError,
    union::VariantWriter,
    writer::{Parts, write_event},
};
use crate::service::Service;

/// Code of errors that have none.
const INTERNAL_ERROR: &str = "InternalError";

/// Encodes an event as a message in the default protocol of the service.
pub fn encode(service: &Service, event: &dyn SerializableStruct) -> Result<Message, BuildError> {
    event_message(&EventFormat::of(service), event).map_err(BuildError::other)
}

/// Encodes an error as a message in the default protocol of the service.
pub fn encode_error(service: &Service, error: &impl OutgoingError) -> Result<Message, BuildError> {
    error_message(&EventFormat::of(service), error).map_err(BuildError::other)
}

/// Encodes the events of a stream of `T`.
pub(super) struct EventEncoder<T> {
    format: EventFormat,
    event: PhantomData<fn(T)>,
}

/// Encodes the errors of a stream.
pub(super) struct ErrorEncoder<E> {
    format: EventFormat,
    error: PhantomData<fn(E)>,
}

impl<T> EventEncoder<T> {
    pub(super) fn new(format: EventFormat) -> Self {
        Self { format, event: PhantomData }
    }
}

impl<E> ErrorEncoder<E> {
    pub(super) fn new(format: EventFormat) -> Self {
        Self { format, error: PhantomData }
    }
}

impl<T> fmt::Debug for EventEncoder<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("EventEncoder").field("format", &self.format).finish_non_exhaustive()
    }
}

impl<E> fmt::Debug for ErrorEncoder<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ErrorEncoder").field("format", &self.format).finish_non_exhaustive()
    }
}

impl<T: SerializableStruct> MarshallMessage for EventEncoder<T> {
    type Input = T;

    fn marshall(&self, event: T) -> Result<Message, Error> {
        event_message(&self.format, &event).map_err(|error| not_encoded(&error))
    }
}

impl<E: OutgoingError> MarshallMessage for ErrorEncoder<E> {
    type Input = E;

    fn marshall(&self, error: E) -> Result<Message, Error> {
        error_message(&self.format, &error).map_err(|error| not_encoded(&error))
    }
}

fn not_encoded(error: &SerdeError) -> Error {
    Error::marshalling(error.to_string())
}

fn event_message(format: &EventFormat, event: &dyn SerializableStruct) -> Result<Message, SerdeError> {
    let mut writer = VariantWriter { format, message: None };
    event.serialize_members(&mut writer)?;
    writer.message.ok_or_else(|| SerdeError::custom("the event has no variant"))
}

/// Creates the message of an event whose variant has the wire name `variant`.
pub(super) fn variant_message(
    format: &EventFormat,
    variant: &str,
    event: &dyn SerializableStruct,
) -> Result<Message, SerdeError> {
    Ok(message("event", EVENT_TYPE, variant, write_event(format, event)?))
}

/// An error that the model does not list is sent with its code and message.
fn error_message<E: OutgoingError>(format: &EventFormat, error: &E) -> Result<Message, SerdeError> {
    if let Some((variant, error)) = error.variant() {
        return Ok(message("exception", EXCEPTION_TYPE, variant, write_event(format, error)?));
    }
    let code = ProvideErrorMetadata::code(error).unwrap_or(INTERNAL_ERROR);
    let text = ProvideErrorMetadata::message(error).map_or_else(|| error.to_string(), str::to_owned);
    let headers = vec![
        text_header(MESSAGE_TYPE, "error"),
        text_header(ERROR_CODE, code),
        text_header(ERROR_MESSAGE, &text),
    ];
    Ok(Message::new_from_parts(headers, Vec::new()))
}

/// Creates a message, with its headers in the order of the specification.
pub(super) fn message(message_type: &str, kind: &'static str, variant: &str, parts: Parts) -> Message {
    let described = [text_header(MESSAGE_TYPE, message_type), text_header(kind, variant)];
    let content_type = parts.content_type.map(|media_type| text_header(CONTENT_TYPE, &media_type));
    let headers = described.into_iter().chain(content_type).chain(parts.headers).collect();
    Message::new_from_parts(headers, parts.payload)
}

fn text_header(name: &'static str, value: &str) -> Header {
    Header::new(name, HeaderValue::String(value.to_owned().into()))
}
