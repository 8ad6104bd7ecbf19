//! Answers that are not quite the model's.

use aws_smithy_schema::{
    prelude,
    serde::{SerdeError, ShapeDeserializer},
};
use aws_smithy_types::DateTime;
use bytes::Bytes;

use super::sample::{DeleteConnection, Response};
use tinsmith_runtime::{
    protocol::parse_response,
    schema, structure,
    wire::{JsonReader, Readable as _},
};

fn respond(body: &str) -> Response {
    let response = http::Response::new(Bytes::copy_from_slice(body.as_bytes()));
    parse_response::<DeleteConnection>(&response)
}

fn output(body: &str) -> super::sample::DeleteConnectionOutput {
    respond(body).unwrap_or_else(|error| panic!("{body}: {error}"))
}

fn reader(json: &str) -> JsonReader<'_> {
    JsonReader::new(json.as_bytes()).lenient(true)
}

fn timestamp(text: &str) -> Result<DateTime, SerdeError> {
    reader(&format!("\"{text}\"")).read_timestamp(&prelude::TIMESTAMP)
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
            "jumboFrameCapable": 3, "prefixPoolSize": 1.5}"#,
    );
    assert_eq!(output.connection_id.as_deref(), Some("dxcon-1"));
    assert_eq!(output.connection_state, None);
    assert_eq!(output.loa_issue_time, None);
    assert_eq!(output.jumbo_frame_capable, None);
    assert_eq!(output.prefix_pool_size, None);
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
        r#"{"new": {"a": 1e400}, "vlan": "70000000000"}"#,
        r#"{"vlan": "70000000000"}"#,
        r#"{"connectionId": 1, "loaIssueTime": 99999999999999999999}"#,
    ] {
        assert!(respond(body).is_err(), "{body}");
    }
    let outcomes = [
        reader("1e20000").read_big_integer(&prelude::DOCUMENT).map(drop),
        reader("1e99999999999999999999").read_big_decimal(&prelude::DOCUMENT).map(drop),
    ];
    for outcome in outcomes {
        assert!(matches!(outcome, Err(SerdeError::NumericCoercionOverflow { .. })), "{outcome:?}");
    }
}

