//! Requests as the server receives them.

use aws_sdk_directconnect::{
    Client,
    config::{Credentials, Region},
    error::{DisplayErrorContext, SdkError},
};
use aws_smithy_async::time::StaticTimeSource;
use bytes::Bytes;
use client_suite::{Response, Server, signature::Signer};
use http::Request;

use super::{
    CONNECTION, config, credentials, delete, now,
    protocol::{Protocol, with_each_protocol},
};

// Other cases of CBOR requests are in `cbor`.
with_each_protocol! {
    signature_is_valid,
    strings_are_escaped,
}

/// Headers that are always signed.
const SIGNED: [&str; 5] = ["content-length", "content-type", "host", "x-amz-date", "x-amz-user-agent"];

/// Headers that signing adds.
const ADDED: [&str; 2] = ["x-amz-date", "x-amz-security-token"];

fn header<'a>(request: &'a Request<Bytes>, name: &str) -> Option<&'a str> {
    let mut values = request.headers().get_all(name).iter();
    let value = values.next().map(|value| value.to_str().expect("headers are text"));
    assert_eq!(values.next(), None, "{name} is not repeated");
    value
}

/// Restores the absolute URI of a received request.
fn absolute(request: &Request<Bytes>) -> Request<Bytes> {
    let mut request = request.clone();
    let uri = format!("http://{}{}", header(&request, "host").expect("HTTP/1.1 has a host"), request.uri());
    *request.uri_mut() = uri.parse().expect("host and path make a URI");
    request
}

fn signed_headers(authorization: &str) -> Vec<&str> {
    let (_, rest) = authorization.split_once("SignedHeaders=").expect("the headers are listed");
    rest.split(',').next().unwrap_or_default().split(';').collect()
}

/// Signs a received request again and compares the signatures.
fn assert_signature(request: &Request<Bytes>, signer: &Signer) {
    let found = header(request, "authorization").expect("the request is signed");
    let mut names = signed_headers(found);
    names.retain(|name| !ADDED.contains(name));
    let expected = signer.authorization(&absolute(request), &names).expect("the request can be signed");
    assert_eq!(found, expected);
}

#[tokio::test]
async fn request_has_exact_headers_and_body() {
    let server = Server::start([Response::json(200, "{}")]);
    delete(config(&server).time_source(StaticTimeSource::new(now()))).await.expect("a success");

    let request = server.request();
    assert_eq!(request.method(), "POST");
    assert_eq!(request.uri(), "/");
    assert_eq!(request.body(), br#"{"connectionId":"dxcon-ab12cd34"}"#.as_slice());
    for (name, value) in [
        ("content-length", "33"),
        ("content-type", "application/x-amz-json-1.1"),
        ("host", &server.address().to_string()),
        ("x-amz-date", "20261122T205004Z"),
        ("x-amz-target", "OvertureService.DeleteConnection"),
        ("amz-sdk-request", "attempt=1; max=3"),
    ] {
        assert_eq!(header(&request, name), Some(value), "{name}");
    }
    let mut names: Vec<_> = request.headers().keys().map(http::HeaderName::as_str).collect();
    names.sort_unstable();
    let expected = [
        "amz-sdk-invocation-id",
        "amz-sdk-request",
        "authorization",
        "content-length",
        "content-type",
        "host",
        "user-agent",
        "x-amz-date",
        "x-amz-target",
        "x-amz-user-agent",
    ];
    assert_eq!(names, expected);
}

async fn signature_is_valid(protocol: Protocol) {
    let cases = [
        (credentials(), "us-east-1"),
        (Credentials::new("AKIDEXAMPLE", "other", Some("session".into()), None, "test"), "eu-central-2"),
    ];
    for (credentials, region) in cases {
        let server = Server::start([protocol.response(200, "{}")]);
        let config = protocol
            .config(&server)
            .time_source(StaticTimeSource::new(now()))
            .credentials_provider(credentials.clone())
            .region(Region::new(region));
        delete(config).await.expect("a success");

        let request = server.request();
        let token = credentials.session_token();
        assert_eq!(header(&request, "x-amz-security-token"), token);
        let authorization = header(&request, "authorization").expect("the request is signed");
        let mut expected = SIGNED.to_vec();
        expected.extend(match protocol {
            Protocol::Json => &["x-amz-target"][..],
            Protocol::Cbor => &["accept", "smithy-protocol"],
        });
        expected.extend(token.map(|_| "x-amz-security-token"));
        expected.sort_unstable();
        assert_eq!(signed_headers(authorization), expected);
        let scope =
            format!("AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20261122/{region}/directconnect/aws4_request, ");
        assert!(authorization.starts_with(&scope), "{authorization}");
        assert_signature(&request, &Signer { credentials, region, time: now() });
    }
}

async fn strings_are_escaped(protocol: Protocol) {
    let server = Server::start([protocol.response(200, "{}")]);
    let client = Client::from_conf(protocol.config(&server).build());
    let call = client.delete_connection().connection_id("\"\\\n\u{1}é🦀");
    call.send().await.expect("a success");
    let body = protocol.value(server.request().body());
    assert_eq!(body, serde_json::json!({ "connectionId": "\"\\\n\u{1}é🦀" }));
}

#[tokio::test]
async fn missing_member_is_an_error_before_sending() {
    let server = Server::start([]);
    let client = Client::from_conf(config(&server).build());
    let cleared = client.delete_connection().connection_id(CONNECTION).set_connection_id(None);
    for call in [client.delete_connection(), cleared] {
        let error = call.send().await.expect_err("connectionId is required");
        assert!(matches!(error, SdkError::ConstructionFailure(_)), "{error:?}");
        let text = DisplayErrorContext(&error).to_string();
        assert!(text.contains("connectionId"), "{text}");
        assert!(text.contains("DeleteConnection"), "{text}");
        let text = DisplayErrorContext(aws_sdk_directconnect::Error::from(error)).to_string();
        assert!(text.contains("connectionId"), "{text}");
    }
    assert!(server.requests().is_empty(), "{:?}", server.requests());
}

#[tokio::test]
async fn input_builder_can_be_sent() {
    let server = Server::start([Response::json(200, "{}")]);
    let client = Client::from_conf(config(&server).build());
    let call = client.delete_connection().connection_id(CONNECTION);
    call.as_input().clone().send_with(&client).await.expect("a success");
    assert_eq!(server.request().body(), br#"{"connectionId":"dxcon-ab12cd34"}"#.as_slice());
}
