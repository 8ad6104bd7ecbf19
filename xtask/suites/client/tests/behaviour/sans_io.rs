//! Requests and responses without input and output: signed by `aws-sigv4`, carried by a blocking
//! socket. What the responses mean is tested beside the client's reading of them.

use aws_sdk_directconnect::{
    config::endpoint::{DefaultResolver, Params},
    operation::delete_connection::{DeleteConnection, DeleteConnectionInput},
    types::ConnectionState,
};
use aws_smithy_types::endpoint::Endpoint;
use client_suite::{Answer, Server, plain_http, signature::Signer};

use super::{config, credentials, delete, input, now};

#[test]
fn a_call_needs_no_runtime() {
    let server = Server::start([Answer::json(200, r#"{"connectionState":"deleted"}"#)]);
    let params = Params::builder().endpoint(server.url()).build().expect("a URL is enough");
    let endpoint = DefaultResolver::new().resolve(&params).expect("the URL is the endpoint");
    let mut request = DeleteConnection::http_request(&input(), &endpoint).expect("the input is complete");
    let signer = Signer { credentials: credentials(), region: "us-east-1", time: now() };
    signer.sign(&mut request).expect("the request can be signed");
    let response = plain_http::exchange(&request).expect("the server answers");
    let output = DeleteConnection::parse_response(&response).expect("the answer is a success");
    assert_eq!(output.connection_state(), Some(&ConnectionState::Deleted));

    let sent = server.request();
    assert_eq!(sent.headers()["x-amz-target"], "OvertureService.DeleteConnection");
    assert!(sent.headers().contains_key("authorization"));
}

#[tokio::test]
async fn the_request_is_the_clients_without_what_only_a_client_adds() {
    let server = Server::start([Answer::json(200, "{}"), Answer::json(200, "{}")]);
    delete(config(&server)).await.expect("a success");
    let endpoint = Endpoint::builder().url(server.url()).build();
    let request = DeleteConnection::http_request(&input(), &endpoint).expect("the input is complete");
    plain_http::exchange(&request).expect("the server answers");

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
fn endpoints_keep_their_path_and_headers() {
    let endpoint = Endpoint::builder().url("https://example.com/base").header("x-endpoint", "1").build();
    let request = DeleteConnection::http_request(&input(), &endpoint).expect("the input is complete");
    assert_eq!(request.uri(), "https://example.com/base/");
    assert_eq!(request.headers()["x-endpoint"], "1");
}

#[test]
fn a_missing_member_is_refused_by_name() {
    let input = DeleteConnectionInput::builder().build().expect("builders do not check");
    let endpoint = Endpoint::builder().url("https://example.com").build();
    let error = DeleteConnection::http_request(&input, &endpoint).expect_err("connectionId is required");
    let text = error.to_string();
    assert!(text.contains("connectionId") && text.contains("DeleteConnection"), "{text}");
}

#[test]
fn an_endpoint_that_is_no_url_is_refused() {
    let endpoint = Endpoint::builder().url("not a URL").build();
    DeleteConnection::http_request(&input(), &endpoint).expect_err("requests need a host");
}
