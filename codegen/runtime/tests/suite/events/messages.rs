//! Decoding and encoding of messages.

use aws_smithy_cbor::protocol::RpcV2CborProtocol;
use aws_smithy_eventstream::frame::{read_message_from, write_message_to};
use aws_smithy_schema::protocol::SharedClientProtocol;
use aws_smithy_types::{
    Blob, DateTime,
    error::metadata::{ErrorMetadata, ProvideErrorMetadata as _},
    event_stream::{HeaderValue, Message},
};
use tinsmith_runtime::{
    events::{self, EventReceiver},
    wire::protocol::RestXml,
};

use super::{
    end, event, exception, format, message, rest_json,
    sample::{Audio, BadRequestException, Stream, StreamError, Summary, Transcript},
    text,
};
use crate::service::SERVICE;

fn decode(message: &Message) -> Result<Stream, StreamError> {
    events::decode(&SERVICE, message)
}

fn encode(event: &Stream) -> Message {
    events::encode(&SERVICE, event).expect("the event is encoded")
}

fn transcript() -> Transcript {
    Transcript { speaker: Some("a".into()), words: Some(vec!["b".into(), "c".into()]), confidence: Some(7) }
}

#[test]
fn blob_payloads_are_raw_and_headers_typed() {
    let audio = Audio {
        sequence: Some(7),
        at: Some(DateTime::from_secs(1)),
        chunk: Some(Blob::new(b"\0\xff".as_slice())),
    };
    let encoded = encode(&Stream::Audio(audio.clone()));
    let expected = message(
        &[
            (":message-type", text("event")),
            (":event-type", text("audio")),
            (":content-type", text("application/octet-stream")),
            ("sequence", HeaderValue::Int32(7)),
            ("at", HeaderValue::Timestamp(DateTime::from_secs(1))),
        ],
        b"\0\xff",
    );
    assert_eq!(encoded, expected);
    assert_eq!(decode(&encoded).expect("an event"), Stream::Audio(audio));
}

#[test]
fn members_without_traits_are_the_payload() {
    let encoded = encode(&Stream::Transcript(transcript()));
    let expected = message(
        &[
            (":message-type", text("event")),
            (":event-type", text("transcript")),
            (":content-type", text("application/json")),
            ("speaker", text("a")),
        ],
        br#"{"words":["b","c"],"confidence":7}"#,
    );
    assert_eq!(encoded, expected);
    assert_eq!(decode(&encoded).expect("an event"), Stream::Transcript(transcript()));
}

#[test]
fn event_without_members_has_an_empty_structure_as_its_payload() {
    let encoded = encode(&Stream::End);
    assert_eq!(encoded, end());
    assert_eq!(decode(&encoded).expect("an event"), Stream::End);
    assert_eq!(decode(&event("end", b"")).expect("an event"), Stream::End);
}

#[test]
fn payload_that_is_not_set_is_empty_and_has_a_media_type() {
    let encoded = encode(&Stream::Audio(Audio::default()));
    let headers = [
        (":message-type", text("event")),
        (":event-type", text("audio")),
        (":content-type", text("application/octet-stream")),
    ];
    assert_eq!(encoded, message(&headers, b""));
    let encoded = encode(&Stream::Summary(Summary::default()));
    let headers = [
        (":message-type", text("event")),
        (":event-type", text("summary")),
        (":content-type", text("application/json")),
    ];
    assert_eq!(encoded, message(&headers, b""));
    assert_eq!(decode(&encoded).expect("an event"), Stream::Summary(Summary::default()));
}

#[test]
fn unknown_events_are_unknown_and_not_sent() {
    assert_eq!(decode(&event("later", b"\xff")).expect("an event"), Stream::Unknown);
    let error = events::encode(&SERVICE, &Stream::Unknown).expect_err("it cannot be sent");
    assert!(format!("{error:?}").contains("does not know cannot be sent"), "{error:?}");
}