#[test]
fn whole_numbers_may_have_a_fraction_or_an_exponent() {
    assert_eq!(output(r#"{"vlan": 1.0, "prefixPoolSize": 1e3}"#).prefix_pool_size, Some(1000));
}

/// As boto3 reads them, in UTC if they have no zone.
#[test]
fn timestamps_in_every_form() {
    for text in [
        "2026-11-22 20:50:04",
        "2026-11-22T20:50:04",
        "2026-11-22T20:50:04Z",
        "2026-11-22t20:50:04z",
        "2026-11-22 20:50:04+00:00",
        "2026-11-22 20:50:04 +0000",
        "2026-11-22T20:50:04+0000",
        "2026-11-22T20:50:04.000+0000",
        "2026-11-22T21:50:04+01:00",
        "2026-11-22T21:50:04+01",
        "2026-11-22T15:20:04-0530",
        "2026-11-22 20:50:04 UTC",
        "2026-11-22 20:50:04 GMT",
        "2026-11-22 20:50:04,000",
        "2026/11/22 20:50:04",
        "11/22/2026 20:50:04",
        "22/11/2026 20:50:04",
        "11/22/2026 8:50:04 PM",
        "11/22/2026, 8:50:04 PM",
        "22 Nov 2026 20:50:04.000",
        "20261122T205004Z",
        "20261122T205004",
        "Sun, 22 Nov 2026 20:50:04 GMT",
        "Sun, 22 Nov 2026 20:50:04 +0000",
        "22 Nov 2026 20:50:04",
        "Sunday, 22-Nov-26 20:50:04 GMT",
        "Sun Nov 22 20:50:04 2026",
        "Sun Nov 22 20:50:04 UTC 2026",
        "Sun, 22 Nov 2026 20:50:04 +0000 (UTC)",
        "Sun, 22 Nov 2026 12:50:04 -0800 (PST)",
        "20261122205004",
        "November 22, 2026 8:50:04 pm",
        "1795380604",
        "1795380604.0",
        "1.795380604e9",
    ] {
        let read = timestamp(text).unwrap_or_else(|error| panic!("{text}: {error}"));
        assert_eq!(read, DateTime::from_secs(1_795_380_604), "{text}");
    }
    for (text, seconds) in [
        ("2026-11-22", 1_795_305_600),
        ("2026-11-22Z", 1_795_305_600),
        ("20261122T", 1_795_305_600),
        ("2026-11-22T20:50", 1_795_380_600),
        ("2026-11-22T20:50Z", 1_795_380_600),
        ("2026-11-22 20:50+00:00", 1_795_380_600),
        ("2026-11-22T2050", 1_795_380_600),
        ("2026-11-22T20", 1_795_377_600),
        // Four digits after the year are a time of day.
        ("22 Nov 2026 2050", 1_795_380_600),
        ("22-Nov-26 2050", 1_795_380_600),
        ("22 Nov 2026 2150 +0100", 1_795_380_600),
        // A number is seconds, even if it could be a date.
        ("20261122", 20_261_122),
        ("202611222050", 202_611_222_050),
        ("2026", 2026),
    ] {
        let read = timestamp(text).unwrap_or_else(|error| panic!("{text}: {error}"));
        assert_eq!(read, DateTime::from_secs(seconds), "{text}");
    }
    for text in [
        "",
        "soon",
        "2026-11",
        "2026-13-01 00:00:00",
        "2026-02-30",
        "2026-11-22T24:00:00",
        "2026-11-22T20:60",
        "2026-11-22 20:50:04 PST",
        "2026-11-22T20:50:04+1",
        "Sun, 22 Nov",
        "22 Nov 2026 Dec",
        "22 Nov 2026 20:50 2051",
        "Sun Nov 22 2050 UTC 2026",
        "22 Nov 2026 2050 20:51",
        "2026-11-22--05",
        "2026-11-22-05",
        "11/22/2026/",
        "99999999999999",
        "2026-11-22 (UTC)",
        "22 Nov 2026 20:50:04 +0000 (1)",
        " ()",
        "é",
        "inf",
    ] {
        let outcome = timestamp(text);
        assert!(matches!(outcome, Err(SerdeError::TypeMismatch { .. })), "{text}: {outcome:?}");
    }
}

#[test]
fn fractions_of_timestamps_are_exact() {
    for (json, seconds, nanos) in [
        ("1763844604.129", 1_763_844_604, 129_000_000),
        ("1763844604.001", 1_763_844_604, 1_000_000),
        ("1763844604.123456789", 1_763_844_604, 123_456_789),
        ("1763844604.1234567891", 1_763_844_604, 123_456_789),
        ("-1.25", -2, 750_000_000),
        ("1.5e-1", 0, 150_000_000),
        ("1e-12", 0, 0),
        ("0.0", 0, 0),
        ("\"1763844604.129\"", 1_763_844_604, 129_000_000),
        ("\"2025-11-22 20:50:04.129\"", 1_763_844_604, 129_000_000),
        ("\"2025-11-22T20:50:04.129+0000\"", 1_763_844_604, 129_000_000),
        ("\"2025-11-22T20:50:04.1234567891234\"", 1_763_844_604, 123_456_789),
    ] {
        let read = reader(json).read_timestamp(&prelude::TIMESTAMP);
        let expected = DateTime::from_secs_and_nanos(seconds, nanos);
        assert_eq!(read.unwrap_or_else(|error| panic!("{json}: {error}")), expected, "{json}");
    }
    for json in ["1e300", "-1e30", "99999999999999999999", "9223372036854775808.5"] {
        let outcome = reader(json).read_timestamp(&prelude::TIMESTAMP);
        assert!(matches!(outcome, Err(SerdeError::NumericCoercionOverflow { .. })), "{json}: {outcome:?}");
    }
}

#[test]
fn scalars_of_every_kind() {
    let schema = &prelude::DOCUMENT;
    assert_eq!(reader("\" 5 \"").read_byte(schema).unwrap(), 5);
    assert_eq!(reader("\"-5\"").read_short(schema).unwrap(), -5);
    assert!(reader("\"300\"").read_byte(schema).is_err());
    assert!(reader("\"NaN\"").read_double(schema).unwrap().is_nan());
    assert!(reader("\"inf\"").read_double(schema).is_err());
    assert_eq!(reader("\"aGk=\"").read_blob(schema).unwrap().as_ref(), b"hi");
    assert_eq!(reader("\"aG\\nk=\"").read_blob(schema).unwrap().as_ref(), b"hi");
    assert!(reader("\"%\"").read_blob(schema).is_err());
}

#[test]
fn floats_out_of_range_are_errors() {
    let schema = &prelude::DOCUMENT;
    for json in ["1e400", "-1e400", "\"1e400\""] {
        for outcome in [
            reader(json).read_double(schema).map(|_| ()),
            reader(json).read_float(schema).map(|_| ()),
            reader(&json.replace('"', "")).read_document(schema).map(|_| ()),
            JsonReader::new(json.replace('"', "").as_bytes()).read_double(schema).map(|_| ()),
        ] {
            assert!(
                matches!(outcome, Err(SerdeError::NumericCoercionOverflow { .. })),
                "{json}: {outcome:?}"
            );
        }
    }
    assert!(matches!(reader("1e300").read_float(schema), Err(SerdeError::NumericCoercionOverflow { .. })));
}

/// As a double, this number is half way between two floats, of which the other is even.
#[test]
fn floats_are_rounded_once() {
    let schema = &prelude::DOCUMENT;
    let text = "1.00000017881393432617187499";
    for json in [text.to_owned(), format!("\"{text}\"")] {
        assert_eq!(reader(&json).read_float(schema).unwrap().to_bits(), 0x3f80_0001, "{json}");
    }
}

schema! {
    STATE: Structure "sample" "State" {
        0 "vlan": Integer;
        1 "size": Integer;
        2 "count": Integer;
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct State {
    vlan: i32,
    size: i32,
    count: i32,
}

structure! {
    #[derive(Clone, Debug, Default, PartialEq)]
    #[readable(STATE)]
    pub struct StateBuilder => always structure State {
        vlan: skip_default Scalar<i32>, set_vlan, get_vlan;
        size: optional_or(5) Scalar<i32>, set_size, get_size;
        count: or(7) Scalar<i32>, set_count, get_count;
    }
}

#[test]
fn optional_members_that_cannot_be_read_keep_their_defaults() {
    let read = |json: &str| State::read(&mut reader(json), &STATE);
    let state = read(r#"{"vlan": "", "size": "x", "count": 1}"#).unwrap();
    assert_eq!(state, State { vlan: 0, size: 5, count: 1 });
    assert!(read(r#"{"count": "x"}"#).is_err());
    assert!(State::read(&mut JsonReader::new(br#"{"vlan": ""}"#), &STATE).is_err());
    assert!(read(r#"{"vlan": 70000000000}"#).is_err());
}

#[test]
fn words_for_floats_are_left_out_of_other_members() {
    for word in ["NaN", "Infinity", "-Infinity"] {
        let body = format!(
            r#"{{"prefixPoolSize": {word}, "connectionId": {word}, "loaIssueTime": {word},
                "jumboFrameCapable": {word}, "new": {word}, "vlan": 7}}"#
        );
        let output = output(&body);
        assert_eq!(output, super::sample::DeleteConnectionOutput { vlan: 7, ..Default::default() }, "{word}");
    }
}

/// Bare words that Python writes for numbers that JSON lacks.
#[test]
fn bare_words_are_floats() {
    let schema = &prelude::DOCUMENT;
    assert!(reader("NaN").read_double(schema).unwrap().is_nan());
    assert_eq!(reader("Infinity").read_double(schema).unwrap(), f64::INFINITY);
    assert_eq!(reader("-Infinity").read_float(schema).unwrap(), f32::NEG_INFINITY);
    assert!(reader("NaN").read_integer(schema).is_err());
    assert!(JsonReader::new(b"NaN").read_double(schema).is_err());
    assert_eq!(output(r#"{"new": [NaN, {"a": -Infinity}], "vlan": 7}"#).vlan, 7);
    assert!(respond(r#"{"new": nan}"#).is_err());
}

#[test]
fn surrogates_without_a_pair_are_replaced() {
    let schema = &prelude::STRING;
    for (json, text) in [
        (r#""a\ud83d\ude00b""#, "a😀b"),
        (r#""a\ud83d""#, "a\u{fffd}"),
        (r#""\ude00b""#, "\u{fffd}b"),
        (r#""\ud83d\ud83d\ude00""#, "\u{fffd}😀"),
        (r#""\ud83d\n""#, "\u{fffd}\n"),
    ] {
        assert_eq!(reader(json).read_string(schema).unwrap(), text, "{json}");
        assert_eq!(JsonReader::new(json.as_bytes()).read_string(schema).is_ok(), !text.contains('\u{fffd}'));
    }
}

/// Big numbers keep their digits next to a member that deviates.
#[test]
fn all_digits_are_kept() {
    let schema = &prelude::DOCUMENT;
    let digits = "123456789012345678901234567890";
    for json in [digits.to_owned(), format!("\"{digits}\""), format!("{digits}.0"), format!("{digits}0e-1")] {
        assert_eq!(reader(&json).read_big_integer(schema).unwrap().as_ref(), digits, "{json}");
    }
    let decimal = "0.1000000000000000000000000000000001";
    assert_eq!(reader(decimal).read_big_decimal(schema).unwrap().as_ref(), decimal);
    assert_eq!(
        output(r#"{"vlan": "7", "prefixPoolSize": 9007199254740993}"#).prefix_pool_size,
        Some(9_007_199_254_740_993)
    );
    assert_eq!(reader("9007199254740993.0").read_long(schema).unwrap(), 9_007_199_254_740_993);
    assert_eq!(reader("\"-9.007199254740993E15\"").read_long(schema).unwrap(), -9_007_199_254_740_993);
    assert_eq!(
        output(r#"{"vlan": "7", "connectionId": 12345678901234567890123}"#).connection_id.as_deref(),
        Some("12345678901234567890123")
    );
}

#[test]
fn errors_name_the_member_that_cannot_be_read() {
    let error =
        respond(r#"{"loaIssueTime": "2021-07-12 19:50:08", "vlan": 70000000000}"#).expect_err("the range");
    assert!(error.to_string().contains("in member `vlan`"), "{error}");
    let error = respond(r#"{"vlan": "7", "tags": [{"key": "k"}, {"key": {}}]}"#).expect_err("the key");
    assert!(error.to_string().contains("in member `key` in member `tags`"), "{error}");
}

/// An absent list, map or structure would be taken for an empty one.
#[test]
fn lists_and_maps_are_never_left_out() {
    for body in [
        r#"{"tags": "none"}"#,
        r#"{"tags": {}}"#,
        r#"{"tags": [7]}"#,
        r#"{"notes": [{}]}"#,
        r#"{"labels": []}"#,
        r#"{"labels": {"a": []}}"#,
    ] {
        let error = respond(body).expect_err(body);
        assert!(error.to_string().contains(" in member `"), "{error}");
    }
}

#[test]
fn null_is_an_empty_output() {
    for body in ["null", " null ", "\u{feff}{}", "", "  "] {
        assert_eq!(output(body), super::sample::DeleteConnectionOutput::default(), "{body}");
    }
    assert!(respond("nul").is_err());
    assert!(respond("null null").is_err());
}

#[test]
fn a_body_that_is_not_json_keeps_its_first_error() {
    let error = respond(r#"{"vlan": "x"#).expect_err("the body is cut short");
    assert!(!error.to_string().contains("found a string"), "{error}");
}
