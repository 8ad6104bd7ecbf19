//! Servers that fail, stall and cut connections.
//!
//! No test here depends on how fast anything is: where a timeout has to strike in time, hours pass
//! as soon as the server has gone silent, and where a real one strikes, the server never answers.

use std::time::Duration;

use aws_sdk_directconnect::{
    config::{AsyncSleep, Builder, Sleep, retry::RetryConfig, timeout::TimeoutConfig},
    error::{DisplayErrorContext, ProvideErrorMetadata, SdkError},
};
use aws_smithy_async::rt::sleep::TokioSleep;
use bytes::Bytes;
use client_suite::{Answer, Server, Silence};
use http::Request;

use super::{
    config, delete,
    protocol::{Protocol, with_each_protocol},
    retries,
};

// The other tests are not about what an answer says.
with_each_protocol! {
    a_failure_that_passes_is_followed_by_a_success,
    a_failure_that_stays_ends_in_the_last_answer,
    what_will_not_pass_is_not_tried_again,
    bodies_that_are_always_cut_are_a_response_error,
}

/// The timeout that strikes when the server goes silent.
const HOUR: Duration = Duration::from_hours(1);

/// Long enough to send a request, and short enough to wait for.
const MOMENT: Duration = Duration::from_millis(200);

const DELETED: &str = r#"{"connectionState":"deleted"}"#;

fn success() -> Answer {
    Protocol::Json.answer(200, DELETED)
}

/// A clock on which hours pass when the server goes silent. Shorter times are real.
#[derive(Debug)]
struct Hours(Silence);

impl AsyncSleep for Hours {
    fn sleep(&self, duration: Duration) -> Sleep {
        if duration < HOUR {
            return TokioSleep::new().sleep(duration);
        }
        let silence = self.0.clone();
        Sleep::new(async move { silence.falls().await })
    }
}

fn timeouts(server: &Server, timeouts: TimeoutConfig) -> Builder {
    config(server).sleep_impl(Hours(server.silence())).timeout_config(timeouts)
}

fn header<'a>(request: &'a Request<Bytes>, name: &str) -> &'a str {
    request.headers().get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
}