#[test]
fn exceptions_are_read_by_their_variant_and_have_a_code() {
    let error = decode(&exception("badRequest", br#"{"message":"no","field":"f"}"#)).expect_err("an error");
    assert_eq!((error.code(), error.message()), (Some("BadRequestException"), Some("no")));
    let StreamError::BadRequestException(error) = error else { panic!("{error:?}") };
    assert_eq!((error.message.as_deref(), error.field.as_deref()), (Some("no"), Some("f")));
}

#[test]
fn exceptions_that_are_unknown_or_unreadable_keep_code_and_message() {
    let error = decode(&exception("later", br#"{"message":"no"}"#)).expect_err("an error");
    assert_eq!((error.code(), error.message()), (Some("later"), Some("no")));
    assert_eq!(error.to_string(), "later: no");
    let error = decode(&exception("later", br#"{"ratio":NaN,"message":"no"}"#)).expect_err("an error");
    assert_eq!((error.code(), error.message()), (Some("later"), Some("no")));
    let error = decode(&exception("badRequest", br#"{"message":"no","field":"#)).expect_err("an error");
    assert!(matches!(error, StreamError::Unhandled(_)), "{error:?}");
    assert_eq!(error.code(), Some("BadRequestException"));
}

#[test]
fn errors_that_are_not_modelled_keep_code_and_message() {
    let headers = [
        (":message-type", text("error")),
        (":error-code", text("InternalFailure")),
        (":error-message", text("try again")),
    ];
    let error = decode(&message(&headers, b"")).expect_err("an error");
    assert!(matches!(error, StreamError::Unhandled(_)), "{error:?}");
    assert_eq!((error.code(), error.message()), (Some("InternalFailure"), Some("try again")));
    assert_eq!(error.to_string(), "InternalFailure: try again");
}

#[test]
fn messages_without_a_valid_type_are_errors() {
    let blob = || HeaderValue::ByteArray(b"event".as_slice().into());
    let cases: [(&[(&'static str, HeaderValue)], &str); 6] = [
        (&[(":event-type", text("end"))], "`:message-type` is missing"),
        (&[(":message-type", blob())], "`:message-type` is not a string"),
        (&[(":message-type", text("event"))], "`:event-type` is missing"),
        (&[(":message-type", text("event")), (":event-type", blob())], "`:event-type` is not a string"),
        (&[(":message-type", text("exception"))], "`:exception-type` is missing"),
        (&[(":message-type", text("news"))], "unknown value `news`"),
    ];
    for (headers, expected) in cases {
        let error = decode(&message(headers, b"")).expect_err("the message is invalid");
        assert!(error.to_string().contains(expected), "{error}");
    }
}

#[test]
fn headers_of_another_type_are_errors_and_integers_of_any_width_are_read() {
    let with = |name, value| {
        message(&[(":message-type", text("event")), (":event-type", text("audio")), (name, value)], b"")
    };
    let sequence = |value| decode(&with("sequence", value));
    let read = Audio { sequence: Some(7), chunk: Some(Blob::new([])), ..Audio::default() };
    assert_eq!(sequence(HeaderValue::Int64(7)).expect("it fits"), Stream::Audio(read.clone()));
    assert_eq!(sequence(HeaderValue::Byte(7)).expect("it fits"), Stream::Audio(read));
    let error = sequence(HeaderValue::Int64(1 << 40)).expect_err("it does not fit");
    assert!(error.to_string().contains("in member `sequence`"), "{error}");
    let error = sequence(text("7")).expect_err("a string");
    assert!(
        error.to_string().contains("expected an integer, found a string in member `sequence`"),
        "{error}"
    );
    let error = decode(&with("at", text("now"))).expect_err("a string");
    assert!(error.to_string().contains("expected a timestamp, found a string"), "{error}");
}

#[test]
fn errors_are_sent_as_exceptions_or_with_their_code() {
    let encode = |error: &StreamError| events::encode_error(&SERVICE, error).expect("the error is encoded");
    let modelled = BadRequestException { field: Some("f".into()), ..BadRequestException::default() };
    let expected = message(
        &[
            (":message-type", text("exception")),
            (":exception-type", text("badRequest")),
            (":content-type", text("application/json")),
        ],
        br#"{"field":"f"}"#,
    );
    assert_eq!(encode(&StreamError::BadRequestException(modelled)), expected);
    let metadata = ErrorMetadata::builder().code("Stopped").message("by the user").build();
    let expected = message(
        &[
            (":message-type", text("error")),
            (":error-code", text("Stopped")),
            (":error-message", text("by the user")),
        ],
        b"",
    );
    assert_eq!(
        encode(&StreamError::Unhandled(tinsmith_runtime::error::Unhandled::from_metadata(metadata))),
        expected
    );
}

/// Reads an event with the receiver, which has a format of its own.
async fn received(
    format: tinsmith_runtime::events::EventFormat,
    message: &Message,
) -> Result<Stream, String> {
    let mut frame = Vec::new();
    write_message_to(message, &mut frame).expect("the message fits");
    assert_eq!(read_message_from(&*frame).expect("the frame is valid"), *message);
    let mut receiver = EventReceiver::<Stream, StreamError>::new(format, frame.into());
    let event = receiver.recv().await.map_err(|error| format!("{error:?}"))?;
    Ok(event.expect("the stream has an event"))
}

#[tokio::test]
async fn payloads_have_the_format_of_the_protocol() {
    let xml = SharedClientProtocol::new(RestXml::new());
    let payload = b"<Transcript><words><member>b</member><member><![CDATA[c]]></member></words><confidence>7</confidence></Transcript>";
    let expected = Transcript { speaker: None, ..transcript() };
    let event_of = |payload| event("transcript", payload);
    let event = received(format(&xml, false), &event_of(payload)).await.expect("an event");
    assert_eq!(event, Stream::Transcript(expected.clone()));
    let payload = b"<Transcript><confidence>7</confidence></Transcript>";
    let read = received(format(&xml, false), &super::event("summary", payload)).await.expect("an event");
    let transcript = Transcript { confidence: Some(7), ..Transcript::default() };
    assert_eq!(read, Stream::Summary(Summary { transcript: Some(transcript) }));
    let cbor = SharedClientProtocol::new(RpcV2CborProtocol::new());
    let payload = b"\xa2\x65words\x82\x61b\x61c\x6aconfidence\x07";
    let event = received(format(&cbor, false), &event_of(payload)).await.expect("an event");
    assert_eq!(event, Stream::Transcript(expected));
}

#[tokio::test]
async fn json_that_deviates_from_the_model_is_read_unless_strict() {
    let deviating = event("transcript", br#"{"words":["b",null],"confidence":"7"}"#);
    let event = received(rest_json(false), &deviating).await.expect("it is read leniently");
    let expected = Transcript { words: Some(vec!["b".into()]), confidence: Some(7), speaker: None };
    assert_eq!(event, Stream::Transcript(expected));
    let error = received(rest_json(true), &deviating).await.expect_err("it is refused");
    assert!(error.contains("in member"), "{error}");
}
