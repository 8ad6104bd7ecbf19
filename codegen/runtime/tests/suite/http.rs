//! Requests and responses without a client.

use std::collections::HashMap;

use aws_smithy_types::{DateTime, endpoint::Endpoint};
use aws_types::request_id::RequestId as _;
use bytes::Bytes;

use super::sample::{DeleteConnection, DeleteConnectionInput, Tag};
use tinsmith_runtime::protocol::{http_request, parse_response};

fn request(input: &DeleteConnectionInput, url: &str) -> http::Request<Bytes> {
    let endpoint = Endpoint::builder().url(url.to_owned()).header("x-extra", "1").build();
    http_request::<DeleteConnection>(input, &endpoint).expect("the input is complete")
}

#[test]
fn a_request_is_exactly_the_protocols() {
    let request = request(&DeleteConnectionInput::new("dxcon-1"), "https://example.com");
    assert_eq!(request.method(), "POST");
    assert_eq!(request.uri(), "https://example.com/");
    let headers: HashMap<_, _> =
        request.headers().iter().map(|(name, value)| (name.as_str(), value.to_str().unwrap())).collect();
    assert_eq!(
        headers,
        HashMap::from([
            ("content-type", "application/x-amz-json-1.1"),
            ("content-length", "26"),
            ("x-amz-target", "OvertureService.DeleteConnection"),
            ("x-amzn-query-mode", "true"),
            ("x-extra", "1"),
        ])
    );
    assert_eq!(request.body(), r#"{"connectionId":"dxcon-1"}"#);
}

#[test]
fn a_custom_path_is_kept_as_the_protocol_tests_want_it() {
    let input = DeleteConnectionInput::new("dxcon-1");
    assert_eq!(request(&input, "http://localhost:5000/custom").uri().path(), "/custom/");
    assert_eq!(request(&input, "http://localhost:5000/custom/").uri().path(), "/custom/");
}

#[test]
fn every_kind_of_member_is_written() {
    let input = DeleteConnectionInput {
        tags: Some(vec![Tag { key: "k".into(), value: None }]),
        notes: Some(vec![None, Some("n".into())]),
        labels: Some(HashMap::from([("a".into(), "b".into())])),
        hints: Some(HashMap::from([("c".into(), None)])),
        requested_at: Some(DateTime::from_secs(1)),
        ..DeleteConnectionInput::new("dxcon-1")
    };
    let request = request(&input, "https://example.com");
    assert_eq!(
        request.body(),
        r#"{"connectionId":"dxcon-1","tags":[{"key":"k"}],"notes":[null,"n"],"labels":{"a":"b"},"hints":{"c":null},"requestedAt":1}"#
    );
}

#[test]
fn a_missing_required_member_is_named() {
    let endpoint = Endpoint::builder().url("https://example.com").build();
    let error = http_request::<DeleteConnection>(&DeleteConnectionInput::default(), &endpoint)
        .expect_err("connectionId is missing");
    assert_eq!(
        error.to_string(),
        "invalid field in input: connectionId (details: DeleteConnection requires it)"
    );
}

#[test]
fn an_endpoint_that_is_no_url_is_an_error() {
    let endpoint = Endpoint::builder().url("not a url").build();
    let input = DeleteConnectionInput::new("dxcon-1");
    assert!(http_request::<DeleteConnection>(&input, &endpoint).is_err());
}

#[test]
fn headers_that_are_not_text_do_no_harm() {
    let response = http::Response::builder()
        .header("x-amzn-requestid", "abc")
        .header("x-odd", http::HeaderValue::from_bytes(b"\xff").unwrap())
        .body(Bytes::from_static(b"{}"))
        .unwrap();
    let output = parse_response::<DeleteConnection>(&response).expect("the body is an object");
    assert_eq!(output.request_id(), Some("abc"));
}