/// Failures that are worth another attempt.
fn passing_failures(protocol: Protocol) -> Vec<(&'static str, Answer)> {
    let coded = |code| protocol.answer(400, &format!(r#"{{"__type":"{code}","message":"slow down"}}"#));
    let in_header = [("x-amzn-errortype", "Throttling")];
    vec![
        ("500", protocol.answer(500, "{}")),
        ("500 in HTML", Answer::response(500, &[("content-type", "text/html")], "<html>")),
        ("502", Answer::response(502, &[], "")),
        ("503", Answer::response(503, &[], "Service Unavailable")),
        ("504", Answer::response(504, &[], "")),
        ("the service's own error", protocol.answer(500, r#"{"__type":"DirectConnectServerException"}"#)),
        ("ThrottlingException", coded("ThrottlingException")),
        ("namespaced", coded("com.amazon.coral.availability#ThrottlingException")),
        ("TooManyRequestsException", coded("TooManyRequestsException")),
        ("RequestLimitExceeded", coded("RequestLimitExceeded")),
        ("RequestTimeout", coded("RequestTimeout")),
        ("in the header", protocol.answer_with(400, &in_header, "{}")),
        ("in the header, over HTML", Answer::response(400, &in_header, "<html>")),
        ("cut before the answer", Answer::cut()),
        ("cut in the head", protocol.answer(200, DELETED).without_last(40).then_cut()),
        ("cut in the body", protocol.answer(200, DELETED).without_last(5).then_cut()),
    ]
}

async fn a_failure_that_passes_is_followed_by_a_success(protocol: Protocol) {
    for (name, failure) in passing_failures(protocol) {
        let server = Server::start([failure, protocol.answer(200, DELETED)]);
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

async fn a_failure_that_stays_ends_in_the_last_answer(protocol: Protocol) {
    let failure = |id| protocol.answer_with(503, &[("x-amzn-requestid", id)], r#"{"__type":"Busy"}"#);
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
async fn three_attempts_are_the_default() {
    let server = Server::start((0..5).map(|_| Answer::json(500, "{}")));
    let quick = RetryConfig::standard()
        .with_initial_backoff(Duration::from_millis(1))
        .with_max_backoff(Duration::from_millis(1));
    delete(config(&server).retry_config(quick)).await.expect_err("every answer is an error");
    assert_eq!(server.requests().len(), 3);
}

async fn what_will_not_pass_is_not_tried_again(protocol: Protocol) {
    let cases = [
        protocol.answer(400, r#"{"__type":"DirectConnectClientException","message":"m"}"#),
        protocol.answer(400, r#"{"__type":"ConnectionNotFound","message":"m"}"#),
        protocol.answer(403, r#"{"__type":"AccessDeniedException"}"#),
        Answer::response(404, &[], "<html>"),
        Answer::response(200, &[], r#"{"connectionState":"#),
    ];
    for answer in cases {
        let server = Server::start([answer.clone(), protocol.answer(200, DELETED)]);
        let error = delete(protocol.config(&server)).await.expect_err("the answer is an error");
        assert!(matches!(error, SdkError::ServiceError(_)), "{answer:?}: {error:?}");
        assert_eq!(server.requests().len(), 1, "{answer:?}");
    }
}

#[tokio::test]
async fn a_server_that_never_answers_meets_a_real_timeout() {
    let half = success().without_last(5).then_silence();
    for answer in [Answer::silence(), half] {
        let server = Server::start([answer]);
        let timeouts = TimeoutConfig::builder().operation_timeout(MOMENT).build();
        let error = delete(config(&server).timeout_config(timeouts)).await.expect_err("nothing comes");
        assert!(matches!(error, SdkError::TimeoutError(_)), "{error:?}");
        let text = DisplayErrorContext(&error).to_string();
        assert!(text.contains("timeout"), "{text}");
        assert_eq!(server.requests().len(), 1);
    }
}

#[tokio::test]
async fn an_operation_timeout_ends_the_call() {
    let server = Server::start([Answer::json(500, "{}"), Answer::silence(), success()]);
    let limit = TimeoutConfig::builder().operation_timeout(HOUR).build();
    let error = delete(timeouts(&server, limit)).await.expect_err("the second answer never comes");
    assert!(matches!(error, SdkError::TimeoutError(_)), "{error:?}");
    assert_eq!(server.requests().len(), 2);
}

#[tokio::test]
async fn an_attempt_that_times_out_is_followed_by_another() {
    let half = success().without_last(5).then_silence();
    for stalled in [Answer::silence(), half] {
        let server = Server::start([stalled, success()]);
        let limit = TimeoutConfig::builder().operation_attempt_timeout(HOUR).build();
        delete(timeouts(&server, limit)).await.expect("the second answer is a success");
        assert_eq!(server.requests().len(), 2);
    }
}

#[tokio::test]
async fn a_read_that_times_out_is_followed_by_another() {
    let server = Server::start([Answer::silence(), success()]);
    let limit = TimeoutConfig::builder().read_timeout(HOUR).build();
    delete(timeouts(&server, limit)).await.expect("the second answer is a success");
    assert_eq!(server.requests().len(), 2);
}

#[tokio::test]
async fn reads_that_all_time_out_are_a_dispatch_failure() {
    let server = Server::start([Answer::silence(), Answer::silence()]);
    let limit = TimeoutConfig::builder().read_timeout(HOUR).build();
    let error = delete(timeouts(&server, limit).retry_config(retries(2))).await.expect_err("nothing comes");
    let SdkError::DispatchFailure(failure) = &error else { panic!("{error:?}") };
    assert!(failure.is_timeout(), "{error:?}");
    assert_eq!(error.code(), None);
    assert_eq!(server.requests().len(), 2);
}

#[tokio::test]
async fn connections_that_are_always_cut_are_a_dispatch_failure() {
    let server = Server::start((0..5).map(|_| Answer::cut()));
    let error = delete(config(&server)).await.expect_err("nothing comes");
    let SdkError::DispatchFailure(failure) = &error else { panic!("{error:?}") };
    assert!(!failure.is_timeout() && !failure.is_user(), "{error:?}");
    assert_eq!(server.requests().len(), 3);
}

async fn bodies_that_are_always_cut_are_a_response_error(protocol: Protocol) {
    let server = Server::start((0..5).map(|_| protocol.answer(200, DELETED).without_last(5).then_cut()));
    let error = delete(protocol.config(&server)).await.expect_err("nothing whole comes");
    assert!(matches!(error, SdkError::ResponseError(_)), "{error:?}");
    assert_eq!(error.raw_response().map(|raw| raw.status().as_u16()), Some(200));
    assert_eq!(server.requests().len(), 3);
}

#[tokio::test]
async fn garbage_is_an_error_that_keeps_its_cause() {
    for garbage in ["SSH-2.0-OpenSSH_9.9\r\n", "HTTP/1.1 two hundred\r\n\r\n", "\u{0}\u{1}\u{2}\r\n\r\n"] {
        let server = Server::start((0..5).map(|_| Answer::raw(garbage).then_cut()));
        let error = delete(config(&server)).await.expect_err("that is no answer");
        assert!(matches!(error, SdkError::DispatchFailure(_)), "{garbage:?}: {error:?}");
        let text = DisplayErrorContext(&error).to_string();
        assert!(text.contains("HTTP"), "{garbage:?}: {text}");
    }
}

#[tokio::test]
async fn a_server_that_is_not_there_is_a_dispatch_failure() {
    let server = Server::start([]);
    let config = config(&server);
    drop(server);
    let error = delete(config).await.expect_err("nobody listens");
    let SdkError::DispatchFailure(failure) = &error else { panic!("{error:?}") };
    assert!(failure.is_io(), "{error:?}");
    let text = DisplayErrorContext(&error).to_string();
    assert!(text.contains("refused"), "{text}");
    let error = aws_sdk_directconnect::Error::from(error);
    assert!(DisplayErrorContext(&error).to_string().contains("refused"), "{error:?}");
}
