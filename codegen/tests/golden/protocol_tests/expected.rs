// ---- Cargo.toml
[dev-dependencies]
aws-smithy-http-client = { version = "1.5.2", features = ["test-util"] }
aws-smithy-protocol-test = "0.64.0"
tokio = { version = "1.49.0", features = ["rt", "time"] }

// ---- src/lib.rs
#[cfg(feature = "client")]
pub mod client;
pub mod config;
pub mod error;
pub mod meta;
pub mod operation;
pub mod primitives;
pub mod types;
mod error_meta;
#[cfg(all(test, feature = "client"))]
mod protocol_tests;
mod service;

// ---- src/protocol_tests.rs
//! The protocol tests that the model carries.

mod request;
mod response;
mod requests;
mod responses;
mod errors;

// ---- src/protocol_tests/errors.rs
//! Responses and the errors that they mean.

use crate::operation::report::{Report, ReportError};
use crate::protocol_tests::response::response;
use crate::types::error::StormError;

/// `storm`
#[test]
fn storm() {
    let response = response(
        400,
        &[("Content-Type", "application/x-amz-json-1.0")],
        (
            "{\"__type\":\"example.weather#StormError\",\"message\":\"run\",\"strength\":9}",
            "application/json",
        ),
    );
    let answer = Report::parse_response(&response);
    let ReportError::StormError(actual) = answer.expect_err("an error") else {
        panic!("another error");
    };
    let expected = StormError::builder()
        .set_message(Some("run".to_owned()))
        .set_strength(Some(9))
        .build();
    assert_eq!(actual.message, expected.message);
    assert_eq!(actual.strength, expected.strength);
}

// ---- src/protocol_tests/requests.rs
/// `every_kind_of_value`
#[test]
fn every_kind_of_value() {
    let input = ReportInput::builder()
        .set_place(Some("Ulm".to_owned()))
        .set_sunny(Some(true))
        .set_degrees(Some(-3))
        .set_humidity(Some(0.5))
        .set_pressure(Some(1013.25))
        .set_droplets(Some("123456789012345678901234567890".parse().expect("a number")))
        .set_rainfall(Some("0.125".parse().expect("a number")))
        .set_picture(Some(Blob::new(b"blue")))
        .set_observed(Some(DateTime::from_secs_and_nanos(946684800, 500000000)))
        .set_extra(
            Some(
                Document::Object(
                    HashMap::from([
                        (
                            "a".to_owned(),
                            Document::Array(
                                vec![
                                    Document::from(1u64), Document::from(- 2i64),
                                    Document::from(2.5f64), Document::Null,
                                    Document::from(true), Document::from("x")
                                ],
                            ),
                        ),
                    ]),
                ),
            ),
        )
        .set_winds(Some(vec![1, 2]))
        .set_gaps(Some(vec![Some("a".to_owned()), None]))
        .set_stations(
            Some(
                HashMap::from([
                    (
                        "s".to_owned(),
                        Station::builder()
                            .set_name(Some("one".to_owned()))
                            .set_next(
                                Some(
                                    Box::new(
                                        Station::builder()
                                            .set_name(Some("two".to_owned()))
                                            .build()
                                            .expect("all that is required"),
                                    ),
                                ),
                            )
                            .build()
                            .expect("all that is required"),
                    ),
                ]),
            ),
        )
        .set_sky(Some(Sky::from("cloudy")))
        .set_level(Some(1))
        .set_front(Some(Front::Cold(5)))
        .set_forecast(Some(Forecast::builder().set_days(Some(2)).build()));
    let config = config("example.com");
    let request = sent(
        config,
        async |client| {
            drop(input.send_with(client).await);
        },
    );
    let expected = Expected {
        method: "POST",
        host: "example.com",
        path: "/",
        query: &[],
        required_query: &[],
        forbidden_query: &[],
        headers: &[
            ("Content-Type", "application/x-amz-json-1.0"),
            ("X-Amz-Target", "Weather.Report"),
        ],
        required_headers: &["Content-Length"],
        forbidden_headers: &["X-Nothing"],
        body: Some((
            "{\"place\": \"Ulm\", \"sunny\": true, \"degrees\": -3, \"humidity\": 0.5, \"pressure\": 1013.25, \"droplets\": 123456789012345678901234567890, \"rainfall\": 0.125, \"picture\": \"Ymx1ZQ==\", \"observed\": 946684800.5, \"extra\": {\"a\": [1, -2, 2.5, null, true, \"x\"]}, \"winds\": [1, 2], \"gaps\": [\"a\", null], \"stations\": {\"s\": {\"name\": \"one\", \"next\": {\"name\": \"two\"}}}, \"sky\": \"cloudy\", \"level\": 1, \"front\": {\"cold\": 5}, \"forecast\": {\"days\": 2}}",
            "application/json",
        )),
    };
    expected.check(&request);
}

/// `custom_path`
#[test]
fn custom_path() {
    let input = ReportInput::builder();
    let config = config("example.com/custom");
    let request = sent(
        config,
        async |client| {
            drop(input.send_with(client).await);
        },
    );
    let expected = Expected {
        method: "POST",
        host: "example.com",
        path: "/custom/",
        query: &[],
        required_query: &[],
        forbidden_query: &[],
        headers: &[],
        required_headers: &[],
        forbidden_headers: &[],
        body: Some(("{}", "application/json")),
    };
    expected.check(&request);
}

/// `unit_variant`
#[test]
fn unit_variant() {
    let input = ReportInput::builder().set_front(Some(Front::None));
    let config = config("example.com");
    let request = sent(
        config,
        async |client| {
            drop(input.send_with(client).await);
        },
    );
    let expected = Expected {
        method: "POST",
        host: "example.com",
        path: "/",
        query: &[],
        required_query: &[],
        forbidden_query: &[],
        headers: &[],
        required_headers: &[],
        forbidden_headers: &[],
        body: Some(("{\"front\":{\"none\":{}}}", "application/json")),
    };
    expected.check(&request);
}

// ---- src/protocol_tests/responses.rs
/// `not_numbers`
#[test]
fn not_numbers() {
    let response = response(
        200,
        &[("Content-Type", "application/x-amz-json-1.0")],
        ("{\"humidity\":\"NaN\",\"pressure\":\"-Infinity\"}", "application/json"),
    );
    let answer = Report::parse_response(&response);
    let actual = answer.expect("an output");
    let expected = ReportOutput::builder()
        .set_humidity(Some("NaN".parse().expect("a number")))
        .set_pressure(Some("-inf".parse().expect("a number")))
        .build();
    assert_eq!(actual.place, expected.place);
    assert_eq!(actual.sunny, expected.sunny);
    assert_eq!(actual.degrees, expected.degrees);
    assert!(actual.humidity.float_equals(& expected.humidity), "{actual:?}");
    assert!(actual.pressure.float_equals(& expected.pressure), "{actual:?}");
    assert_eq!(actual.droplets, expected.droplets);
    assert_eq!(actual.rainfall, expected.rainfall);
    assert_eq!(actual.picture, expected.picture);
    assert_eq!(actual.observed, expected.observed);
    assert_eq!(actual.extra, expected.extra);
    assert_eq!(actual.winds, expected.winds);
    assert_eq!(actual.gaps, expected.gaps);
    assert_eq!(actual.stations, expected.stations);
    assert_eq!(actual.sky, expected.sky);
    assert_eq!(actual.level, expected.level);
    assert_eq!(actual.front, expected.front);
    assert_eq!(actual.forecast, expected.forecast);
}
