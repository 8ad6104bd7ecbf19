//! Answers that are not quite the model's.

use aws_smithy_schema::{
    prelude,
    serde::{SerdeError, ShapeDeserializer},
};
use aws_smithy_types::{DateTime, Document, Number};
use bytes::Bytes;

use super::sample::{DeleteConnection, Response};
use tinsmith_runtime::{protocol::parse_response, wire::LenientReader};

fn respond(body: &str) -> Response {
    let response = http::Response::new(Bytes::copy_from_slice(body.as_bytes()));
    parse_response::<DeleteConnection>(&response)
}

fn output(body: &str) -> super::sample::DeleteConnectionOutput {
    respond(body).unwrap_or_else(|error| panic!("{body}: {error}"))
}

fn timestamp(text: &str) -> Result<DateTime, SerdeError> {
    let document = Document::String(text.into());
    LenientReader::new(&document, false).read_timestamp(&prelude::TIMESTAMP)
}

#[test]
fn an_emulators_answer_is_read() {
    let output = output(
        r#"{"connectionState": false, "loaIssueTime": "2026-11-22 20:50:04", "vlan": "7",
            "jumboFrameCapable": "True", "connectionId": 12, "prefixPoolSize": "9000000000",
            "tags": [{"key": 1.5}, null]}"#,
    );
    assert_eq!(output.connection_state.expect("a state").as_str(), "false");
    assert_eq!(output.loa_issue_time, Some(DateTime::from_secs(1_795_380_604)));
    assert_eq!(output.vlan, 7);
    assert_eq!(output.jumbo_frame_capable, Some(true));
    assert_eq!(output.connection_id.as_deref(), Some("12"));
    assert_eq!(output.prefix_pool_size, Some(9_000_000_000));
    let tags = output.tags.expect("tags");
    assert_eq!((tags.len(), tags[0].key.as_str()), (1, "1.5"));
}

#[test]
fn what_cannot_be_coerced_is_left_out_of_optional_members() {
    let output = output(
        r#"{"connectionId": "dxcon-1", "connectionState": {}, "loaIssueTime": "soon",
            "jumboFrameCapable": 3, "tags": "none", "prefixPoolSize": 1.5, "labels": []}"#,
    );
    assert_eq!(output.connection_id.as_deref(), Some("dxcon-1"));
    assert_eq!(output.connection_state, None);
    assert_eq!(output.loa_issue_time, None);
    assert_eq!(output.jumbo_frame_capable, None);
    assert_eq!(output.tags, None);
    assert_eq!(output.prefix_pool_size, None);
    assert_eq!(output.labels, None);
}

#[test]
fn what_cannot_be_coerced_in_required_members_fails() {
    for body in [r#"{"vlan": "seven"}"#, r#"{"vlan": {}}"#, r#"{"tags": [{"key": {}}]}"#] {
        let error = respond(body).expect_err(body);
        assert!(error.to_string().contains(" in member `"), "{error}");
    }
}

#[test]
fn numbers_out_of_range_fail_even_in_optional_members() {
    for body in [
        r#"{"prefixPoolSize": 99999999999999999999}"#,
        r#"{"prefixPoolSize": "99999999999999999999"}"#,
        r#"{"prefixPoolSize": 1e300}"#,
        r#"{"vlan": 70000000000}"#,
        r#"{"vlan": "70000000000"}"#,
        r#"{"connectionId": 1, "loaIssueTime": 99999999999999999999}"#,
    ] {
        assert!(respond(body).is_err(), "{body}");
    }
}

#[test]
fn whole_numbers_may_have_a_fraction_or_an_exponent() {
    assert_eq!(output(r#"{"vlan": 1.0, "prefixPoolSize": 1e3}"#).prefix_pool_size, Some(1000));
}

#[test]
fn timestamps_in_every_form() {
    for text in [
        "2026-11-22 20:50:04",
        "2026-11-22T20:50:04",
        "2026-11-22T20:50:04Z",
        "2026-11-22 20:50:04+00:00",
        "2026-11-22T21:50:04+01:00",
        "Sun, 22 Nov 2026 20:50:04 GMT",
        "1795380604",
        "1795380604.0",
    ] {
        let read = timestamp(text).unwrap_or_else(|error| panic!("{text}: {error}"));
        assert_eq!(read.secs(), 1_795_380_604, "{text}");
    }
    assert_eq!(timestamp("2026-11-22 20:50:04.25").unwrap().subsec_nanos(), 250_000_000);
    for text in ["", "soon", "2026-13-01 00:00:00", "2026", "inf"] {
        let outcome = timestamp(text);
        assert!(text == "2026" || matches!(outcome, Err(SerdeError::TypeMismatch { .. })), "{text}");
    }
}

#[test]
fn scalars_of_every_kind() {
    let text = |text: &str| Document::String(text.into());
    let float = Document::Number(Number::Float(1e300));
    let schema = &prelude::DOCUMENT;
    assert_eq!(LenientReader::new(&text(" 5 "), false).read_byte(schema).unwrap(), 5);
    assert_eq!(LenientReader::new(&text("-5"), false).read_short(schema).unwrap(), -5);
    assert!(LenientReader::new(&text("300"), false).read_byte(schema).is_err());
    assert!(LenientReader::new(&text("NaN"), false).read_double(schema).unwrap().is_nan());
    assert!(LenientReader::new(&text("inf"), false).read_double(schema).is_err());
    assert!(matches!(
        LenientReader::new(&float, false).read_float(schema),
        Err(SerdeError::NumericCoercionOverflow { .. })
    ));
    assert!(LenientReader::new(&text("1"), false).read_big_integer(schema).is_ok());
    assert!(LenientReader::new(&text("1.5"), false).read_big_decimal(schema).is_ok());
    assert_eq!(LenientReader::new(&text("aGk="), false).read_blob(schema).unwrap().as_ref(), b"hi");
    assert!(LenientReader::new(&text("%"), false).read_blob(schema).is_err());
}

#[test]
fn a_body_that_is_not_json_keeps_its_first_error() {
    let error = respond(r#"{"vlan": "x"#).expect_err("the body is cut short");
    assert!(!error.to_string().contains("found a string"), "{error}");
}
