//! Messages of event streams, and responses that consist of them.
#![allow(dead_code, reason = "a model may have some kinds of cases only")]

use aws_smithy_eventstream::frame::read_message_from;
use aws_smithy_protocol_test::{MediaType, assert_ok, validate_body};
use aws_smithy_types::{
    base64,
    byte_stream::ByteStream,
    event_stream::{Header, Message},
};

/// The message of a frame in base64.
pub(crate) fn decoded(frame: &str) -> Message {
    read_message_from(&*bytes(frame)).expect("a test has valid frames")
}

fn bytes(frame: &str) -> Vec<u8> {
    base64::decode(frame).expect("a test has frames in base64")
}

/// Panics where `actual` is another message than that of a frame in base64. Headers may be in another order, and a body with a
/// media type may have another spelling.
pub(crate) fn check(actual: &Message, frame: &str, body: Option<(&str, &str)>) {
    let expected = decoded(frame);
    assert_eq!(sorted(actual), sorted(&expected));
    match body {
        Some((text, media_type)) => {
            assert_ok(validate_body(actual.payload(), text, MediaType::from(media_type)));
        }
        None => assert_eq!(actual.payload(), expected.payload()),
    }
}

fn sorted(message: &Message) -> Vec<&Header> {
    let mut headers: Vec<_> = message.headers().iter().collect();
    headers.sort_by_key(|header| header.name().as_str());
    headers
}

/// A response with the status 200 and frames in base64.
pub(crate) fn response(frames: &[&str]) -> http::Response<ByteStream> {
    let body: Vec<u8> = frames.iter().flat_map(|frame| bytes(frame)).collect();
    http::Response::new(ByteStream::from(body))
}

/// Panics if the events of a response can all be received.
pub(crate) fn assert_fails(receive: impl Future<Output = Result<(), ()>>) {
    let runtime = tokio::runtime::Builder::new_current_thread().build();
    let received = runtime.expect("a runtime of one thread needs nothing that could be missing").block_on(receive);
    assert!(received.is_err(), "the response is read without an error");
}
