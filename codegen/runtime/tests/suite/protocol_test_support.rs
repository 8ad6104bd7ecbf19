//! What the protocol tests of generated crates rest on.

use aws_smithy_runtime_api::client::orchestrator::HttpRequest;

use crate::protocol_tests::{
    request::{Expected, config, sent},
    response::response,
};

fn request() -> HttpRequest {
    sent(config("example.com/custom"), async |client| {
        drop(client.delete_connection().connection_id("dxcon-1").send().await);
    })
}

fn expected() -> Expected<'static> {
    Expected {
        method: "POST",
        host: "example.com",
        path: "/custom/",
        query: &[],
        required_query: &[],
        forbidden_query: &["nothing"],
        headers: &[("X-Amz-Target", "OvertureService.DeleteConnection")],
        required_headers: &["Authorization"],
        forbidden_headers: &["X-Nothing"],
        body: Some((r#"{ "connectionId": "dxcon-1" }"#, "application/json")),
    }
}

#[test]
fn a_request_that_is_as_expected_passes() {
    expected().check(&request());
}

#[test]
#[should_panic(expected = "`a=b` in ``")]
fn a_missing_query_parameter_fails() {
    Expected { query: &["a=b"], ..expected() }.check(&request());
}

#[test]
#[should_panic(expected = "Protocol test failed")]
fn a_missing_required_query_parameter_fails() {
    Expected { required_query: &["a"], ..expected() }.check(&request());
}

#[test]
#[should_panic(expected = "other.example.com")]
fn another_host_fails() {
    Expected { host: "other.example.com", ..expected() }.check(&request());
}

#[test]
#[should_panic(expected = "Protocol test failed")]
fn another_header_fails() {
    Expected { headers: &[("X-Amz-Target", "OvertureService.Other")], ..expected() }.check(&request());
}

#[test]
#[should_panic(expected = "Protocol test failed")]
fn a_missing_header_fails() {
    Expected { required_headers: &["X-Nothing"], ..expected() }.check(&request());
}

#[test]
#[should_panic(expected = "Protocol test failed")]
fn a_forbidden_header_fails() {
    Expected { forbidden_headers: &["Authorization"], ..expected() }.check(&request());
}

#[test]
#[should_panic(expected = "Protocol test failed")]
fn another_body_fails() {
    Expected { body: Some((r#"{ "connectionId": "dxcon-2" }"#, "application/json")), ..expected() }
        .check(&request());
}

#[test]
fn a_response_has_the_bytes_that_base64_stands_for() {
    let cbor = response(200, &[("smithy-protocol", "rpc-v2-cbor")], ("oA==", "application/cbor"));
    assert_eq!(cbor.body().as_ref(), [0xa0]);
    assert_eq!(cbor.headers()["smithy-protocol"], "rpc-v2-cbor");
    let text = response(400, &[], ("{}", "application/json"));
    assert_eq!((text.status().as_u16(), text.body().as_ref()), (400, &b"{}"[..]));
}
