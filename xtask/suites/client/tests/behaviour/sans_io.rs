//! The sans-I/O functions: requests are signed by `aws-sigv4` and sent by a blocking client. Parsing is tested in
//! the other modules together with the client's.

use aws_sdk_directconnect::{
    config::endpoint::{DefaultResolver, Params},
    operation::delete_connection::{DeleteConnection, DeleteConnectionInput},
    types::ConnectionState,
};
use aws_smithy_types::endpoint::Endpoint;
use client_suite::{Response, Server, plain_http, signature::Signer};

use super::{config, credentials, delete, input, now};

#[test]
fn call_without_a_runtime_succeeds() {
    let server = Server::start([Response::json(200, r#"{"connectionState":"deleted"}"#)]);
    let params = Params::builder().endpoint(server.url()).build().expect("a URL is enough");
    let endpoint = DefaultResolver::new().resolve(&params).expect("the URL is the endpoint");
    let mut request = DeleteConnection::http_request(&input(), &endpoint).expect("the input is complete");
    let signer = Signer { credentials: credentials(), region: "us-east-1", time: now() };
    signer.sign(&mut request).expect("the request can be signed");
    let response = plain_http::send(&request).expect("the server responds");
    let output = DeleteConnection::parse_response(&response).expect("the response is a success");
    assert_eq!(output.connection_state(), Some(&ConnectionState::Deleted));

    let sent = server.request();
    assert_eq!(sent.headers()["x-amz-target"], "OvertureService.DeleteConnection");
    assert!(sent.headers().contains_key("authorization"));
}

#[tokio::test]
async fn request_equals_that_of_the_client_without_its_own_headers() {
    let server = Server::start([Response::json(200, "{}"), Response::json(200, "{}")]);
    delete(config(&server)).await.expect("a success");
    let endpoint = Endpoint::builder().url(server.url()).build();
    let request = DeleteConnection::http_request(&input(), &endpoint).expect("the input is complete");
    plain_http::send(&request).expect("the server responds");

    let requests = server.requests();
    let [client, plain] = requests.as_slice() else { panic!("{requests:?}") };
    assert_eq!((client.method(), client.uri()), (plain.method(), plain.uri()));
    assert_eq!(client.body(), plain.body());
    let mut names: Vec<_> = request.headers().keys().map(http::HeaderName::as_str).collect();
    names.sort_unstable();
    assert_eq!(names, ["content-length", "content-type", "x-amz-target"]);
    for name in names {
        assert_eq!(client.headers()[name], plain.headers()[name], "{name}");
    }
}

#[test]
fn path_and_headers_of_endpoints_are_used() {
    let endpoint = Endpoint::builder().url("https://example.com/base").header("x-endpoint", "1").build();
    let request = DeleteConnection::http_request(&input(), &endpoint).expect("the input is complete");
    assert_eq!(request.uri(), "https://example.com/base/");
    assert_eq!(request.headers()["x-endpoint"], "1");
}

#[test]
fn missing_member_is_an_error() {
    let input = DeleteConnectionInput::builder().build().expect("builders do not check");
    let endpoint = Endpoint::builder().url("https://example.com").build();
    let error = DeleteConnection::http_request(&input, &endpoint).expect_err("connectionId is required");
    let text = error.to_string();
    assert!(text.contains("connectionId") && text.contains("DeleteConnection"), "{text}");
}

#[test]
fn endpoint_that_is_not_a_url_is_an_error() {
    let endpoint = Endpoint::builder().url("not a URL").build();
    DeleteConnection::http_request(&input(), &endpoint).expect_err("requests need a host");
}
