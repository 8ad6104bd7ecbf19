//! Nulls in lists and maps, lenient and strict, and RPC v2 CBOR.

use aws_smithy_cbor::protocol::RpcV2CborProtocol;
use aws_smithy_json::codec::JsonCodec;
use aws_smithy_runtime_api::{
    client::orchestrator::{HttpResponse, Metadata},
    http::StatusCode,
};
use aws_smithy_schema::{
    Schema,
    codec::Codec as _,
    prelude,
    protocol::SharedClientProtocol,
    serde::{SerdeError, SerializableStruct, ShapeSerializer},
    shape_id,
};
use aws_smithy_types::{
    Document,
    body::SdkBody,
    config_bag::{ConfigBag, Layer},
};

use super::sample::{DeleteConnection, DeleteConnectionInput, DeleteConnectionOutput};
use tinsmith_runtime::{
    config::StrictResponses,
    protocol::{ResponseParser, erased, serialize, without_body},
    schema, union_traits,
    wire::{Readable as _, Writable as _},
};

use crate::service::SERVICE;

fn config(protocol: &SharedClientProtocol) -> ConfigBag {
    let mut layer = Layer::new("test");
    layer.store_put(protocol.clone());
    layer.store_put(Metadata::new("DeleteConnection", SERVICE.sdk_id));
    SERVICE.store(&mut layer);
    ConfigBag::of_layers([layer])
}

fn read(
    protocol: &SharedClientProtocol,
    status: u16,
    body: &[u8],
    strict: bool,
) -> Result<DeleteConnectionOutput, String> {
    let status = StatusCode::try_from(status).expect("the status is valid");
    let response = HttpResponse::new(status, SdkBody::from(body));
    let mut cfg = config(protocol);
    cfg.interceptor_state().store_put(StrictResponses(strict));
    ResponseParser { protocol, response: &response, cfg: &cfg }
        .parse(erased::<DeleteConnection>())
        .map(|output| output.downcast().expect("the output is the operation's"))
        .map_err(|error| error.to_string())
}

#[test]
fn nulls_are_dropped_from_dense_collections_unless_strict() {
    let protocol = (SERVICE.protocol)();
    let dense = br#"{"tags":[null,{"key":"k"}],"labels":{"a":null,"b":"c"}}"#;
    let output = read(&protocol, 200, dense, false).expect("nulls are dropped");
    assert_eq!(output.tags.map(|tags| tags.len()), Some(1));
    assert_eq!(output.labels.map(|labels| labels.len()), Some(1));
    let error = read(&protocol, 200, dense, true).expect_err("nulls are refused");
    assert!(error.contains("null in a list or map that has none in member `tags`"), "{error}");
}

schema! {
    CHOICE: Union "sample" "Choice" {
        0 "count": Integer;
        1 "nothing": Structure;
    }
}

/// A union as it is generated, one of whose variants has no value.
#[derive(Clone, Debug, PartialEq)]
enum Choice {
    Count(i32),
    Nothing,
    Unknown,
}

union_traits! {
    Choice: CHOICE, writes and reads {
        0 Count(value);
        1 Nothing;
    }
}

