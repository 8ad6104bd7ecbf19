//! Another protocol than the one that the crate was generated for, chosen when the client is configured.

use aws_sdk_directconnect::config::Builder;
use aws_sdk_directconnect::error::{DisplayErrorContext, ProvideErrorMetadata};
use aws_sdk_directconnect::operation::{RequestId, delete_connection::DeleteConnectionError};
use aws_sdk_directconnect::types::{ConnectionState, HasLogicalRedundancy};
use aws_smithy_cbor::{Decoder, Encoder, protocol::RpcV2CborProtocol};
use aws_smithy_types::DateTime;
use client_tests::{Answer, Server};

use crate::{CONNECTION, config, delete, retries};

const HEADERS: [(&str, &str); 3] =
    [("content-type", "application/cbor"), ("smithy-protocol", "rpc-v2-cbor"), ("x-amzn-requestid", "7f1c")];

fn cbor(server: &Server) -> Builder {
    config(server).protocol(RpcV2CborProtocol::new())
}

fn answer(status: u16, body: impl FnOnce(&mut Encoder)) -> Answer {
    let mut encoder = Encoder::new(Vec::new());
    encoder.begin_map();
    body(&mut encoder);
    encoder.end();
    Answer::response(status, &HEADERS, encoder.into_writer())
}

#[tokio::test]
async fn a_request_goes_the_way_of_the_protocol() {
    let server = Server::start([answer(200, |_| {})]);
    delete(cbor(&server)).await.expect("an answer");

    let requests = server.requests();
    let [request] = &requests[..] else { panic!("{} requests", requests.len()) };
    assert_eq!(request.method(), "POST");
    assert_eq!(request.uri().path(), "/service/OvertureService/operation/DeleteConnection");
    assert_eq!(request.headers()["smithy-protocol"], "rpc-v2-cbor");
    assert_eq!(request.headers()["content-type"], "application/cbor");
    assert_eq!(request.headers()["accept"], "application/cbor");
    assert!(!request.headers().contains_key("x-amz-target"));
    assert!(
        request.headers()["authorization"].to_str().is_ok_and(|text| text.starts_with("AWS4-HMAC-SHA256 "))
    );
    let mut body = Decoder::new(request.body());
    body.map().expect("a map");
    assert_eq!(body.str().expect("a key"), "connectionId");
    assert_eq!(body.str().expect("a value"), CONNECTION);
}

#[tokio::test]
async fn a_response_is_read() {
    let server = Server::start([answer(200, |body| {
        body.str("connectionId").str(CONNECTION);
        body.str("connectionState").str("frozen");
        body.str("vlan").integer(101);
        body.str("loaIssueTime").timestamp(&DateTime::from_secs_f64(1_795_380_604.5));
        body.str("jumboFrameCapable").boolean(true);
        body.str("hasLogicalRedundancy").str("unknown");
        body.str("lagId").null();
        body.str("tags").array(1).begin_map().str("key").str("owner").str("value").str("net").end();
        body.str("somethingNew").begin_map().str("a").integer(1).end();
    })]);
    let output = delete(cbor(&server)).await.expect("an answer");

    assert_eq!(output.connection_id(), Some(CONNECTION));
    assert_eq!(output.connection_state().map(ConnectionState::as_str), Some("frozen"));
    assert_eq!(output.vlan(), 101);
    assert_eq!(output.loa_issue_time(), Some(&DateTime::from_secs_f64(1_795_380_604.5)));
    assert_eq!(output.jumbo_frame_capable(), Some(true));
    assert_eq!(output.has_logical_redundancy(), Some(&HasLogicalRedundancy::UnknownValue));
    assert_eq!(output.lag_id(), None);
    let [tag] = output.tags() else { panic!("{:?}", output.tags()) };
    assert_eq!((tag.key(), tag.value()), ("owner", Some("net")));
    assert_eq!(output.request_id(), Some("7f1c"));
}

#[tokio::test]
async fn an_error_is_read() {
    let server = Server::start([answer(400, |body| {
        body.str("__type").str("com.amazonaws.directconnect#DirectConnectClientException");
        body.str("message").str("no such connection");
    })]);
    let error = delete(cbor(&server)).await.expect_err("an error");

    let text = DisplayErrorContext(&error).to_string();
    let error = error.into_service_error();
    assert!(matches!(error, DeleteConnectionError::DirectConnectClientException(_)), "{error:?}");
    assert_eq!(error.code(), Some("DirectConnectClientException"));
    assert_eq!(error.message(), Some("no such connection"));
    assert!(text.contains("HTTP 400, request id 7f1c"), "{text}");
}

#[tokio::test]
async fn a_server_error_is_tried_again() {
    let failure = answer(500, |body| {
        body.str("__type").str("DirectConnectServerException");
    });
    let server = Server::start([failure, answer(200, |_| {})]);
    delete(cbor(&server).retry_config(retries(2))).await.expect("the second answer");
    assert_eq!(server.requests().len(), 2);
}

#[tokio::test]
async fn a_body_that_is_not_cbor_is_an_error_that_shows_it() {
    let server =
        Server::start([Answer::response(502, &[("content-type", "text/html")], "<p>bad gateway</p>")]);
    let error = delete(cbor(&server).retry_config(retries(1))).await.expect_err("an error");
    let text = DisplayErrorContext(&error).to_string();
    assert!(text.contains("bad gateway") && text.contains("HTTP 502"), "{text}");
}
