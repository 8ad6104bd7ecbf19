//! Errors of a service that has left AWS Query.

use aws_smithy_types::{endpoint::Endpoint, error::metadata::ProvideErrorMetadata};
use bytes::Bytes;
use golden_query_compatible::operation::get_queue::{GetQueue, GetQueueError, GetQueueInput};

const CODE: &str = "AWS.SimpleQueueService.NonExistentQueue";

fn respond(query_error: Option<&str>) -> GetQueueError {
    let mut response = http::Response::builder().status(400);
    if let Some(value) = query_error {
        response = response.header("x-amzn-query-error", value);
    }
    let body = Bytes::from_static(br#"{"__type":"example.query_compatible#QueueDoesNotExist","message":"m"}"#);
    GetQueue::parse_response(&response.body(body).unwrap()).unwrap_err()
}

#[test]
fn requests_ask_for_the_codes() {
    let endpoint = Endpoint::builder().url("https://example.com").build();
    let input = GetQueueInput::builder().build().unwrap();
    let request = GetQueue::http_request(&input, &endpoint).unwrap();
    assert_eq!(request.headers()["x-amzn-query-mode"], "true");
}

#[test]
fn an_error_is_found_by_either_code() {
    for (header, code) in [
        (Some("AWS.SimpleQueueService.NonExistentQueue;Sender"), CODE),
        (Some("NotInTheModel;Sender"), "NotInTheModel"),
        (Some("nonsense"), "QueueDoesNotExist"),
        (None, "QueueDoesNotExist"),
    ] {
        let error = respond(header);
        assert!(error.is_queue_does_not_exist(), "{error:?}");
        assert_eq!(error.code(), Some(code));
        assert_eq!(error.message(), Some("m"));
    }
}
