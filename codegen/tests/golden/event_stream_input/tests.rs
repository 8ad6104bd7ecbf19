//! Events of a request, in both directions, in a protocol with HTTP bindings.

use aws_credential_types::Credentials;
use aws_sigv4::event_stream::{SigningParams, sign_empty_message, sign_message};
use aws_smithy_eventstream::frame::{read_message_from, write_message_to};
use aws_smithy_http_client::test_util::capture_request;
use aws_smithy_runtime_api::client::identity::Identity;
use aws_smithy_types::body::SdkBody;
use aws_smithy_types::endpoint::Endpoint;
use bytes::Buf as _;
use golden_event_stream_input::config::{BehaviorVersion, Region};
use golden_event_stream_input::operation::dictate::{Dictate, DictateInput};
use golden_event_stream_input::primitives::event_stream::{EventStreamSender, Header, HeaderValue, Message};
use golden_event_stream_input::primitives::{Blob, ByteStream};
use golden_event_stream_input::types::error::{SpeechError, Stopped};
use golden_event_stream_input::types::{Settings, Sound, Speech};
use golden_event_stream_input::{Client, Config};

fn text(value: &'static str) -> HeaderValue {
    HeaderValue::String(value.into())
}

fn message(headers: &[(&'static str, HeaderValue)], payload: &'static str) -> Message {
    let headers = headers.iter().map(|(name, value)| Header::new(*name, value.clone()));
    Message::new_from_parts(headers.collect(), payload)
}

fn sound() -> Speech {
    Speech::Sound(Sound::builder().samples(Blob::new("hum")).sequence(1).build())
}

fn sound_message() -> Message {
    let headers = [
        (":message-type", text("event")),
        (":event-type", text("sound")),
        (":content-type", text("application/octet-stream")),
        ("sequence", HeaderValue::Int32(1)),
    ];
    message(&headers, "hum")
}

async fn messages(body: ByteStream) -> Vec<Message> {
    let mut bytes = body.collect().await.unwrap().into_bytes();
    let mut messages = Vec::new();
    while bytes.has_remaining() {
        messages.push(read_message_from(&mut bytes).unwrap());
    }
    messages
}

#[test]
fn events_are_encoded_as_messages() {
    assert_eq!(sound().encode().unwrap(), sound_message());
    let settings = Speech::Settings(Settings::builder().rate(8000).build());
    let headers = [
        (":message-type", text("event")),
        (":event-type", text("settings")),
        (":content-type", text("application/json")),
    ];
    assert_eq!(settings.encode().unwrap(), message(&headers, r#"{"rate":8000}"#));
    Speech::Unknown.encode().unwrap_err();
}

#[test]
fn errors_are_encoded_as_messages() {
    let stopped = SpeechError::Stopped(Stopped::builder().message("lunch").build());
    let headers = [
        (":message-type", text("exception")),
        (":exception-type", text("stopped")),
        (":content-type", text("application/json")),
    ];
    assert_eq!(stopped.encode().unwrap(), message(&headers, r#"{"message":"lunch"}"#));
    let headers = [
        (":message-type", text("error")),
        (":error-code", text("InternalError")),
        (":error-message", text("no microphone")),
    ];
    assert_eq!(SpeechError::unhandled("no microphone").encode().unwrap(), message(&headers, ""));
}

#[tokio::test]
async fn request_has_the_events_as_its_body() {
    let speech = EventStreamSender::once(Ok(sound()));
    let input = DictateInput::builder().language("cy").speech(speech).build().unwrap();
    let endpoint = Endpoint::builder().url("https://dictation.example.com").build();
    let request = Dictate::http_request(input, &endpoint).unwrap();
    assert_eq!(request.uri(), "https://dictation.example.com/dictation");
    assert_eq!(request.headers()["content-type"], "application/vnd.amazon.eventstream");
    assert_eq!(request.headers()["x-language"], "cy");
    assert!(!request.headers().contains_key("content-length"));
    assert_eq!(messages(request.into_body()).await, [sound_message()]);
}

#[test]
fn input_needs_events() {
    let error = DictateInput::builder().build().unwrap_err();
    assert!(error.to_string().contains("speech"), "{error}");
}

fn credentials() -> Credentials {
    Credentials::new("key", "secret", None, None, "test")
}

fn client(http_client: impl golden_event_stream_input::config::HttpClient + 'static) -> Client {
    let config = Config::builder()
        .behavior_version(BehaviorVersion::latest())
        .region(Region::new("eu-west-1"))
        .credentials_provider(credentials())
        .http_client(http_client);
    Client::from_conf(config.build())
}

/// Returns the messages with the signature of each, which covers that of the one before. The first is that of the request.
fn signed(messages: &[Message], authorization: &str, time: std::time::SystemTime) -> Vec<Message> {
    let identity = Identity::from(credentials());
    let params = SigningParams::builder().identity(&identity).region("eu-west-1").name("dictation").time(time);
    let params = params.settings(()).build().unwrap();
    let (_, mut signature) = authorization.split_once("Signature=").map(|(_, it)| ((), it.to_owned())).unwrap();
    let mut signed = Vec::new();
    for message in messages {
        let (message, next) = sign_message(message, &signature, &params).unwrap().into_parts();
        signed.push(message);
        signature = next;
    }
    signed.push(sign_empty_message(&signature, &params).unwrap().into_parts().0);
    signed
}

#[tokio::test]
async fn client_signs_the_request_and_each_message() {
    let mut frame = Vec::new();
    let words = [(":message-type", text("event")), (":event-type", text("words"))];
    write_message_to(&message(&words, r#"{"text":"bore da"}"#), &mut frame).unwrap();
    let response = http::Response::builder().header("x-session", "s").body(SdkBody::from(frame)).unwrap();
    let (http_client, requests) = capture_request(Some(response));
    let speech = EventStreamSender::once(Ok(sound()));
    let mut output = client(http_client).dictate().speech(speech).send().await.unwrap();
    assert_eq!(output.session(), Some("s"));
    let event = output.text.recv().await.unwrap().unwrap();
    assert_eq!(event.as_words().unwrap().text(), Some("bore da"));

    let request = requests.expect_request();
    assert_eq!(request.headers().get("content-type"), Some("application/vnd.amazon.eventstream"));
    let authorization = request.headers().get("authorization").unwrap().to_owned();
    let messages = messages(ByteStream::new(request.into_body())).await;
    let date = messages[0].headers().iter().find(|header| header.name().as_str() == ":date").unwrap();
    let time = date.value().as_timestamp().unwrap().try_into().unwrap();
    assert_eq!(messages, signed(&[sound_message()], &authorization, time));
}

#[tokio::test]
async fn client_sends_an_error_in_the_stream() {
    let (http_client, requests) = capture_request(None);
    let stopped = SpeechError::Stopped(Stopped::builder().build());
    let encoded = stopped.encode().unwrap();
    let speech = EventStreamSender::once(Err(stopped));
    client(http_client).dictate().speech(speech).send().await.unwrap();
    let messages = messages(ByteStream::new(requests.expect_request().into_body())).await;
    assert_eq!(read_message_from(messages[0].payload().clone()).unwrap(), encoded);
}
