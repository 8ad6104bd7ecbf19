//! Servers that fail, stall and close connections.
//!
//! No test depends on the speed of the machine: timeouts of an hour expire when the server stalls, and short
//! timeouts are used with servers that never respond.

use std::time::Duration;

use aws_sdk_directconnect::{
    config::{AsyncSleep, Builder, Sleep, retry::RetryConfig, timeout::TimeoutConfig},
    error::{DisplayErrorContext, ProvideErrorMetadata, SdkError},
};
use aws_smithy_async::rt::sleep::TokioSleep;
use bytes::Bytes;
use client_suite::{Response, Server, Stalls};
use http::Request;

use super::{
    config, delete,
    protocol::{Protocol, with_each_protocol},
    retries,
};

// The other tests do not depend on the content of responses.
with_each_protocol! {
    transient_failure_is_retried,
    persistent_failure_returns_the_last_error,
    permanent_failure_is_not_retried,
    incomplete_bodies_are_a_response_error,
}

/// Timeout that expires when the server stalls.
const HOUR: Duration = Duration::from_hours(1);

/// Timeout that expires in real time.
const MOMENT: Duration = Duration::from_millis(200);

const DELETED: &str = r#"{"connectionState":"deleted"}"#;

fn success() -> Response {
    Protocol::Json.response(200, DELETED)
}

/// Sleeps in real time below an hour. Longer sleeps end when the server stalls.
#[derive(Debug)]
struct SleepUntilStall(Stalls);

impl AsyncSleep for SleepUntilStall {
    fn sleep(&self, duration: Duration) -> Sleep {
        if duration < HOUR {
            return TokioSleep::new().sleep(duration);
        }
        let stalls = self.0.clone();
        Sleep::new(async move { stalls.next().await })
    }
}

fn timeouts(server: &Server, timeouts: TimeoutConfig) -> Builder {
    config(server).sleep_impl(SleepUntilStall(server.stalls())).timeout_config(timeouts)
}

fn header<'a>(request: &'a Request<Bytes>, name: &str) -> &'a str {
    request.headers().get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
}

