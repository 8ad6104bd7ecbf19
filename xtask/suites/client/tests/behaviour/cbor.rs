//! Cases of RPC v2 CBOR alone. The cases that it shares with JSON are in the other modules.

use aws_sdk_directconnect::{
    Client, Config, error::ProvideErrorMetadata, operation::delete_connection::DeleteConnectionError,
    types::ConnectionState,
};
use aws_smithy_cbor::{Encoder, protocol::RpcV2CborProtocol};
use aws_smithy_types::DateTime;
use client_suite::{Response, Server};
use serde_json::json;

use super::{CONNECTION, config, delete, protocol::Protocol, through_client};

#[tokio::test]
async fn request_has_path_and_headers_of_the_protocol() {
    let server = Server::start([Protocol::Cbor.response(200, "{}")]);
    delete(Protocol::Cbor.config(&server)).await.expect("a success");

    let request = server.request();
    assert_eq!(request.method(), "POST");
    assert_eq!(request.uri(), "/service/OvertureService/operation/DeleteConnection");
    assert_eq!(request.headers()["smithy-protocol"], "rpc-v2-cbor");
    assert_eq!(request.headers()["content-type"], "application/cbor");
    assert_eq!(request.headers()["accept"], "application/cbor");
    assert!(!request.headers().contains_key("x-amz-target"));
    assert_eq!(Protocol::Cbor.value(request.body()), json!({ "connectionId": CONNECTION }));
}

#[tokio::test]
async fn protocol_can_be_set_for_a_single_call() {
    let server = Server::start([Protocol::Cbor.response(200, "{}"), Protocol::Json.response(200, "{}")]);
    let client = Client::from_conf(config(&server).build());
    let call = || client.delete_connection().connection_id(CONNECTION);
    let overrides = Config::builder().protocol(RpcV2CborProtocol::new());
    call().customize().config_override(overrides).send().await.expect("a success");
    call().send().await.expect("a success");
    let requests = server.requests();
    let uris: Vec<_> = requests.iter().map(|request| request.uri().path()).collect();
    assert_eq!(uris, ["/service/OvertureService/operation/DeleteConnection", "/"]);
}

#[tokio::test]
async fn indefinite_lengths_are_read() {
    let mut body = Encoder::new(Vec::new());
    body.begin_map().str("connectionState").str("frozen");
    body.str("tags").begin_array().begin_map().str("key").str("owner").str("value").str("net").end().end();
    body.str("somethingNew").begin_map().str("a").begin_array().end().end();
    body.str("vlan").integer(101).end();
    let output = through_client(Protocol::Cbor, &Response::new(200, &[], body.into_writer())).await;

    let output = output.expect("a success");
    assert_eq!(output.connection_state().map(ConnectionState::as_str), Some("frozen"));
    assert_eq!(output.vlan(), 101);
    let [tag] = output.tags() else { panic!("{:?}", output.tags()) };
    assert_eq!((tag.key(), tag.value()), ("owner", Some("net")));
}

/// Smaller fractions are truncated, as the tests of the protocol expect.
#[tokio::test]
async fn timestamps_are_truncated_to_milliseconds() {
    let response = Protocol::Cbor.response(200, r#"{"loaIssueTime":1763844604.123456}"#);
    let output = through_client(Protocol::Cbor, &response).await.expect("a success");
    let expected = DateTime::from_secs_and_nanos(1_763_844_604, 123_000_000);
    assert_eq!(output.loa_issue_time(), Some(&expected));
}

/// JSON without code and message is the message of the error. CBOR is binary, so the message gives its length.
#[tokio::test]
async fn errors_without_code_and_message_give_the_length_of_the_body() {
    let response = Protocol::Cbor.response(403, r#"{"error":"forbidden"}"#);
    let error = through_client(Protocol::Cbor, &response).await.expect_err("the response is an error");
    let text = "DeleteConnection: 17 bytes that are not text (HTTP 403)";
    assert_eq!(error.into_service_error().to_string(), text);
}

/// Values of errors are not converted, like those of outputs (`leniency`).
#[tokio::test]
async fn errors_with_a_message_of_another_type_keep_their_code() {
    for message in ["7", "42", "[]", r#"{"a":"b"}"#] {
        let body = format!(r#"{{"__type":"DirectConnectClientException","message":{message}}}"#);
        let outcome = through_client(Protocol::Cbor, &Protocol::Cbor.response(400, &body)).await;
        let error = outcome.expect_err("the response is an error").into_service_error();
        assert!(matches!(error, DeleteConnectionError::Unhandled(_)), "{body}: {error:?}");
        assert_eq!(error.code(), Some("DirectConnectClientException"), "{body}: {error:?}");
    }
}
