//! Events of a response in a protocol without HTTP bindings.

use aws_credential_types::Credentials;
use aws_smithy_eventstream::frame::write_message_to;
use aws_smithy_http_client::test_util::infallible_client_fn;
use aws_smithy_runtime_api::client::result::SdkError;
use aws_smithy_types::body::SdkBody;
use aws_smithy_types::error::metadata::ProvideErrorMetadata;
use aws_smithy_types::event_stream::RawMessage;
use aws_types::request_id::RequestId;
use golden_event_stream_output::config::{BehaviorVersion, Region};
use golden_event_stream_output::operation::watch::{Watch, WatchError, WatchOutput};
use golden_event_stream_output::primitives::event_stream::{EventReceiver, Header, HeaderValue, Message};
use golden_event_stream_output::primitives::{ByteStream, DateTime};
use golden_event_stream_output::types::error::LevelStreamError;
use golden_event_stream_output::types::{Level, LevelStream};
use golden_event_stream_output::{Client, Config, Error};

fn message(headers: &[(&'static str, &'static str)], payload: &'static str) -> Message {
    let headers = headers.iter().map(|(name, value)| Header::new(*name, HeaderValue::String((*value).into())));
    Message::new_from_parts(headers.collect(), payload)
}

fn event(variant: &'static str, payload: &'static str) -> Message {
    message(&[(":message-type", "event"), (":event-type", variant)], payload)
}

fn exception(variant: &'static str, payload: &'static str) -> Message {
    message(&[(":message-type", "exception"), (":exception-type", variant)], payload)
}

fn level(height: &'static str) -> Message {
    event("level", height).add_header(Header::new("at", HeaderValue::Timestamp(DateTime::from_secs(9))))
}

fn frames(messages: &[Message]) -> Vec<u8> {
    let mut bytes = Vec::new();
    for message in messages {
        write_message_to(message, &mut bytes).unwrap();
    }
    bytes
}

