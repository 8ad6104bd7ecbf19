//! Event streams: messages, the receiver of a response and the body of a request.

use aws_smithy_json::protocol::aws_rest_json_1::AwsRestJsonProtocol;
use aws_smithy_schema::protocol::SharedClientProtocol;
use aws_smithy_types::{
    config_bag::{ConfigBag, Layer},
    event_stream::{Header, HeaderValue, Message},
};
use bytes::Bytes;
use tinsmith_runtime::{config::StrictResponses, events::EventFormat};

mod messages;
mod receiver;
mod sample;
mod sender;

/// Returns the format of messages in REST JSON.
fn rest_json(is_strict: bool) -> EventFormat {
    format(&SharedClientProtocol::new(AwsRestJsonProtocol::new()), is_strict)
}

fn format(protocol: &SharedClientProtocol, is_strict: bool) -> EventFormat {
    let mut layer = Layer::new("test");
    layer.store_put(StrictResponses(is_strict));
    EventFormat::new(protocol, &ConfigBag::of_layers([layer]))
}

fn text(value: &'static str) -> HeaderValue {
    HeaderValue::String(value.into())
}

/// Creates a message with the headers of its type and a payload.
fn message(headers: &[(&'static str, HeaderValue)], payload: &'static [u8]) -> Message {
    let headers = headers.iter().map(|(name, value)| Header::new(*name, value.clone())).collect();
    Message::new_from_parts(headers, Bytes::from_static(payload))
}

fn event(variant: &'static str, payload: &'static [u8]) -> Message {
    message(&[(":message-type", text("event")), (":event-type", text(variant))], payload)
}

/// The event without members as it is sent.
fn end() -> Message {
    let headers = [
        (":message-type", text("event")),
        (":event-type", text("end")),
        (":content-type", text("application/json")),
    ];
    message(&headers, b"{}")
}

fn exception(variant: &'static str, payload: &'static [u8]) -> Message {
    message(&[(":message-type", text("exception")), (":exception-type", text(variant))], payload)
}