/// Failures that are retried.
fn transient_failures(protocol: Protocol) -> Vec<(&'static str, Response)> {
    let coded = |code| protocol.response(400, &format!(r#"{{"__type":"{code}","message":"slow down"}}"#));
    let in_header = [("x-amzn-errortype", "Throttling")];
    vec![
        ("500", protocol.response(500, "{}")),
        ("500 in HTML", Response::new(500, &[("content-type", "text/html")], "<html>")),
        ("502", Response::new(502, &[], "")),
        ("503", Response::new(503, &[], "Service Unavailable")),
        ("504", Response::new(504, &[], "")),
        (
            "DirectConnectServerException",
            protocol.response(500, r#"{"__type":"DirectConnectServerException"}"#),
        ),
        ("ThrottlingException", coded("ThrottlingException")),
        ("namespaced", coded("com.amazon.coral.availability#ThrottlingException")),
        ("TooManyRequestsException", coded("TooManyRequestsException")),
        ("RequestLimitExceeded", coded("RequestLimitExceeded")),
        ("RequestTimeout", coded("RequestTimeout")),
        ("in the header", protocol.response_with(400, &in_header, "{}")),
        ("in the header, over HTML", Response::new(400, &in_header, "<html>")),
        ("closed before the response", Response::disconnect()),
        ("closed in the head", protocol.response(200, DELETED).without_last(40).then_disconnect()),
        ("closed in the body", protocol.response(200, DELETED).without_last(5).then_disconnect()),
    ]
}

async fn transient_failure_is_retried(protocol: Protocol) {
    for (name, failure) in transient_failures(protocol) {
        let server = Server::start([failure, protocol.response(200, DELETED)]);
        let output =
            delete(protocol.config(&server)).await.unwrap_or_else(|error| panic!("{name}: {error:?}"));
        assert_eq!(output.connection_state().map(AsRef::as_ref), Some("deleted"), "{name}");
        let requests = server.requests();
        let [first, second] = requests.as_slice() else { panic!("{name}: {requests:?}") };
        assert_eq!(header(first, "amz-sdk-request"), "attempt=1; max=3", "{name}");
        assert!(header(second, "amz-sdk-request").contains("attempt=2; max=3"), "{name}: {second:?}");
        let id = "amz-sdk-invocation-id";
        assert_eq!(header(first, id), header(second, id), "{name}");
        assert_eq!(first.body(), second.body(), "{name}");
    }
}

async fn persistent_failure_returns_the_last_error(protocol: Protocol) {
    let failure = |id| protocol.response_with(503, &[("x-amzn-requestid", id)], r#"{"__type":"Busy"}"#);
    for attempts in 1..=4 {
        let ids = ["id-1", "id-2", "id-3", "id-4", "id-5"];
        let server = Server::start(ids.map(failure));
        let error =
            delete(protocol.config(&server).retry_config(retries(attempts))).await.expect_err("always busy");
        let text = format!("DeleteConnection: Busy (HTTP 503, request id id-{attempts})");
        assert_eq!(error.into_service_error().to_string(), text);
        assert_eq!(server.requests().len(), attempts as usize);
    }
}

#[tokio::test]
async fn default_is_three_attempts() {
    let server = Server::start((0..5).map(|_| Response::json(500, "{}")));
    let quick = RetryConfig::standard()
        .with_initial_backoff(Duration::from_millis(1))
        .with_max_backoff(Duration::from_millis(1));
    delete(config(&server).retry_config(quick)).await.expect_err("every response is an error");
    assert_eq!(server.requests().len(), 3);
}

async fn permanent_failure_is_not_retried(protocol: Protocol) {
    let cases = [
        protocol.response(400, r#"{"__type":"DirectConnectClientException","message":"m"}"#),
        protocol.response(400, r#"{"__type":"ConnectionNotFound","message":"m"}"#),
        protocol.response(403, r#"{"__type":"AccessDeniedException"}"#),
        Response::new(404, &[], "<html>"),
        Response::new(200, &[], r#"{"connectionState":"#),
    ];
    for response in cases {
        let server = Server::start([response.clone(), protocol.response(200, DELETED)]);
        let error = delete(protocol.config(&server)).await.expect_err("the response is an error");
        assert!(matches!(error, SdkError::ServiceError(_)), "{response:?}: {error:?}");
        assert_eq!(server.requests().len(), 1, "{response:?}");
    }
}

#[tokio::test]
async fn operation_timeout_expires_in_real_time() {
    let half = success().without_last(5).then_stall();
    for response in [Response::stall(), half] {
        let server = Server::start([response]);
        let timeouts = TimeoutConfig::builder().operation_timeout(MOMENT).build();
        let error =
            delete(config(&server).timeout_config(timeouts)).await.expect_err("the server does not respond");
        assert!(matches!(error, SdkError::TimeoutError(_)), "{error:?}");
        let text = DisplayErrorContext(&error).to_string();
        assert!(text.contains("timeout"), "{text}");
        assert_eq!(server.requests().len(), 1);
    }
}

#[tokio::test]
async fn operation_timeout_ends_the_call() {
    let server = Server::start([Response::json(500, "{}"), Response::stall(), success()]);
    let limit = TimeoutConfig::builder().operation_timeout(HOUR).build();
    let error = delete(timeouts(&server, limit)).await.expect_err("the second response never comes");
    assert!(matches!(error, SdkError::TimeoutError(_)), "{error:?}");
    assert_eq!(server.requests().len(), 2);
}

#[tokio::test]
async fn attempt_that_times_out_is_retried() {
    let half = success().without_last(5).then_stall();
    for stalled in [Response::stall(), half] {
        let server = Server::start([stalled, success()]);
        let limit = TimeoutConfig::builder().operation_attempt_timeout(HOUR).build();
        delete(timeouts(&server, limit)).await.expect("the second response is a success");
        assert_eq!(server.requests().len(), 2);
    }
}

#[tokio::test]
async fn read_that_times_out_is_retried() {
    let server = Server::start([Response::stall(), success()]);
    let limit = TimeoutConfig::builder().read_timeout(HOUR).build();
    delete(timeouts(&server, limit)).await.expect("the second response is a success");
    assert_eq!(server.requests().len(), 2);
}

#[tokio::test]
async fn repeated_read_timeouts_are_a_dispatch_failure() {
    let server = Server::start([Response::stall(), Response::stall()]);
    let limit = TimeoutConfig::builder().read_timeout(HOUR).build();
    let error = delete(timeouts(&server, limit).retry_config(retries(2)))
        .await
        .expect_err("the server does not respond");
    let SdkError::DispatchFailure(failure) = &error else { panic!("{error:?}") };
    assert!(failure.is_timeout(), "{error:?}");
    assert_eq!(error.code(), None);
    assert_eq!(server.requests().len(), 2);
}

#[tokio::test]
async fn closed_connections_are_a_dispatch_failure() {
    let server = Server::start((0..5).map(|_| Response::disconnect()));
    let error = delete(config(&server)).await.expect_err("the server does not respond");
    let SdkError::DispatchFailure(failure) = &error else { panic!("{error:?}") };
    assert!(!failure.is_timeout() && !failure.is_user(), "{error:?}");
    assert_eq!(server.requests().len(), 3);
}

async fn incomplete_bodies_are_a_response_error(protocol: Protocol) {
    let server =
        Server::start((0..5).map(|_| protocol.response(200, DELETED).without_last(5).then_disconnect()));
    let error = delete(protocol.config(&server)).await.expect_err("every body is incomplete");
    assert!(matches!(error, SdkError::ResponseError(_)), "{error:?}");
    assert_eq!(error.raw_response().map(|raw| raw.status().as_u16()), Some(200));
    assert_eq!(server.requests().len(), 3);
}

#[tokio::test]
async fn response_that_is_not_http_is_a_dispatch_failure_with_cause() {
    for garbage in ["SSH-2.0-OpenSSH_9.9\r\n", "HTTP/1.1 two hundred\r\n\r\n", "\u{0}\u{1}\u{2}\r\n\r\n"] {
        let server = Server::start((0..5).map(|_| Response::raw(garbage).then_disconnect()));
        let error = delete(config(&server)).await.expect_err("the response is not HTTP");
        assert!(matches!(error, SdkError::DispatchFailure(_)), "{garbage:?}: {error:?}");
        let text = DisplayErrorContext(&error).to_string();
        assert!(text.contains("HTTP"), "{garbage:?}: {text}");
    }
}

#[tokio::test]
async fn refused_connection_is_a_dispatch_failure() {
    let server = Server::start([]);
    let config = config(&server);
    drop(server);
    let error = delete(config).await.expect_err("the server is closed");
    let SdkError::DispatchFailure(failure) = &error else { panic!("{error:?}") };
    assert!(failure.is_io(), "{error:?}");
    let text = DisplayErrorContext(&error).to_string();
    assert!(text.contains("refused"), "{text}");
    let error = aws_sdk_directconnect::Error::from(error);
    assert!(DisplayErrorContext(&error).to_string().contains("refused"), "{error:?}");
}