#[test]
fn unions_are_read_and_written() {
    let codec = JsonCodec::default();
    let read = |text: &str| Choice::read(&mut codec.create_deserializer(text.as_bytes()), &CHOICE);
    let write = |union: &Choice| {
        let mut writer = codec.create_serializer();
        union.write(&mut writer, &CHOICE).map(|()| writer.finish())
    };
    assert_eq!(read(r#"{"count":3}"#).expect("a variant"), Choice::Count(3));
    assert_eq!(write(&Choice::Count(3)).expect("a variant"), br#"{"count":3}"#);
    assert_eq!(read(r#"{"count":null,"nothing":{"more":[1]}}"#).expect("a variant"), Choice::Nothing);
    assert_eq!(write(&Choice::Nothing).expect("a variant"), br#"{"nothing":{}}"#);
    assert_eq!(read(r#"{"newer":1}"#).expect("another variant"), Choice::Unknown);
    let error = write(&Choice::Unknown).expect_err("nobody knows what it holds").to_string();
    assert_eq!(error, "a variant of `Choice` that this version of the crate does not know cannot be sent");
}

#[test]
fn nulls_among_documents_are_documents() {
    static LIST: Schema<'static> = Schema::new_list(shape_id!("sample", "Documents"), &prelude::DOCUMENT);
    let codec = JsonCodec::default();
    let read = Vec::<Document>::read(&mut codec.create_deserializer(b"[null,true]"), &LIST);
    assert_eq!(read.expect("a list"), [Document::Null, Document::Bool(true)]);
}

#[test]
fn strict_keeps_to_the_model() {
    let protocol = (SERVICE.protocol)();
    let sparse = br#"{"vlan":null,"notes":[null],"hints":{"a":null},"prefixPoolSize":1}"#;
    assert!(read(&protocol, 200, sparse, true).is_ok());
    assert!(read(&protocol, 200, br#"{"connectionState":false}"#, true).is_err());
}

#[test]
fn cbor_requests_and_responses() {
    let protocol = SharedClientProtocol::new(RpcV2CborProtocol::new());
    let cfg = config(&protocol);
    let input = DeleteConnectionInput::new("dxcon-1");
    let request =
        serialize(erased::<DeleteConnection>(), &protocol, &input, None, &cfg).expect("the input is valid");
    assert_eq!(request.uri(), "/service/OvertureService/operation/DeleteConnection");
    assert_eq!(request.headers().get("content-type"), Some("application/cbor"));

    // {"connectionId": "x", "tags": [null]}
    let body = b"\xa2\x6cconnectionId\x61x\x64tags\x81\xf6";
    let output = read(&protocol, 200, body, false).expect("nulls are dropped");
    assert_eq!(output.connection_id.as_deref(), Some("x"));
    assert_eq!(output.tags, Some(Vec::new()));

    let error = read(&protocol, 503, b"<html>", false).expect_err("the status is 503");
    assert_eq!(error, "DeleteConnection: <html> (HTTP 503)");
}

/// Neither boto3 nor the official crates decode bodies, and no request asks for an encoding.
#[test]
fn errors_mention_the_content_encoding() {
    let protocol = (SERVICE.protocol)();
    for status in [200, 503] {
        let status = StatusCode::try_from(status).expect("the status is valid");
        let mut response = HttpResponse::new(status, SdkBody::from(&b"\x1f\x8b\x08"[..]));
        response.headers_mut().insert("content-encoding", "gzip");
        let cfg = config(&protocol);
        let parser = ResponseParser { protocol: &protocol, response: &response, cfg: &cfg };
        let error = parser.parse(erased::<DeleteConnection>()).map(drop).expect_err("not JSON").to_string();
        assert!(error.contains("the content encoding `gzip`, which is not decoded"), "{error}");
    }
}

/// `message` may be a member of another type, and what it contains is not the code.
#[test]
fn cbor_errors_have_a_code_next_to_messages_that_are_not_text() {
    let protocol = SharedClientProtocol::new(RpcV2CborProtocol::new());
    let code = b"\x66__type\x78\x1ea#DirectConnectClientException";
    for message in [&b"\xa1\x66__type\x65Other"[..], b"\x19\x01\x2c", b"\x82\x01\x02", b"\xf6"] {
        for entries in [[&b"\x67message"[..], message, code], [code, b"\x67message", message]] {
            let body = [&b"\xa2"[..], &entries.concat()].concat();
            let error = read(&protocol, 400, &body, false).expect_err("the status is 400");
            assert_eq!(error, "DeleteConnection: DirectConnectClientException (HTTP 400)", "{body:x?}");
        }
    }
}

/// The specification demands the header, and neither boto3 nor the official crates check it.
#[test]
fn cbor_needs_no_header_of_the_protocol() {
    let protocol = SharedClientProtocol::new(RpcV2CborProtocol::new());
    let output = read(&protocol, 200, b"\xa1\x64vlan\x05", false).expect("no header is needed");
    assert_eq!(output.vlan, 5);
    assert!(read(&protocol, 200, b"\xf6", false).is_ok());
    assert!(read(&protocol, 200, b"\xf6", true).is_err());
}

struct Nothing;

impl SerializableStruct for Nothing {
    fn schema(&self) -> &Schema<'_> {
        &prelude::UNIT
    }

    fn serialize_members(&self, _: &mut dyn ShapeSerializer) -> Result<(), SerdeError> {
        Ok(())
    }
}

#[test]
fn cbor_sends_nothing_where_there_is_no_input() {
    let protocol = SharedClientProtocol::new(RpcV2CborProtocol::new());
    let mut request = protocol
        .serialize_request(&Nothing, &prelude::UNIT, "", &config(&protocol))
        .expect("there is nothing to go wrong");
    without_body(&mut request, &protocol);
    assert_eq!(request.body().bytes(), Some(&b""[..]));
    assert_eq!(request.headers().get("content-type"), None);
    assert_eq!(request.headers().get("content-length"), Some("0"));
    assert_eq!(request.headers().get("smithy-protocol"), Some("rpc-v2-cbor"));
    let json = (SERVICE.protocol)();
    let mut request = json.serialize_request(&Nothing, &prelude::UNIT, "", &config(&json)).expect("as above");
    without_body(&mut request, &json);
    assert_eq!(request.body().bytes(), Some(&b"{}"[..]));
}
