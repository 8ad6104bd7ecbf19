//! Outputs and errors from responses.

use aws_smithy_types::{DateTime, error::metadata::ProvideErrorMetadata};
use aws_types::request_id::RequestId;
use bytes::Bytes;

use super::sample::{ConnectionState, DeleteConnection, DeleteConnectionError, Response};
use tinsmith_runtime::protocol::parse_response;

fn respond(status: u16, error_type: Option<&str>, body: &[u8]) -> Response {
    let mut response = http::Response::builder().status(status).header("x-amzn-requestid", "abc");
    if let Some(code) = error_type {
        response = response.header("x-amzn-errortype", code);
    }
    let response = response.body(Bytes::copy_from_slice(body)).expect("the parts are valid");
    parse_response::<DeleteConnection>(&response)
}

#[test]
fn a_full_output() {
    let body = br#"{
        "connectionId": "dxcon-1", "connectionState": "deleted", "vlan": 7,
        "loaIssueTime": 1.5E3, "jumboFrameCapable": true, "unheardOf": {"of": [1]},
        "tags": [{"key": "k", "value": "v"}, {"value": null}],
        "notes": ["a", null], "labels": {"a": "b"}, "hints": {"c": null}, "prefixPoolSize": 1
    }"#;
    let output = respond(200, None, body).expect("the body is the model's");
    assert_eq!(output.connection_id.as_deref(), Some("dxcon-1"));
    assert_eq!(output.request_id(), Some("abc"));
    assert_eq!(output.connection_state, Some(ConnectionState::Deleted));
    assert_eq!(output.vlan, 7);
    assert_eq!(output.loa_issue_time, Some(DateTime::from_secs(1500)));
    assert_eq!(output.jumbo_frame_capable, Some(true));
    let tags = output.tags.expect("tags are there");
    assert_eq!((tags[0].key.as_str(), tags[0].value.as_deref()), ("k", Some("v")));
    assert_eq!((tags[1].key.as_str(), tags[1].value.as_deref()), ("", None));
    assert_eq!(output.notes, Some(vec![Some("a".into()), None]));
    assert_eq!(output.labels.expect("labels are there")["a"], "b");
    assert_eq!(output.hints.expect("hints are there")["c"], None);
}

#[test]
fn empty_outputs() {
    for body in ["", "{}", r#"{"connectionId":null,"vlan":null,"tags":null}"#] {
        let output = respond(200, None, body.as_bytes()).expect("nothing is required");
        assert_eq!((output.connection_id, output.vlan, output.tags), (None, 0, None), "{body}");
    }
}

