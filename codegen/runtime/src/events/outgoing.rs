//! Bodies of requests that are event streams.

use std::{
    pin::Pin,
    task::{Context, Poll},
};

use aws_smithy_eventstream::frame::{DeferredSigner, DeferredSignerSender};
use aws_smithy_http::event_stream::{EventOrInitial, EventOrInitialMarshaller};
use aws_smithy_runtime_api::client::orchestrator::HttpRequest;
use aws_smithy_schema::{header_omit_settings::SharedHeaderOmitSettings, serde::SerializableStruct};
use aws_smithy_types::{body::SdkBody, config_bag::ConfigBag, event_stream::Message};
use bytes::Bytes;
use futures_core::Stream;
use http::header::{ACCEPT, CONTENT_LENGTH, CONTENT_TYPE};
use http_body_util::StreamBody;

use super::{
    EventFormat, EventStreamSender, OutgoingError,
    encode::{ErrorEncoder, EventEncoder},
    initial::initial_request,
};

/// Media type of requests with events.
const MEDIA_TYPE: &str = "application/vnd.amazon.eventstream";

/// Adds event streams to the media types that a request accepts, if the protocol lists any.
pub fn accept_events(request: &mut HttpRequest) {
    if let Some(accepted) = request.headers().get(ACCEPT) {
        let accepted = format!("{MEDIA_TYPE}, {accepted}");
        request.headers_mut().insert(ACCEPT, accepted);
    }
}

/// The events of an input, with their types erased.
///
/// The signer of messages is known only after the head of the request is signed, and is sent to the body then. Messages are not
/// signed if there is none.
pub struct EventBody {
    events: Box<dyn OutgoingEvents>,
    signer: DeferredSigner,
    sender: Option<DeferredSignerSender>,
}

impl EventBody {
    /// Takes the events of an input.
    pub fn take<T, E>(events: &mut EventStreamSender<T, E>) -> Self
    where
        T: SerializableStruct + Send + Sync + 'static,
        E: OutgoingError,
    {
        let (signer, sender) = DeferredSigner::new();
        Self { events: Box::new(std::mem::replace(events, no_events())), signer, sender: Some(sender) }
    }

    /// Takes the channel by which the signer of messages arrives.
    pub fn take_signer(&mut self) -> Option<DeferredSignerSender> {
        self.sender.take()
    }

    /// Replaces the body of a request by the events. The body that the protocol serialized is the first message if the protocol
    /// has initial messages.
    pub fn set_body(self, request: &mut HttpRequest, format: EventFormat, cfg: &ConfigBag) {
        let head = request.body().bytes().map(Bytes::copy_from_slice).unwrap_or_default();
        let initial = format.has_initial_messages().then(|| initial_request(&format, head));
        *request.body_mut() = self.events.into_body(format, initial, self.signer);
        let headers = request.headers_mut();
        headers.remove(CONTENT_LENGTH);
        let omitted = cfg.load::<SharedHeaderOmitSettings>();
        if omitted.is_some_and(|settings| settings.should_omit_default_content_type()) {
            headers.remove(CONTENT_TYPE);
        } else {
            headers.insert(CONTENT_TYPE, MEDIA_TYPE);
        }
    }
}

trait OutgoingEvents: Send + Sync {
    fn into_body(
        self: Box<Self>,
        format: EventFormat,
        initial: Option<Message>,
        signer: DeferredSigner,
    ) -> SdkBody;
}

impl<T, E> OutgoingEvents for EventStreamSender<T, E>
where
    T: SerializableStruct + Send + Sync + 'static,
    E: OutgoingError,
{
    fn into_body(
        self: Box<Self>,
        format: EventFormat,
        initial: Option<Message>,
        signer: DeferredSigner,
    ) -> SdkBody {
        let messages = EventStreamSender::from(WithInitial { initial, events: self.into_inner() });
        let encoder = EventOrInitialMarshaller::new(EventEncoder::<T>::new(format.clone()));
        let body = messages.into_body_stream(encoder, ErrorEncoder::<E>::new(format), signer);
        SdkBody::from_body_1_x(StreamBody::new(body))
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
