//! Bodies of requests that are event streams.

use aws_smithy_cbor::protocol::RpcV2CborProtocol;
use aws_smithy_eventstream::frame::{DeferredSignerSender, SignMessage, read_message_from};
use aws_smithy_runtime_api::client::orchestrator::HttpRequest;
use aws_smithy_schema::protocol::SharedClientProtocol;
use aws_smithy_types::{
    body::SdkBody,
    config_bag::ConfigBag,
    event_stream::{Header, HeaderValue, Message, SignMessageError},
};
use bytes::{Buf as _, Bytes};
use http_body_util::BodyExt as _;
use tinsmith_runtime::events::{EventBody, EventFormat, EventStreamSender, accept_events};

use super::{
    end, format, message, rest_json,
    sample::{Stream, StreamError},
    text,
};

/// Numbers messages instead of signing them.
#[derive(Debug)]
struct Numbering(i32);

impl SignMessage for Numbering {
    fn sign(&mut self, message: Message) -> Result<Message, SignMessageError> {
        self.0 += 1;
        Ok(message.add_header(Header::new("number", HeaderValue::Int32(self.0))))
    }

    fn sign_empty(&mut self) -> Option<Result<Message, SignMessageError>> {
        Some(self.sign(Message::new(Bytes::new())))
    }
}

/// Returns the request of an input with an event, and the channel of its signer.
fn request(format: EventFormat, event: Result<Stream, StreamError>) -> (HttpRequest, DeferredSignerSender) {
    let mut events = EventStreamSender::once(event);
    let mut body = EventBody::take(&mut events);
    let signer = body.take_signer().expect("the body waits for a signer");
    let mut request = HttpRequest::new(SdkBody::from("\u{20}"));
    request.headers_mut().insert("content-type", "application/json");
    request.headers_mut().insert("content-length", "1");
    body.set_body(&mut request, format, &ConfigBag::base());
    (request, signer)
}

fn body(format: EventFormat, event: Result<Stream, StreamError>) -> (SdkBody, DeferredSignerSender) {
    let (request, signer) = request(format, event);
    (request.into_body(), signer)
}

async fn messages(body: SdkBody) -> Vec<Message> {
    let mut bytes = body.collect().await.expect("the events are encoded").to_bytes();
    let mut messages = Vec::new();
    while bytes.has_remaining() {
        messages.push(read_message_from(&mut bytes).expect("the frame is valid"));
    }
    messages
}

#[tokio::test]
async fn events_are_signed_by_the_signer_that_arrives_later() {
    let (body, signer) = body(rest_json(false), Ok(Stream::End));
    signer.send::<Box<dyn SignMessage + Send + Sync>>(Box::new(Numbering(0))).expect("the body waits");
    let number =
        |message: Message, number| message.add_header(Header::new("number", HeaderValue::Int32(number)));
    assert_eq!(messages(body).await, [number(end(), 1), number(message(&[], b""), 2)]);
}

#[tokio::test]
async fn events_without_a_signer_are_not_signed() {
    let (body, signer) = body(rest_json(false), Ok(Stream::End));
    assert_eq!(body.content_length(), None);
    assert!(body.try_clone().is_none(), "the stream cannot be replayed");
    drop(signer);
    assert_eq!(messages(body).await, [end()]);
}

#[tokio::test]
async fn first_message_of_an_rpc_protocol_has_the_members_of_the_input() {
    let cbor = SharedClientProtocol::new(RpcV2CborProtocol::new());
    let (body, _signer) = body(format(&cbor, false), Ok(Stream::End));
    let headers = [
        (":message-type", text("event")),
        (":event-type", text("initial-request")),
        (":content-type", text("application/cbor")),
    ];
    let end = [headers[0].clone(), (":event-type", text("end")), headers[2].clone()];
    assert_eq!(messages(body).await, [message(&headers, b" "), message(&end, b"\xbf\xff")]);
}

#[tokio::test]
async fn event_that_cannot_be_encoded_fails_the_body() {
    let (body, _signer) = body(rest_json(false), Ok(Stream::Unknown));
    body.collect().await.expect_err("an unknown variant cannot be sent");
}

#[tokio::test]
async fn stream_that_was_moved_out_is_empty() {
    let mut events = EventStreamSender::once(Ok::<_, StreamError>(Stream::End));
    drop(EventBody::take(&mut events));
    let mut request = HttpRequest::new(SdkBody::empty());
    EventBody::take(&mut events).set_body(&mut request, rest_json(false), &ConfigBag::base());
    assert_eq!(messages(request.into_body()).await, []);
}

#[test]
fn events_are_accepted_if_the_protocol_lists_what_it_accepts() {
    let mut request = HttpRequest::new(SdkBody::empty());
    accept_events(&mut request);
    assert_eq!(request.headers().get("accept"), None);
    request.headers_mut().insert("accept", "application/cbor");
    accept_events(&mut request);
    let accepted = request.headers().get("accept");
    assert_eq!(accepted, Some("application/vnd.amazon.eventstream, application/cbor"));
}

#[test]
fn request_with_events_has_their_media_type_and_no_length() {
    let (request, _signer) = request(rest_json(false), Ok(Stream::End));
    assert_eq!(request.headers().get("content-type"), Some("application/vnd.amazon.eventstream"));
    assert_eq!(request.headers().get("content-length"), None);
}