#[test]
fn enum_values_round_trip() {
    for (value, expected) in
        [("unknown", ConnectionState::UnknownValue), ("frozen", ConnectionState::from("frozen"))]
    {
        let body = format!(r#"{{"connectionState":"{value}"}}"#);
        let output = respond(200, None, body.as_bytes()).expect("any value is read");
        let state = output.connection_state.expect("the state is there");
        assert_eq!(state, expected, "{value}");
        assert_eq!(state.as_str(), value);
        assert_eq!(value.parse(), Ok(expected));
        assert_eq!(state.to_string(), AsRef::<str>::as_ref(&state));
    }
}

#[test]
fn an_unknown_variant_error_shows_the_value() {
    let error = tinsmith_runtime::error::UnknownVariantError::new("frozen");
    assert_eq!(error.to_string(), "unknown enum variant: 'frozen'");
}

#[test]
fn an_output_that_cannot_be_read_is_an_unhandled_error() {
    for body in ["<html>", r#"{"connectionId":"dxcon"#, r#"{"vlan":70000000000}"#, "[]"] {
        let error = respond(200, None, body.as_bytes()).expect_err("the body is broken");
        assert!(matches!(error, DeleteConnectionError::Unhandled(_)), "{body}");
        assert_eq!(ProvideErrorMetadata::code(&error), None);
        let text = error.to_string();
        assert!(text.starts_with("DeleteConnection: "), "{text}");
        assert!(text.ends_with(" (HTTP 200, request id abc)"), "{text}");
    }
}

struct ErrorCase {
    header: Option<&'static str>,
    body: &'static [u8],
    modelled: bool,
    code: Option<&'static str>,
    message: Option<&'static str>,
}

const fn case(
    header: Option<&'static str>,
    body: &'static [u8],
    modelled: bool,
    code: Option<&'static str>,
    message: Option<&'static str>,
) -> ErrorCase {
    ErrorCase { header, body, modelled, code, message }
}

const CODE: Option<&str> = Some("DirectConnectClientException");

const ERRORS: [ErrorCase; 24] = [
    case(CODE, br#"{"message":"m"}"#, true, CODE, Some("m")),
    case(None, br#"{"__type":"DirectConnectClientException","message":"m"}"#, true, CODE, Some("m")),
    case(None, br#"{"code":"DirectConnectClientException","Message":"m"}"#, true, CODE, Some("m")),
    case(None, br#"{"__type":"a.b#DirectConnectClientException","errorMessage":"m"}"#, true, CODE, Some("m")),
    case(Some("DirectConnectClientException:http://internal.amazon.com/x/"), br"{}", true, CODE, None),
    case(None, br#"{"__type":"a#DirectConnectClientException:http://x/"}"#, true, CODE, None),
    case(
        None,
        br#"{"__type":"ConnectionNotFound","message":"m"}"#,
        false,
        Some("ConnectionNotFound"),
        Some("m"),
    ),
    case(None, br#"{"message":"m"}"#, false, None, Some("m")),
    case(CODE, b"", true, CODE, None),
    case(None, b"", false, None, Some("the response is empty")),
    case(None, b" <html>Bad Gateway</html>\n", false, None, Some("<html>Bad Gateway</html>")),
    case(Some("Busy"), b"<html>", false, Some("Busy"), Some("<html>")),
    case(CODE, b"<html>", false, CODE, Some("<html>")),
    case(None, br#"{"__type":"Bus"#, false, None, Some(r#"{"__type":"Bus"#)),
    case(None, b"\xff\xfe", false, None, Some("2 bytes that are not text")),
    case(None, b"  ", false, None, Some("the response is empty")),
    case(
        None,
        br#"{"x":NaN,"__type":"DirectConnectClientException","message":"a\ud83d"}"#,
        true,
        CODE,
        Some("a\u{fffd}"),
    ),
    case(None, b"null", false, None, Some("null")),
    case(None, br#"{"Code":"DirectConnectClientException","Message":"m"}"#, true, CODE, Some("m")),
    case(None, br#"{"Code":"Other","__type":"DirectConnectClientException"}"#, true, CODE, None),
    // A code without text does not hide another one.
    case(Some(""), br#"{"__type":"DirectConnectClientException","message":"m"}"#, true, CODE, Some("m")),
    case(None, br#"{"code":"","__type":"DirectConnectClientException"}"#, true, CODE, None),
    case(None, br#"{"code":7,"__type":"DirectConnectClientException","message":{}}"#, true, CODE, None),
    case(None, br#"{"error":"forbidden"}"#, false, None, Some(r#"{"error":"forbidden"}"#)),
];

#[test]
fn errors() {
    for (index, case) in ERRORS.iter().enumerate() {
        let error = respond(400, case.header, case.body).expect_err("the status is 400");
        let modelled = matches!(error, DeleteConnectionError::DirectConnectClientException(_));
        assert_eq!(modelled, case.modelled, "{index}: {error:?}");
        assert_eq!(ProvideErrorMetadata::code(&error), case.code, "{index}");
        assert_eq!(error.message(), case.message, "{index}");
        assert_eq!(error.request_id(), Some("abc"), "{index}");
        assert_eq!(error.meta().extra("operation"), Some("DeleteConnection"), "{index}");
        assert_eq!(error.meta().extra("http_status"), Some("400"), "{index}");
        if let DeleteConnectionError::DirectConnectClientException(exception) = error {
            assert_eq!(exception.message.as_deref(), case.message, "{index}");
        }
    }
}

#[test]
fn an_error_says_it_all() {
    let body = br#"{"__type":"DirectConnectClientException","message":"Connection ID foobar has an invalid format."}"#;
    let error = respond(400, None, body).expect_err("the status is 400");
    assert_eq!(
        error.to_string(),
        "DeleteConnection: DirectConnectClientException: Connection ID foobar has an invalid format. (HTTP 400, request id abc)"
    );
    assert!(std::error::Error::source(&error).is_none(), "the exception is part of the text");
}

#[test]
fn a_long_text_is_cut_between_characters() {
    let body = "é".repeat(2000);
    let error = respond(502, None, body.as_bytes()).expect_err("the status is 502");
    let message = error.message().expect("the text is kept");
    assert!((1024..1030).contains(&message.len()), "{}", message.len());
    assert!(message.ends_with('…'));
}

#[test]
fn error_is_found_by_the_code_of_its_body_next_to_one_of_aws_query() {
    let response = http::Response::builder().status(400).header("x-amzn-query-error", "Other;Sender");
    let body = br#"{"__type":"DirectConnectClientException","message":"m"}"#;
    let response = response.body(Bytes::from_static(body)).expect("the parts are valid");
    let error = parse_response::<DeleteConnection>(&response).expect_err("the status is 400");
    assert!(matches!(error, DeleteConnectionError::DirectConnectClientException(_)), "{error:?}");
    assert_eq!((error.code(), error.message()), (Some("Other"), Some("m")));
}

#[test]
fn an_empty_code_of_aws_query_does_not_hide_that_of_the_body() {
    let response = http::Response::builder().status(400).header("x-amzn-query-error", ";Sender");
    let body = br#"{"__type":"DirectConnectClientException","message":"m"}"#;
    let response = response.body(Bytes::from_static(body)).expect("the parts are valid");
    let error = parse_response::<DeleteConnection>(&response).expect_err("the status is 400");
    assert_eq!((error.code(), error.message()), (CODE, Some("m")));
}
