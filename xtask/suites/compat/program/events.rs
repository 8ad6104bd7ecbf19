//! Event streams: the speech of Polly in both directions, and the records of a shard of Kinesis.

use aws_sdk_kinesis as kinesis;
use aws_sdk_polly as polly;
use aws_smithy_eventstream::frame::{read_message_from, write_message_to};
use aws_smithy_http_client::test_util::{CaptureRequestReceiver, capture_request};
use aws_smithy_types::{body::SdkBody, byte_stream::ByteStream};
use bytes::Buf as _;
use kinesis::primitives::event_stream::{Header, HeaderValue, Message};
use polly::{
    primitives::event_stream::EventStreamSender,
    types::{
        Engine, OutputFormat, StartSpeechSynthesisStreamActionStream as Action, TextEvent, VoiceId,
        error::StartSpeechSynthesisStreamActionStreamError as ActionError,
    },
};

use crate::record::Record;

/// A client of a service whose only response has the messages.
macro_rules! client_with {
    ($sdk:ident, $messages:expr) => {{
        let (http_client, request) = capture_request(Some(response($messages)));
        let config = $sdk::Config::builder()
            .behavior_version($sdk::config::BehaviorVersion::latest())
            .region($sdk::config::Region::new("us-east-1"))
            .credentials_provider(crate::setup::credentials())
            .http_client(http_client)
            .time_source(aws_smithy_async::time::StaticTimeSource::new(std::time::UNIX_EPOCH))
            .endpoint_url("http://localhost");
        ($sdk::Client::from_conf(config.build()), request)
    }};
}

fn response(messages: &[Message]) -> http::Response<SdkBody> {
    let mut body = Vec::new();
    for message in messages {
        write_message_to(message, &mut body).expect("the message fits");
    }
    let response = http::Response::builder().header("x-amzn-requestid", "c0ffee");
    response.body(SdkBody::from(body)).expect("the response is valid")
}

fn message(
    message_type: &'static str,
    kind: &'static str,
    variant: &'static str,
    payload: &'static str,
) -> Message {
    let header = |name, value: &'static str| Header::new(name, HeaderValue::String(value.into()));
    Message::new_from_parts(vec![header(":message-type", message_type), header(kind, variant)], payload)
}

fn event(variant: &'static str, payload: &'static str) -> Message {
    message("event", ":event-type", variant, payload)
}

/// Records the messages that were sent. Their signatures differ, because they cover the version of the crate.
async fn sent(record: &mut Record, request: CaptureRequestReceiver) {
    let request = request.expect_request();
    for name in ["content-type", "content-length", "x-amz-content-sha256"] {
        record.debug(name, request.headers().get(name));
    }
    let body = ByteStream::new(request.into_body()).collect().await.expect("the events are encoded");
    let mut frames = body.into_bytes();
    while frames.has_remaining() {
        let signed = read_message_from(&mut frames).expect("the frame is valid");
        let names: Vec<_> = signed.headers().iter().map(|header| header.name().as_str()).collect();
        record.debug("headers", names);
        record.debug("signed", read_message_from(&**signed.payload()).map_err(|error| error.to_string()));
    }
}

/// Text goes out, signed; sound, an event that the crate does not know and an error come in.
pub(crate) async fn spoken() -> Record {
    let error = message("exception", ":exception-type", "ValidationException", r#"{"message":"a message"}"#);
    let sound = HeaderValue::String("application/octet-stream".into());
    let sound = event("AudioEvent", "sound").add_header(Header::new(":content-type", sound));
    let (client, request) = client_with!(polly, &[sound, event("Later", ""), error]);
    let text = Action::TextEvent(TextEvent::builder().text("hello").build().expect("it has a text"));
    let mut record = Record::default();
    let call = client.start_speech_synthesis_stream().engine(Engine::Generative).voice_id(VoiceId::Joanna);
    let call = call.output_format(OutputFormat::Mp3);
    let call = call.action_stream(EventStreamSender::once(Ok::<_, ActionError>(text)));
    match call.send().await {
        Ok(mut output) => {
            for _ in 0..4 {
                let received = output.event_stream.recv().await;
                if let Err(error) = &received {
                    let error = error.as_service_error();
                    record.debug("is invalid", error.is_some_and(|error| error.is_validation_exception()));
                }
                record.debug("event", received.map_err(|error| error.to_string()));
            }
        }
        outcome => record.outcome("outcome", &outcome),
    }
    sent(&mut record, request).await;
    record
}

/// The first message is the response itself.
pub(crate) async fn subscribed() -> Record {
    let records = r#"{"Records":[{"SequenceNumber":"1","Data":"YQ==","PartitionKey":"p"}],
        "ContinuationSequenceNumber":"2","MillisBehindLatest":0}"#;
    let messages = [event("initial-response", "{}"), event("SubscribeToShardEvent", records)];
    let (client, _request) = client_with!(kinesis, &messages);
    let mut record = Record::default();
    let position = kinesis::types::StartingPosition::builder();
    let position = position.r#type(kinesis::types::ShardIteratorType::Latest).build();
    let call = client
        .subscribe_to_shard()
        .consumer_arn("arn:aws:kinesis:us-east-1:123456789012:stream/s/consumer/c:1");
    let call = call.shard_id("s").starting_position(position.expect("it has a type"));
    match call.send().await {
        Ok(mut output) => {
            for _ in 0..2 {
                let received = output.event_stream.recv().await;
                record.debug("event", received.map_err(|error| error.to_string()));
            }
        }
        outcome => record.outcome("outcome", &outcome),
    }
    record
}
