//! Receiver of the events of a response.

use std::fmt;

use aws_smithy_eventstream::frame::{UnmarshallMessage, UnmarshalledMessage};
use aws_smithy_runtime_api::client::result::{ConnectorError, SdkError};
use aws_smithy_types::{
    body::SdkBody,
    event_stream::{Message, RawMessage},
};
use http_body_util::BodyExt as _;

use super::{
    EVENT_TYPE, EventFormat, IncomingError,
    decode::{Decoder, header},
    frame::{FrameBuffer, FrameError},
};
use crate::wire::Readable;

/// Receiver of the events of a response. Dropping it closes the stream.
pub struct EventReceiver<T, E> {
    /// The decoder of messages, unless the stream has none.
    decoder: Option<(Box<Unmarshall<T, E>>, EventFormat)>,
    /// The rest of the body, until the stream has ended.
    body: Option<SdkBody>,
    buffer: FrameBuffer,
    /// The first message, if it was not an initial response.
    first: Option<Message>,
}

type Unmarshall<T, E> = dyn UnmarshallMessage<Output = T, Error = E> + Send + Sync;

impl<T, E> EventReceiver<T, E> {
    /// Creates a receiver of the events in `body`.
    #[doc(hidden)]
    pub fn new(format: EventFormat, body: SdkBody) -> Self
    where
        T: Readable + 'static,
        E: IncomingError,
    {
        let decoder: Box<Unmarshall<T, E>> = Box::new(Decoder::new(format.clone()));
        Self { decoder: Some((decoder, format)), body: Some(body), ..Self::empty() }
    }

    /// Creates a receiver of a stream without events.
    #[doc(hidden)]
    #[must_use]
    pub fn empty() -> Self {
        Self { decoder: None, body: None, buffer: FrameBuffer::default(), first: None }
    }

    /// Waits for the next event. Returns `None` after the last one.
    ///
    /// The stream ends with the first error. The call can be cancelled without losing events.
    ///
    /// # Errors
    ///
    /// Returns a service error if the service sent an error, a response error if a message is corrupt or cannot be read, or if the
    /// stream ended inside of a message, and a dispatch failure if the connection failed.
    pub async fn recv(&mut self) -> Result<Option<T>, SdkError<E, RawMessage>> {
        let Some(message) = self.next_message().await? else { return Ok(None) };
        let Some((decoder, format)) = &self.decoder else { return Ok(None) };
        let error = match decoder.unmarshall(&message) {
            Ok(UnmarshalledMessage::Event(event)) => return Ok(Some(event)),
            Ok(UnmarshalledMessage::Error(error)) => SdkError::service_error(error, format.raw(message)),
            Err(error) => SdkError::response_error(error, format.raw(message)),
        };
        self.body = None;
        Err(error)
    }

    /// Receives the initial response. Another message is kept as the first event.
    pub(super) async fn initial_response(&mut self) -> Result<Option<Message>, SdkError<E, RawMessage>> {
        let message = self.next_message().await?;
        let is_initial = |message: &Message| {
            let value = header(message, EVENT_TYPE).and_then(|value| value.as_string().ok());
            value.is_some_and(|value| value.as_str() == "initial-response")
        };
        match message {
            Some(message) if is_initial(&message) => Ok(Some(message)),
            other => {
                self.first = other;
                Ok(None)
            }
        }
    }

    pub(super) fn format(&self) -> Option<&EventFormat> {
        self.decoder.as_ref().map(|(_, format)| format)
    }

    async fn next_message(&mut self) -> Result<Option<Message>, SdkError<E, RawMessage>> {
        if let Some(message) = self.first.take() {
            return Ok(Some(message));
        }
        loop {
            let Some(body) = &mut self.body else { return Ok(None) };
            match self.buffer.next() {
                Ok(Some(message)) => return Ok(Some(message)),
                Ok(None) => {}
                Err(error) => return Err(self.fail(error)),
            }
            match body.frame().await.transpose() {
                Ok(Some(frame)) => {
                    // Trailers have no meaning.
                    _ = frame.into_data().map(|data| self.buffer.push(data));
                }
                Ok(None) => {
                    self.buffer.finish().map_err(|error| self.fail(error))?;
                    self.body = None;
                }
                Err(error) => {
                    self.body = None;
                    return Err(SdkError::dispatch_failure(ConnectorError::io(error)));
                }
            }
        }
    }

    /// Ends the stream with the bytes that cannot be decoded.
    fn fail(&mut self, error: FrameError) -> SdkError<E, RawMessage> {
        self.body = None;
        let rest = self.buffer.take();
        let raw = self.format().map_or(RawMessage::invalid(None), |format| format.invalid(rest));
        SdkError::response_error(error, raw)
    }
}

impl<T, E> fmt::Debug for EventReceiver<T, E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("EventReceiver").finish_non_exhaustive()
    }
}
