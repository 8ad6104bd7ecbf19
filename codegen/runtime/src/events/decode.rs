//! Events and errors from messages.

use std::{fmt, marker::PhantomData};

use aws_smithy_eventstream::{
    error::Error,
    frame::{UnmarshallMessage, UnmarshalledMessage},
};
use aws_smithy_schema::prelude;
use aws_smithy_types::{
    error::metadata::{Builder, ErrorMetadata},
    event_stream::{Header, HeaderValue, Message},
    str_bytes::StrBytes,
};

use super::{
    ERROR_CODE, ERROR_MESSAGE, EVENT_TYPE, EXCEPTION_TYPE, EventFormat, IncomingError, MESSAGE_TYPE,
    reader::EventReader,
};
use crate::{service::Service, wire::Readable};

/// Decodes a message of a stream of the service, in its default protocol.
pub fn decode<T: Readable, E: IncomingError>(service: &Service, message: &Message) -> Result<T, E> {
    match read(&EventFormat::of(service), message) {
        Ok(UnmarshalledMessage::Event(event)) => Ok(event),
        Ok(UnmarshalledMessage::Error(error)) => Err(error),
        Err(error) => Err(E::create_unhandled_error(error.into(), None)),
    }
}

/// Decodes the messages of a stream of `T` and `E`.
pub(super) struct Decoder<T, E> {
    format: EventFormat,
    types: PhantomData<fn() -> (T, E)>,
}

impl<T, E> Decoder<T, E> {
    pub(super) fn new(format: EventFormat) -> Self {
        Self { format, types: PhantomData }
    }
}

impl<T, E> fmt::Debug for Decoder<T, E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Decoder").field("format", &self.format).finish_non_exhaustive()
    }
}

impl<T: Readable, E: IncomingError> UnmarshallMessage for Decoder<T, E> {
    type Output = T;
    type Error = E;

    fn unmarshall(&self, message: &Message) -> Result<UnmarshalledMessage<T, E>, Error> {
        read(&self.format, message)
    }
}

fn read<T: Readable, E: IncomingError>(
    format: &EventFormat,
    message: &Message,
) -> Result<UnmarshalledMessage<T, E>, Error> {
    match required(message, MESSAGE_TYPE)? {
        "event" => {
            let mut reader = EventReader { format, message, variant: required(message, EVENT_TYPE)? };
            let event = T::read(&mut reader, &prelude::DOCUMENT);
            event.map(UnmarshalledMessage::Event).map_err(|error| Error::unmarshalling(error.to_string()))
        }
        "exception" => {
            let variant = required(message, EXCEPTION_TYPE)?;
            Ok(UnmarshalledMessage::Error(exception(format, message, variant)))
        }
        "error" => {
            let metadata = unmodelled(message)?;
            Ok(UnmarshalledMessage::Error(E::create_unhandled_error(metadata.clone().into(), Some(metadata))))
        }
        other => Err(Error::unmarshalling(format!("`{MESSAGE_TYPE}` has the unknown value `{other}`"))),
    }
}

/// Reads the error of a variant. One that is unknown or unreadable keeps its code and message.
fn exception<E: IncomingError>(format: &EventFormat, message: &Message, variant: &str) -> E {
    let metadata = metadata(format, message, E::code_of(variant).unwrap_or(variant));
    let mut reader = EventReader { format, message, variant };
    match E::read(variant, &mut reader, &metadata) {
        Ok(Some(error)) => error,
        Ok(None) => E::create_unhandled_error(metadata.clone().into(), Some(metadata)),
        Err(error) => E::create_unhandled_error(error.into(), Some(metadata)),
    }
}

/// Returns code and message in a payload, with `code` if there is none.
fn metadata(format: &EventFormat, message: &Message, code: &str) -> ErrorMetadata {
    let parsed = format.error_metadata(message.payload());
    let metadata = parsed.map(Builder::build).unwrap_or_default();
    match metadata.code() {
        Some(code) if !code.is_empty() => metadata,
        _ => metadata.into_builder().code(code).build(),
    }
}

/// Returns code and message of an error that the model does not list.
fn unmodelled(message: &Message) -> Result<ErrorMetadata, Error> {
    let mut builder = ErrorMetadata::builder();
    if let Some(code) = optional(message, ERROR_CODE)? {
        builder = builder.code(code);
    }
    if let Some(text) = optional(message, ERROR_MESSAGE)? {
        builder = builder.message(text);
    }
    Ok(builder.build())
}

/// Returns the value of a header.
pub(super) fn header<'m>(message: &'m Message, name: &str) -> Option<&'m HeaderValue> {
    message.headers().iter().find(|header| header.name().as_str() == name).map(Header::value)
}

fn required<'m>(message: &'m Message, name: &str) -> Result<&'m str, Error> {
    optional(message, name)?.ok_or_else(|| Error::unmarshalling(format!("the header `{name}` is missing")))
}

fn optional<'m>(message: &'m Message, name: &str) -> Result<Option<&'m str>, Error> {
    let text = header(message, name).map(HeaderValue::as_string).transpose();
    let text = text.map_err(|_| Error::unmarshalling(format!("the header `{name}` is not a string")))?;
    Ok(text.map(StrBytes::as_str))
}
