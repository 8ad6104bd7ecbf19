//! The example of a call that blocks does what it says.

use aws_credential_types::Credentials;
use aws_sdk_directconnect::{
    error::ProvideErrorMetadata, operation::delete_connection::DeleteConnectionError, types::ConnectionState,
};
use client_suite::{Answer, Server};

#[expect(dead_code, reason = "an example has a `main`, which reads the command line")]
#[path = "../examples/blocking.rs"]
mod blocking;

fn credentials() -> Credentials {
    Credentials::for_tests()
}

#[test]
fn a_connection_is_deleted() {
    let server = Server::start([Answer::json(200, r#"{"connectionState":"deleted"}"#)]);
    let output = blocking::delete_connection(&server.url(), "dxcon-1", &credentials()).expect("a success");
    assert_eq!(output.connection_state(), Some(&ConnectionState::Deleted));
    let sent = server.request();
    assert_eq!(sent.body(), r#"{"connectionId":"dxcon-1"}"#);
    assert!(sent.headers().contains_key("authorization"));
}

#[test]
fn an_error_is_the_operations_own() {
    let answer = r#"{"__type":"ConnectionNotFound","message":"There is none."}"#;
    let server = Server::start([Answer::json(400, answer)]);
    let error = blocking::delete_connection(&server.url(), "dxcon-1", &credentials()).expect_err("a failure");
    let error: &DeleteConnectionError = error.downcast_ref().expect("the type of the operation");
    assert_eq!(error.code(), Some("ConnectionNotFound"));
}
