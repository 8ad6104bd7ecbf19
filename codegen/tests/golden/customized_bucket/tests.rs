//! Requests and responses of S3, whose bucket endpoint rules place.

use aws_smithy_types::endpoint::Endpoint;
use aws_smithy_types::error::metadata::ProvideErrorMetadata;
use bytes::Bytes;
use golden_customized_bucket::operation::RequestIdExt;
use golden_customized_bucket::operation::get_bucket_location::{GetBucketLocation, GetBucketLocationInput};
use golden_customized_bucket::operation::get_object::GetObject;
use golden_customized_bucket::operation::head_object::{HeadObject, HeadObjectInput};
use golden_customized_bucket::primitives::ByteStream;

fn endpoint() -> Endpoint {
    Endpoint::builder().url("https://example.com/bucket").build()
}

#[test]
fn the_bucket_is_not_in_the_path() {
    let input = HeadObjectInput::builder().bucket("bucket").key("a/../b c").build().unwrap();
    let request = HeadObject::http_request(&input, &endpoint()).unwrap();
    assert_eq!(request.uri(), "https://example.com/bucket/a/../b%20c");
    let input = GetBucketLocationInput::builder().bucket("bucket").build().unwrap();
    let request = GetBucketLocation::http_request(&input, &endpoint()).unwrap();
    assert_eq!(request.uri(), "https://example.com/bucket/?location");
}

#[test]
fn an_empty_bucket_is_refused() {
    let input = GetBucketLocationInput::builder().bucket("").build().unwrap();
    assert!(GetBucketLocation::http_request(&input, &endpoint()).is_err());
}

fn response(status: u16, headers: &[(&str, &str)], body: &'static str) -> http::Response<Bytes> {
    let response = http::Response::builder().status(status).header("x-amz-id-2", "extended");
    let response = headers.iter().fold(response, |response, (name, value)| response.header(*name, *value));
    response.body(Bytes::from_static(body.as_bytes())).unwrap()
}

#[test]
fn the_location_is_the_root() {
    let body = "<LocationConstraint xmlns=\"x\">eu-west-1</LocationConstraint>";
    let output = GetBucketLocation::parse_response(&response(200, &[], body)).unwrap();
    assert_eq!(output.location_constraint(), Some("eu-west-1"));
    assert_eq!(output.extended_request_id(), Some("extended"));
}

#[test]
fn an_error_may_have_the_status_of_success() {
    let body = "<?xml version=\"1.0\"?><Error><Code>InternalError</Code><Message>again</Message></Error>";
    let error = GetBucketLocation::parse_response(&response(200, &[], body)).unwrap_err();
    assert_eq!((error.code(), error.message()), (Some("InternalError"), Some("again")));
    assert_eq!(error.extended_request_id(), Some("extended"));
}

/// Returns the response to a request of an object.
fn object(status: u16, body: &'static str) -> http::Response<ByteStream> {
    response(status, &[], body).map(ByteStream::from)
}

#[test]
fn an_object_that_looks_like_an_error_is_an_object() {
    let body = "<Error><Code>InternalError</Code></Error>";
    let output = GetObject::parse_response(object(200, body)).unwrap();
    assert_eq!(output.body.bytes(), Some(body.as_bytes()));
}

#[test]
fn errors_of_streams_have_codes() {
    let body = "<Error><Code>NoSuchKey</Code><Message>gone</Message><Key>k</Key></Error>";
    let error = GetObject::parse_response(object(404, body)).unwrap_err();
    assert_eq!((error.code(), error.message()), (Some("NoSuchKey"), Some("gone")));
    let error = GetObject::parse_response(object(304, "")).unwrap_err();
    assert_eq!((error.code(), error.message()), (None, Some("the response is empty")));
}

#[test]
fn a_missing_object_has_a_code() {
    let error = HeadObject::parse_response(&response(404, &[], "")).unwrap_err();
    assert_eq!((error.code(), error.message()), (Some("NotFound"), None));
    assert!(error.is_not_found());
}

#[test]
#[expect(deprecated, reason = "the date is deprecated for its text")]
fn an_expiration_that_is_not_a_date_is_kept() {
    let output = HeadObject::parse_response(&response(200, &[("expires", "0")], "")).unwrap();
    assert_eq!((output.expires(), output.expires_string()), (None, Some("0")));
    let date = "Thu, 26 Nov 2026 13:00:00 GMT";
    let output = HeadObject::parse_response(&response(200, &[("expires", date)], "")).unwrap();
    assert!(output.expires().is_some());
    assert_eq!(output.expires_string(), Some(date));
}