#[test]
fn one_message_is_an_event_an_error_or_unknown() {
    let expected = Level::builder().at(DateTime::from_secs(9)).height(0.5).build();
    let decoded = LevelStream::decode(&level(r#"{"height":0.5}"#)).unwrap();
    assert_eq!(decoded, LevelStream::Level(expected));
    let note = LevelStream::decode(&event("note", "{ebb}")).unwrap();
    assert_eq!(note.as_note().unwrap().text(), Some("{ebb}"));
    assert!(LevelStream::decode(&event("storm", "")).unwrap().is_unknown());
    let closed = LevelStream::decode(&exception("closed", r#"{"message":"ice","reopens":"May"}"#)).unwrap_err();
    assert!(closed.is_gauge_closed());
    assert_eq!((closed.code(), closed.message()), (Some("GaugeClosed"), Some("ice")));
    let LevelStreamError::GaugeClosed(closed) = closed else { panic!("another error") };
    assert_eq!(closed.reopens(), Some("May"));
    let headers = [(":message-type", "error"), (":error-code", "Busy"), (":error-message", "later")];
    let other = LevelStream::decode(&message(&headers, "")).unwrap_err();
    assert_eq!((other.code(), other.message()), (Some("Busy"), Some("later")));
}

#[test]
fn error_of_a_stream_is_an_error_of_the_crate() {
    let closed = LevelStream::decode(&exception("closed", "{}")).unwrap_err();
    assert!(matches!(Error::from(closed), Error::GaugeClosed(_)));
    let gone = LevelStream::decode(&exception("gone", "{}")).unwrap_err();
    let error = SdkError::service_error(gone, RawMessage::invalid(None));
    assert!(matches!(Error::from(error), Error::NoSuchGauge(_)));
}

fn parsed(body: Vec<u8>) -> WatchOutput {
    Watch::parse_response(http::Response::new(ByteStream::from(body))).unwrap()
}

#[tokio::test]
async fn response_is_parsed_before_its_events() {
    let mut levels: EventReceiver<LevelStream, LevelStreamError> =
        parsed(frames(&[event("note", "a"), exception("gone", r#"{"message":"sunk"}"#)])).levels;
    assert!(levels.recv().await.unwrap().unwrap().is_note());
    let error = levels.recv().await.unwrap_err();
    assert_eq!(error.as_service_error().and_then(ProvideErrorMetadata::message), Some("sunk"));
    assert!(levels.recv().await.unwrap().is_none());
}

#[tokio::test]
async fn truncated_and_corrupt_streams_are_errors() {
    let complete = frames(&[event("note", "a"), event("note", "b")]);
    let mut truncated = parsed(complete[..complete.len() - 1].to_vec()).levels;
    truncated.recv().await.unwrap().unwrap();
    let error = truncated.recv().await.unwrap_err();
    assert!(matches!(error, SdkError::ResponseError(_)), "{error:?}");
    let mut corrupt = complete;
    let last = corrupt.len() - 5;
    corrupt[last] ^= 1;
    let mut corrupt = parsed(corrupt).levels;
    corrupt.recv().await.unwrap().unwrap();
    let error = corrupt.recv().await.unwrap_err();
    assert!(matches!(error, SdkError::ResponseError(_)), "{error:?}");
    assert!(corrupt.recv().await.unwrap().is_none());
}

/// Sends a request to which the service responds with a status and a body.
async fn watch(
    status: u16,
    body: Vec<u8>,
) -> Result<WatchOutput, SdkError<WatchError, aws_smithy_runtime_api::client::orchestrator::HttpResponse>> {
    let client = infallible_client_fn(move |_| {
        let response = http::Response::builder().status(status).header("x-amzn-requestid", "id");
        response.body(SdkBody::from(body.clone())).unwrap()
    });
    let config = Config::builder()
        .behavior_version(BehaviorVersion::latest())
        .region(Region::new("eu-west-1"))
        .credentials_provider(Credentials::new("key", "secret", None, None, "test"))
        .http_client(client);
    Client::from_conf(config.build()).watch().gauge("a").send().await
}

#[tokio::test]
async fn client_reads_the_first_message_as_the_output() {
    let initial = event("initial-response", r#"{"unit":"m"}"#);
    let mut output = watch(200, frames(&[initial, event("note", "a")])).await.unwrap();
    assert_eq!((output.unit(), output.request_id()), ("m", Some("id")));
    assert!(output.levels.recv().await.unwrap().unwrap().is_note());
    assert!(output.levels.recv().await.unwrap().is_none());
}

#[tokio::test]
async fn client_keeps_a_first_message_that_is_not_the_output() {
    let mut output = watch(200, frames(&[event("note", "a")])).await.unwrap();
    assert_eq!((output.unit(), output.request_id()), ("", Some("id")));
    assert!(output.levels.recv().await.unwrap().unwrap().is_note());
    let mut output = watch(200, frames(&[exception("closed", "{}")])).await.unwrap();
    assert!(output.levels.recv().await.unwrap_err().as_service_error().unwrap().is_gauge_closed());
    let mut output = watch(200, Vec::new()).await.unwrap();
    assert!(output.levels.recv().await.unwrap().is_none());
}

#[tokio::test]
async fn client_fails_if_the_first_message_cannot_be_read() {
    let unreadable = frames(&[event("initial-response", "{")]);
    let error = watch(200, unreadable).await.unwrap_err();
    assert!(matches!(error, SdkError::ResponseError(_)), "{error:?}");
    let error = watch(200, b"not a frame, but a page of a proxy".to_vec()).await.unwrap_err();
    assert!(matches!(error, SdkError::ResponseError(_)), "{error:?}");
}

#[tokio::test]
async fn client_reads_the_error_of_a_call() {
    let error = watch(400, br#"{"__type":"NoSuchGauge","message":"none"}"#.to_vec()).await.unwrap_err();
    assert!(error.as_service_error().unwrap().is_no_such_gauge(), "{error:?}");
}

#[cfg(feature = "serde")]
#[tokio::test]
async fn events_are_not_serialized() {
    let output = watch(200, frames(&[event("initial-response", r#"{"unit":"m"}"#)])).await.unwrap();
    let json = serde_json::to_value(&output).unwrap();
    assert_eq!(json["unit"], "m");
    assert_eq!(json.get("levels"), None);
    let mut read: WatchOutput = serde_json::from_value(json).unwrap();
    assert!(read.levels.recv().await.unwrap().is_none());
}
