//! The receiver of the events of a response.

use std::{
    pin::Pin,
    task::{Context, Poll},
};

use aws_smithy_eventstream::frame::write_message_to;
use aws_smithy_runtime_api::client::result::SdkError;
use aws_smithy_types::{
    body::SdkBody,
    event_stream::{Message, RawMessage},
};
use bytes::Bytes;
use http_body_util::StreamBody;
use tinsmith_runtime::events::EventReceiver;

use super::{
    event, exception, message, rest_json,
    sample::{Audio, Stream, StreamError},
    text,
};

type Received = Result<Option<Stream>, SdkError<StreamError, RawMessage>>;

/// A body of chunks, which may end with a failure of the connection.
struct Chunks(std::vec::IntoIter<Result<Bytes, &'static str>>);

impl futures_core::Stream for Chunks {
    type Item = Result<http_body::Frame<Bytes>, &'static str>;

    fn poll_next(mut self: Pin<&mut Self>, _cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        Poll::Ready(self.0.next().map(|chunk| chunk.map(http_body::Frame::data)))
    }
}

fn receiver(chunks: Vec<Result<Bytes, &'static str>>) -> EventReceiver<Stream, StreamError> {
    let body = SdkBody::from_body_1_x(StreamBody::new(Chunks(chunks.into_iter())));
    EventReceiver::new(rest_json(false), body)
}

fn frames(messages: &[Message]) -> Vec<u8> {
    let mut bytes = Vec::new();
    for message in messages {
        write_message_to(message, &mut bytes).expect("the message fits");
    }
    bytes
}

fn events() -> Vec<u8> {
    frames(&[event("end", b""), event("audio", b"abc"), event("later", b"")])
}

/// Receives until the stream ends.
async fn all(mut receiver: EventReceiver<Stream, StreamError>) -> (Vec<Stream>, Received) {
    let mut events = Vec::new();
    loop {
        match receiver.recv().await {
            Ok(Some(event)) => events.push(event),
            end => {
                assert!(matches!(receiver.recv().await, Ok(None)), "the stream has ended");
                return (events, end);
            }
        }
    }
}

#[tokio::test]
async fn events_are_received_however_the_body_is_divided() {
    let bytes = events();
    let audio = Audio { chunk: Some(b"abc".to_vec().into()), ..Audio::default() };
    let expected = [Stream::End, Stream::Audio(audio), Stream::Unknown];
    for size in 1..=bytes.len() {
        let chunks = bytes.chunks(size).map(|chunk| Ok(Bytes::copy_from_slice(chunk))).collect();
        let (events, end) = all(receiver(chunks)).await;
        assert_eq!(events, expected, "chunks of {size} bytes");
        assert!(matches!(end, Ok(None)), "{end:?}");
    }
}

#[tokio::test]
async fn truncated_stream_is_an_error_at_every_byte_that_is_not_between_frames() {
    let bytes = events();
    let first = frames(&[event("end", b"")]).len();
    let second = frames(&[event("end", b""), event("audio", b"abc")]).len();
    for length in 0..=bytes.len() {
        let (events, end) = all(receiver(vec![Ok(Bytes::copy_from_slice(&bytes[..length]))])).await;
        let complete = [first, second, bytes.len()].iter().filter(|end| length >= **end).count();
        assert_eq!(events.len(), complete, "{length} bytes");
        if [0, first, second, bytes.len()].contains(&length) {
            assert!(matches!(end, Ok(None)), "{length} bytes: {end:?}");
        } else {
            let error = end.expect_err("the stream is truncated");
            let cause = std::error::Error::source(&error).map(ToString::to_string);
            assert_eq!(cause.as_deref(), Some("the event stream ended inside of a frame"), "{length} bytes");
            assert!(matches!(error, SdkError::ResponseError(_)), "{error:?}");
        }
    }
}

#[tokio::test]
async fn corrupt_stream_is_an_error_at_every_byte() {
    let bytes = frames(&[event("audio", b"abc")]);
    for index in 0..bytes.len() {
        let mut corrupt = bytes.clone();
        corrupt[index] ^= 0x10;
        let (events, end) = all(receiver(vec![Ok(corrupt.into())])).await;
        assert!(events.is_empty(), "byte {index}: {events:?}");
        assert!(matches!(end, Err(SdkError::ResponseError(_))), "byte {index}: {end:?}");
    }
}

#[tokio::test]
async fn frame_of_impossible_length_is_refused_before_it_is_received() {
    for length in [0_u32, 15, (24 << 20) + 1, u32::MAX] {
        let chunks = vec![Ok(Bytes::copy_from_slice(&length.to_be_bytes())), Err("the body was read on")];
        let (_, end) = all(receiver(chunks)).await;
        let Err(SdkError::ResponseError(error)) = end else { panic!("{length}: {end:?}") };
        assert!(format!("{error:?}").contains("Length"), "{error:?}");
    }
}

#[tokio::test]
async fn failed_connection_is_a_dispatch_failure() {
    let bytes = events();
    let chunks = vec![Ok(Bytes::copy_from_slice(&bytes[..bytes.len() - 1])), Err("reset by peer")];
    let (events, end) = all(receiver(chunks)).await;
    assert_eq!(events.len(), 2);
    assert!(matches!(&end, Err(SdkError::DispatchFailure(failure)) if failure.is_io()), "{end:?}");
}

#[tokio::test]
async fn stream_ends_with_the_first_error() {
    let bytes = frames(&[event("end", b""), exception("badRequest", b"{}"), event("end", b"")]);
    let (events, end) = all(receiver(vec![Ok(bytes.into())])).await;
    assert_eq!(events, [Stream::End]);
    let Err(SdkError::ServiceError(error)) = end else { panic!("{end:?}") };
    assert!(matches!(error.err(), StreamError::BadRequestException(_)), "{error:?}");
    assert!(
        matches!(error.raw(), RawMessage::Decoded(message) if *message == exception("badRequest", b"{}"))
    );
    let bytes = frames(&[message(&[(":message-type", text("news"))], b""), event("end", b"")]);
    let (events, end) = all(receiver(vec![Ok(bytes.into())])).await;
    assert!(events.is_empty() && matches!(end, Err(SdkError::ResponseError(_))), "{end:?}");
}

#[tokio::test]
async fn errors_do_not_show_messages_that_may_be_sensitive() {
    let unreadable = frames(&[event("transcript", b"secret")]);
    let truncated = events()[..40].to_vec();
    for bytes in [unreadable, truncated, frames(&[exception("badRequest", b"{}")])] {
        for is_sensitive in [true, false] {
            let format = rest_json(false).sensitive(is_sensitive);
            let mut receiver = EventReceiver::<Stream, StreamError>::new(format, bytes.clone().into());
            let end = loop {
                match receiver.recv().await {
                    Ok(Some(_)) => {}
                    end => break end,
                }
            };
            let raw = match end.expect_err("the stream has an error") {
                SdkError::ResponseError(error) => error.into_raw(),
                SdkError::ServiceError(error) => error.into_raw(),
                other => panic!("{other:?}"),
            };
            assert_eq!(matches!(raw, RawMessage::Invalid(None)), is_sensitive, "{raw:?}");
        }
    }
}

#[tokio::test]
async fn cancelled_call_loses_no_event() {
    struct Slow(Vec<Bytes>, bool);
    impl futures_core::Stream for Slow {
        type Item = Result<http_body::Frame<Bytes>, &'static str>;

        fn poll_next(mut self: Pin<&mut Self>, _cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
            self.1 = !self.1;
            match self.0.is_empty() {
                true => Poll::Ready(None),
                false if self.1 => Poll::Pending,
                false => Poll::Ready(Some(Ok(http_body::Frame::data(self.0.remove(0))))),
            }
        }
    }
    let chunks = events().chunks(7).map(Bytes::copy_from_slice).collect();
    let body = SdkBody::from_body_1_x(StreamBody::new(Slow(chunks, false)));
    let mut receiver = EventReceiver::<Stream, StreamError>::new(rest_json(false), body);
    let (mut events, mut cancelled) = (Vec::new(), 0);
    loop {
        let mut call = Box::pin(receiver.recv());
        let polled = std::future::poll_fn(|cx| Poll::Ready(call.as_mut().poll(cx))).await;
        match polled {
            Poll::Pending => cancelled += 1,
            Poll::Ready(event) => match event.expect("the stream is valid") {
                Some(event) => events.push(event),
                None => break,
            },
        }
    }
    assert_eq!(events.len(), 3);
    assert!(cancelled > 10, "{cancelled}");
}
