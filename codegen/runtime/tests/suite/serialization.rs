//! The feature `serde`: JSON for people, CBOR for machines.

#[allow(
    dead_code,
    clippy::must_use_candidate,
    clippy::ref_option,
    clippy::return_self_not_must_use,
    clippy::missing_errors_doc,
    reason = "the sample has whatever a crate has, called or not, and looks as the official crates do"
)]
mod everything;

use aws_smithy_types::{BigDecimal, BigInteger, Blob, DateTime, Document, Number, error::ErrorMetadata};
use aws_types::request_id::RequestId as _;
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use serde_json::{Value, from_value, json, to_value};

use self::everything::{Choice, Everything};
use super::sample::{
    ConnectionState, DeleteConnectionError, DeleteConnectionInput, DeleteConnectionOutput,
    DirectConnectClientException, Error, Tag,
};

fn cbor<T: Serialize + DeserializeOwned>(value: &T) -> Result<T, String> {
    let mut bytes = Vec::new();
    ciborium::into_writer(value, &mut bytes).map_err(|error| error.to_string())?;
    ciborium::from_reader(&*bytes).map_err(|error| error.to_string())
}

/// That a value becomes what is expected, and itself again from that and from CBOR.
#[track_caller]
fn round_trip<T: Serialize + DeserializeOwned + PartialEq + std::fmt::Debug>(value: &T, expected: Value) {
    assert_eq!(to_value(value).unwrap(), expected);
    assert_eq!(serde_json::from_str::<T>(&expected.to_string()).unwrap(), *value);
    assert_eq!(from_value::<T>(expected).unwrap(), *value);
    assert_eq!(cbor(value).unwrap(), *value);
}

fn output() -> DeleteConnectionOutput {
    DeleteConnectionOutput {
        connection_id: Some("dxcon-1".into()),
        connection_state: Some("half open".into()),
        loa_issue_time: Some(DateTime::from_secs_and_nanos(1_700_000_000, 120_000_000)),
        tags: Some(vec![Tag { key: "a".into(), value: None }]),
        notes: Some(vec![Some("b".into()), None]),
        labels: Some([("c".to_owned(), "d".to_owned())].into()),
        hints: Some([("e".to_owned(), None)].into()),
        prefix_pool_size: Some(i64::MAX),
        _request_id: Some("id-1".into()),
        ..DeleteConnectionOutput::default()
    }
}

#[test]
fn outputs_keep_their_names_and_their_request_id() {
    round_trip(
        &output(),
        json!({
            "connectionId": "dxcon-1",
            "connectionState": "half open",
            "vlan": 0,
            "loaIssueTime": "2023-11-14T22:13:20.12Z",
            "tags": [{ "key": "a" }],
            "notes": ["b", null],
            "labels": { "c": "d" },
            "hints": { "e": null },
            "prefixPoolSize": i64::MAX,
            "$metadata": { "requestId": "id-1" },
        }),
    );
    round_trip(&DeleteConnectionOutput::default(), json!({ "vlan": 0 }));
}

#[test]
fn inputs_can_be_read_and_outputs_written() {
    round_trip(
        &DeleteConnectionInput {
            requested_at: Some(DateTime::from_secs(0)),
            ..DeleteConnectionInput::new("dxcon-1")
        },
        json!({ "connectionId": "dxcon-1", "requestedAt": "1970-01-01T00:00:00Z" }),
    );
}

#[test]
fn what_is_missing_is_empty_and_what_is_unknown_is_passed_over() {
    let text = r#"{"vlan": null, "more": {"a": [1]}, "tags": [{"value": "v"}], "$metadata": {"x": {}, "requestId": null}}"#;
    let output: DeleteConnectionOutput = serde_json::from_str(text).unwrap();
    assert_eq!(
        from_value::<DeleteConnectionOutput>(json!({ "$metadata": null })).unwrap().request_id(),
        None
    );
    let tags = Some(vec![Tag { key: String::new(), value: Some("v".into()) }]);
    assert_eq!(output, DeleteConnectionOutput { tags, ..DeleteConnectionOutput::default() });
}

