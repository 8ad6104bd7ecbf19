//! Bodies of requests that are event streams.

use std::{
    pin::Pin,
    task::{Context, Poll},
};

use aws_smithy_eventstream::frame::{DeferredSigner, DeferredSignerSender};
use aws_smithy_http::event_stream::{EventOrInitial, EventOrInitialMarshaller};
use aws_smithy_schema::serde::SerializableStruct;
use aws_smithy_types::{body::SdkBody, event_stream::Message};
use bytes::Bytes;
use futures_core::Stream;
use http_body_util::StreamBody;

use super::{
    EventFormat, EventStreamSender, OutgoingError,
    encode::{ErrorEncoder, EventEncoder},
    initial::initial_request,
};

/// The events of an input, with their types erased.
pub trait OutgoingEvents: Send + Sync {
    /// Returns the body of the request, and the channel to it of the signer of its messages. `head` is the body that the protocol
    /// serialized, which is the first message if the protocol has initial messages.
    fn into_body(self: Box<Self>, format: EventFormat, head: Bytes) -> (SdkBody, DeferredSignerSender);
}

impl<T, E> OutgoingEvents for EventStreamSender<T, E>
where
    T: SerializableStruct + Send + Sync + 'static,
    E: OutgoingError,
{
    fn into_body(self: Box<Self>, format: EventFormat, head: Bytes) -> (SdkBody, DeferredSignerSender) {
        let (signer, sender) = DeferredSigner::new();
        let initial = format.has_initial_messages().then(|| initial_request(&format, head));
        let messages = EventStreamSender::from(WithInitial { initial, events: self.into_inner() });
        let encoder = EventOrInitialMarshaller::new(EventEncoder::<T>::new(format.clone()));
        let body = messages.into_body_stream(encoder, ErrorEncoder::<E>::new(format), signer);
        (SdkBody::from_body_1_x(StreamBody::new(body)), sender)
    }
}

type Events<T, E> = Pin<Box<dyn Stream<Item = Result<T, E>> + Send + Sync>>;

/// Events after an initial message.
struct WithInitial<T, E> {
    initial: Option<Message>,
    events: Events<T, E>,
}

impl<T, E> Stream for WithInitial<T, E> {
    type Item = Result<EventOrInitial<T>, E>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        match self.initial.take() {
            Some(message) => Poll::Ready(Some(Ok(EventOrInitial::InitialMessage(message)))),
            None => self.events.as_mut().poll_next(cx).map(|event| Some(event?.map(EventOrInitial::Event))),
        }
    }
}

/// Creates a stream without events, for an input whose stream has been moved into its request.
#[must_use]
pub fn no_events<T, E>() -> EventStreamSender<T, E>
where
    T: Send + Sync + 'static,
    E: Send + Sync + 'static,
{
    struct Empty<T>(std::marker::PhantomData<fn() -> T>);

    impl<T> Stream for Empty<T> {
        type Item = T;

        fn poll_next(self: Pin<&mut Self>, _cx: &mut Context<'_>) -> Poll<Option<T>> {
            Poll::Ready(None)
        }
    }

    EventStreamSender::from(Empty(std::marker::PhantomData))
}
