//! Errors with their sources, as `{:#}` of `anyhow` shows them: no text is shown twice.

use std::error::Error as StdError;

use aws_sdk_directconnect::{
    Client, Error,
    config::endpoint::{DefaultResolver, Params},
    error::SdkError,
    operation::delete_connection::{DeleteConnection, DeleteConnectionError, DeleteConnectionInput},
    types::Tag,
};
use aws_smithy_types::endpoint::Endpoint;
use client_suite::{Response, Server};

use super::{CONNECTION, config, protocol::Protocol, through_client};

/// Returns an error with its sources, of which none may have a text that was there before.
fn chain(error: impl StdError + Send + Sync + 'static) -> String {
    let error = anyhow::Error::from(error);
    let texts: Vec<String> = error.chain().map(ToString::to_string).collect();
    for (index, text) in texts.iter().enumerate() {
        assert!(!texts[..index].iter().any(|earlier| earlier.contains(text)), "{error:#}");
    }
    format!("{error:#}")
}

/// Response of the service with an error, and the text of that error.
const RESPONSES: [(&str, &str); 6] = [
    (
        r#"{"__type":"DirectConnectClientException","message":"m"}"#,
        "DeleteConnection: DirectConnectClientException: m (HTTP 400)",
    ),
    (r#"{"__type":"AccessDenied","message":"m"}"#, "DeleteConnection: AccessDenied: m (HTTP 400)"),
    (r#"{"__type":"AccessDenied"}"#, "DeleteConnection: AccessDenied (HTTP 400)"),
    (r#"{"message":"m"}"#, "DeleteConnection: m (HTTP 400)"),
    ("{}", "DeleteConnection: {} (HTTP 400)"),
    ("<html>", "DeleteConnection: <html> (HTTP 400)"),
];

#[tokio::test]
async fn error_of_the_service_is_shown_once() {
    for (body, text) in RESPONSES {
        let response = Response::new(400, &[], body);
        let error = || async { through_client(Protocol::Json, &response).await.expect_err("an error") };
        assert_eq!(chain(error().await), format!("service error: {text}"));
        assert_eq!(chain(error().await.into_service_error()), text);
        assert_eq!(chain(Error::from(error().await)), text);

        let response = http::Response::builder().status(400).body(body.into()).expect("a response");
        assert_eq!(chain(DeleteConnection::parse_response(&response).expect_err("an error")), text);
    }
}

#[tokio::test]
async fn cause_of_a_modelled_error_that_cannot_be_read_is_a_source() {
    let response = Protocol::Cbor.response(400, r#"{"__type":"DirectConnectClientException","message":5}"#);
    let error = through_client(Protocol::Cbor, &response).await.expect_err("an error");
    let text = chain(error.into_service_error());
    let start = "DeleteConnection: DirectConnectClientException (HTTP 400): ";
    assert!(text.starts_with(start) && text.len() > start.len(), "{text}");
}

#[tokio::test]
async fn response_that_cannot_be_read_is_shown_once() {
    for body in ["[]", "{", r#"{"tags":{}}"#] {
        let response = Response::new(200, &[], body);
        let error = || async { through_client(Protocol::Json, &response).await.expect_err("an error") };
        let text = chain(error().await.into_service_error());
        assert!(text.starts_with("DeleteConnection: ") && text.ends_with("(HTTP 200)"), "{text}");
        assert_eq!(chain(error().await), format!("service error: {text}"));
        assert_eq!(chain(Error::from(error().await)), text);
    }
}

/// Checks an error of a call without a response from the service, and returns its text as the crate's error.
fn without_response(error: SdkError<DeleteConnectionError>) -> String {
    let text = chain(Error::from(error));
    assert!(text.starts_with("DeleteConnection: "), "{text}");
    text
}

#[tokio::test]
async fn causes_of_calls_without_a_response_are_shown_once() {
    let server = Server::start([]);
    let settings = config(&server).build();
    let incomplete = || Client::from_conf(settings.clone()).delete_connection().send();
    let text = chain(incomplete().await.expect_err("connectionId is required"));
    assert_eq!(
        text,
        "failed to construct request: invalid field in input: connectionId (details: DeleteConnection requires it)"
    );
    let of_crate = without_response(incomplete().await.expect_err("connectionId is required"));
    assert_eq!(of_crate, format!("DeleteConnection: {text}"));

    drop(server);
    let refused = || Client::from_conf(settings.clone()).delete_connection().connection_id(CONNECTION).send();
    let text = chain(refused().await.expect_err("the server is closed"));
    assert!(text.starts_with("dispatch failure: io error: "), "{text}");
    let of_crate = without_response(refused().await.expect_err("the server is closed"));
    assert_eq!(of_crate, format!("DeleteConnection: {text}"));
}

/// The message of the crate's error contains all causes, so they are not sources; the variant has them.
#[test]
fn cause_without_a_response_can_be_inspected() {
    let error = || SdkError::<DeleteConnectionError>::timeout_error("too slow");
    assert_eq!(without_response(error()), "DeleteConnection: request has timed out: too slow");
    let error = Error::from(error());
    assert!(error.source().is_none());
    let Error::Unhandled(unhandled) = error else { panic!("{error:?}") };
    assert!(unhandled.source().is::<SdkError<DeleteConnectionError>>());
}

#[test]
fn errors_without_a_client_are_shown_once() {
    let endpoint = Endpoint::builder().url("https://example.com").build();
    let input = DeleteConnectionInput::builder().build().expect("members are checked later");
    let error = DeleteConnection::http_request(&input, &endpoint).expect_err("connectionId is required");
    assert!(chain(error).contains("connectionId"));
    assert!(chain(Tag::builder().build().expect_err("a key is required")).contains("key"));
    assert_eq!(
        chain(Error::from(Tag::builder().build().expect_err("a key is required"))).matches("key").count(),
        2
    );

    assert_eq!(chain(DeleteConnectionError::unhandled("why")), "why");
    let params = Params::builder().build().expect("no parameter is required");
    let error = DefaultResolver::new().resolve(&params).expect_err("there is no Region");
    assert!(chain(error).contains("Region"));
}