#[test]
fn errors_tell_where_they_are() {
    let fails = |text: &str| serde_json::from_str::<DeleteConnectionOutput>(text).unwrap_err().to_string();
    let error = fails(r#"{"vlan": "many"}"#);
    assert!(error.contains("invalid type: string \"many\", expected i32"), "{error}");
    assert!(error.contains("in member `vlan`"), "{error}");
    let error = fails(r#"{"tags": [{"key": 5}]}"#);
    assert!(error.contains("in member `key` in member `tags`"), "{error}");
    assert!(fails(r#"{"loaIssueTime": "yesterday"}"#).contains("in member `loaIssueTime`"));
    assert!(fails("5").contains("a map with the members of `Connection`"));
    assert!(serde_json::from_str::<DeleteConnectionOutput>(r#"{"vlan": 1"#).unwrap_err().is_eof());
}

#[test]
fn enums_are_their_text() {
    round_trip(&ConnectionState::Deleted, json!("deleted"));
    round_trip(&ConnectionState::UnknownValue, json!("unknown"));
    round_trip(&ConnectionState::from("new"), json!("new"));
}

fn everything() -> Everything {
    Everything {
        flag: true,
        byte: i8::MIN,
        short: i16::MAX,
        float: Some(-0.5),
        double: Some(0.1 + 0.2),
        big_integer: Some("123456789012345678901234567890".parse::<BigInteger>().unwrap()),
        big_decimal: Some("1.50e-7".parse::<BigDecimal>().unwrap()),
        blob: Some(Blob::new([0, 255, 1])),
        at: Some(DateTime::from_secs_and_nanos(-1, 999_999_999)),
        document: Some(Document::Object(
            [
                ("list".to_owned(), Document::Array(vec![Document::Null, Document::Bool(true)])),
                ("number".to_owned(), Document::Number(Number::Float(1.0))),
                ("small".to_owned(), Document::Number(Number::NegInt(-7))),
                ("text".to_owned(), Document::String("t".into())),
            ]
            .into(),
        )),
        inner: Some(Box::new(Everything { choice: Some(Choice::Nothing), ..Everything::default() })),
        choice: Some(Choice::Count(3)),
    }
}

#[test]
fn every_kind_of_value_comes_back() {
    round_trip(
        &everything(),
        json!({
            "flag": true,
            "byte": -128,
            "short": 32767,
            "float": -0.5,
            "double": 0.1 + 0.2,
            "bigInteger": "123456789012345678901234567890",
            "bigDecimal": "1.50e-7",
            "blob": "AP8B",
            "at": "1969-12-31T23:59:59.999999999Z",
            "document": { "list": [null, true], "number": 1.0, "small": -7, "text": "t" },
            "inner": { "flag": false, "byte": 0, "short": 0, "choice": { "nothing": {} } },
            "choice": { "count": 3 },
        }),
    );
}

#[test]
fn a_null_document_is_a_value() {
    let value = Everything { document: Some(Document::Null), ..Everything::default() };
    round_trip(&value, json!({ "flag": false, "byte": 0, "short": 0, "document": null }));
}

#[test]
fn other_spellings_are_read_too() {
    let value: Everything = from_value(json!({
        "bigInteger": 12, "bigDecimal": "1e3", "at": "2023-11-14T23:13:20+01:00", "double": 1, "float": 2,
    }))
    .unwrap();
    assert_eq!(value.big_integer.unwrap().as_ref(), "12");
    assert_eq!(value.big_decimal.unwrap().as_ref(), "1e3");
    assert_eq!(value.at, Some(DateTime::from_secs(1_700_000_000)));
    assert_eq!((value.double, value.float), (Some(1.0), Some(2.0)));
}

#[test]
fn numbers_that_json_lacks_have_names() {
    let value =
        Everything { float: Some(f32::NEG_INFINITY), double: Some(f64::INFINITY), ..Everything::default() };
    round_trip(
        &value,
        json!({ "flag": false, "byte": 0, "short": 0, "float": "-Infinity", "double": "Infinity" }),
    );
    let value: Everything = from_value(json!({ "double": "NaN" })).unwrap();
    assert!(value.double.unwrap().is_nan());
    for wrong in [json!({ "double": "nan" }), json!({ "float": 1e300 }), json!({ "bigInteger": "1.5" })] {
        from_value::<Everything>(wrong).unwrap_err();
    }
}

#[test]
fn times_of_all_years_of_rfc_3339_survive() {
    for (seconds, text) in [
        (-62_167_219_200, "0000-01-01T00:00:00Z"),
        (-62_162_035_201, "0000-02-29T23:59:59Z"),
        (-62_135_596_801, "0000-12-31T23:59:59Z"),
        (-62_135_596_800, "0001-01-01T00:00:00Z"),
        (253_402_300_799, "9999-12-31T23:59:59Z"),
    ] {
        let value = Everything { at: Some(DateTime::from_secs(seconds)), ..Everything::default() };
        round_trip(&value, json!({ "flag": false, "byte": 0, "short": 0, "at": text }));
    }
    for beyond in [-62_167_219_201, 253_402_300_800] {
        let value = Everything { at: Some(DateTime::from_secs(beyond)), ..Everything::default() };
        to_value(&value).unwrap_err();
    }
}

#[test]
fn what_json_cannot_say_is_an_error_that_cbor_does_not_have() {
    let far = Everything { at: Some(DateTime::from_secs(i64::MIN)), ..Everything::default() };
    assert!(to_value(&far).unwrap_err().to_string().contains("are outside of the years 0 to 9999"));
    assert_eq!(cbor(&far).unwrap(), far);
    let odd = Document::Number(Number::Float(f64::INFINITY));
    let odd = Everything { document: Some(odd), ..Everything::default() };
    assert!(to_value(&odd).unwrap_err().to_string().contains("Infinity in a document"));
    assert_eq!(cbor(&odd).unwrap(), odd);
}

#[test]
fn unions_have_one_variant() {
    for value in [json!({}), json!({ "count": null }), json!({ "count": 1, "nothing": {} })] {
        let error = from_value::<Choice>(value).unwrap_err().to_string();
        assert!(error.contains("expected one variant of `Choice`, found "), "{error}");
    }
    assert_eq!(from_value::<Choice>(json!({ "count": 1, "nothing": null })).unwrap(), Choice::Count(1));
    assert_eq!(from_value::<Choice>(json!({ "newer": { "a": 1 } })).unwrap(), Choice::Unknown);
    let error = to_value(Choice::Unknown).unwrap_err().to_string();
    assert_eq!(
        error,
        "a variant of `Choice` that this version of the crate does not know cannot be serialized"
    );
}

fn exception() -> DirectConnectClientException {
    let meta = ErrorMetadata::builder()
        .code("DirectConnectClientException")
        .message("no")
        .custom("aws_request_id", "id-2")
        .custom(tinsmith_runtime::error::OPERATION_KEY, "DeleteConnection")
        .custom(tinsmith_runtime::error::HTTP_STATUS_KEY, "400")
        .build();
    DirectConnectClientException { message: Some("no".into()), meta }
}

#[test]
fn exceptions_keep_their_metadata() {
    let expected = json!({
        "message": "no",
        "$metadata": {
            "code": "DirectConnectClientException",
            "message": "no",
            "requestId": "id-2",
            "operation": "DeleteConnection",
            "httpStatus": "400",
        },
    });
    let written = to_value(exception()).unwrap();
    assert_eq!(written, expected);
    let read: DirectConnectClientException = from_value(written).unwrap();
    assert_eq!((&read.message, &read.meta), (&exception().message, &exception().meta));
    assert_eq!(read.request_id(), Some("id-2"));
    assert_eq!(to_value(DeleteConnectionError::DirectConnectClientException(exception())).unwrap(), expected);
    assert_eq!(to_value(Error::DirectConnectClientException(exception())).unwrap(), expected);
}

#[test]
fn errors_without_metadata_have_a_code_all_the_same() {
    let bare = DirectConnectClientException::default();
    assert_eq!(to_value(&bare).unwrap(), json!({}));
    assert_eq!(
        to_value(DeleteConnectionError::DirectConnectClientException(bare)).unwrap(),
        json!({ "$metadata": { "code": "DirectConnectClientException" } })
    );
    let meta = ErrorMetadata::builder().code("Throttled").message("slow down").build();
    assert_eq!(
        to_value(DeleteConnectionError::generic(meta)).unwrap(),
        json!({ "message": "Throttled: slow down", "$metadata": { "code": "Throttled", "message": "slow down" } })
    );
    assert_eq!(
        to_value(DeleteConnectionError::unhandled("the network is gone")).unwrap(),
        json!({ "message": "the network is gone" })
    );
}

/// `flatten` keeps values in between, and forgets whether the format is for people.
#[test]
fn values_can_be_parts_of_other_types() {
    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    struct Record {
        seen: u8,
        #[serde(flatten)]
        everything: Everything,
        state: Option<ConnectionState>,
    }
    let record = Record { seen: 1, everything: everything(), state: Some(ConnectionState::Deleted) };
    assert_eq!(from_value::<Record>(to_value(&record).unwrap()).unwrap(), record);
    assert_eq!(cbor(&record).unwrap(), record);
}
