//! The example `blocking`.

use aws_credential_types::Credentials;
use aws_sdk_directconnect::{
    error::ProvideErrorMetadata, operation::delete_connection::DeleteConnectionError, types::ConnectionState,
};
use client_suite::{Response, Server};

#[expect(dead_code, reason = "`main` of the example is not called")]
#[path = "../examples/blocking.rs"]
mod blocking;

fn credentials() -> Credentials {
    Credentials::for_tests()
}

#[test]
fn success_returns_the_output() {
    let server = Server::start([Response::json(200, r#"{"connectionState":"deleted"}"#)]);
    let output = blocking::delete_connection(&server.url(), "dxcon-1", &credentials()).expect("a success");
    assert_eq!(output.connection_state(), Some(&ConnectionState::Deleted));
    let sent = server.request();
    assert_eq!(sent.body(), r#"{"connectionId":"dxcon-1"}"#);
    assert!(sent.headers().contains_key("authorization"));
}

#[test]
fn failure_returns_the_error_of_the_operation() {
    let response = r#"{"__type":"ConnectionNotFound","message":"There is none."}"#;
    let server = Server::start([Response::json(400, response)]);
    let error = blocking::delete_connection(&server.url(), "dxcon-1", &credentials())
        .expect_err("the response is an error");
    let error: &DeleteConnectionError = error.downcast_ref().expect("the type of the operation");
    assert_eq!(error.code(), Some("ConnectionNotFound"));
}
