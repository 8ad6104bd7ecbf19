//! Successful responses, with both protocols and through the sans-I/O functions.

use aws_sdk_directconnect::{
    operation::{
        RequestId,
        delete_connection::{DeleteConnectionOutput, builders::DeleteConnectionOutputBuilder},
    },
    primitives::DateTime,
    types::{ConnectionState, HasLogicalRedundancy, MacSecKey, Tag},
};
use client_suite::Response;

use super::{
    protocol::{Protocol, with_each_protocol},
    through_client,
};

with_each_protocol! {
    every_member_is_read,
    absent_and_null_members_are_none,
    unknown_members_are_ignored,
    nulls_in_lists_are_dropped_and_required_members_are_filled,
    enum_values_round_trip,
    timestamps_are_read_in_any_notation,
    request_id_is_read_from_each_header,
}

/// Sets the expected members.
pub(crate) type Expected = fn(DeleteConnectionOutputBuilder) -> DeleteConnectionOutputBuilder;

pub(crate) async fn assert_reads(protocol: Protocol, body: &str, expected: Expected) {
    let expected = expected(DeleteConnectionOutput::builder()).build();
    for output in protocol.outcomes(&protocol.response(200, body)).await {
        assert_eq!(output.unwrap_or_else(|error| panic!("{body}: {error:?}")), expected, "{body}");
    }
}

const FULL: &str = r#"{
    "ownerAccount": "123456789012",
    "connectionId": "dxcon-ab12cd34",
    "connectionName": "Zürich \u2192 \ud83e\udd80",
    "connectionState": "deleting",
    "region": "eu-central-2",
    "location": "EqZH4",
    "bandwidth": "10Gbps",
    "vlan": 4094,
    "partnerName": "Partner",
    "loaIssueTime": 1763844604.25,
    "lagId": "dxlag-ab12cd34",
    "awsDevice": "EqZH4-1",
    "jumboFrameCapable": true,
    "awsDeviceV2": "EqZH4-2",
    "awsLogicalDeviceId": "EqZH4-3",
    "hasLogicalRedundancy": "yes",
    "tags": [{ "key": "team", "value": "network" }, { "key": "empty" }],
    "providerName": "Provider",
    "macSecCapable": false,
    "portEncryptionStatus": "Encryption Up",
    "encryptionMode": "must_encrypt",
    "macSecKeys": [{
        "secretARN": "arn:aws:secretsmanager:eu-central-2:123456789012:secret:key",
        "ckn": "0123456789abcdef",
        "state": "associated",
        "startOn": "2026-11-22T20:50:04Z"
    }, {}],
    "partnerInterconnectMacSecCapable": true
}"#;

fn full(output: DeleteConnectionOutputBuilder) -> DeleteConnectionOutputBuilder {
    let tag = |key| Tag::builder().key(key);
    let key = MacSecKey::builder()
        .secret_arn("arn:aws:secretsmanager:eu-central-2:123456789012:secret:key")
        .ckn("0123456789abcdef")
        .state("associated")
        .start_on("2026-11-22T20:50:04Z")
        .build();
    output
        .owner_account("123456789012")
        .connection_id("dxcon-ab12cd34")
        .connection_name("Zürich → 🦀")
        .connection_state(ConnectionState::Deleting)
        .region("eu-central-2")
        .location("EqZH4")
        .bandwidth("10Gbps")
        .vlan(4094)
        .partner_name("Partner")
        .loa_issue_time(DateTime::from_secs_and_nanos(1_763_844_604, 250_000_000))
        .lag_id("dxlag-ab12cd34")
        .aws_device("EqZH4-1")
        .jumbo_frame_capable(true)
        .aws_device_v2("EqZH4-2")
        .aws_logical_device_id("EqZH4-3")
        .has_logical_redundancy(HasLogicalRedundancy::Yes)
        .tags(tag("team").value("network").build().expect("a key is set"))
        .tags(tag("empty").build().expect("a key is set"))
        .provider_name("Provider")
        .mac_sec_capable(false)
        .port_encryption_status("Encryption Up")
        .encryption_mode("must_encrypt")
        .mac_sec_keys(key)
        .mac_sec_keys(MacSecKey::builder().build())
        .partner_interconnect_mac_sec_capable(true)
}

async fn every_member_is_read(protocol: Protocol) {
    let members: serde_json::Value = serde_json::from_str(FULL).expect("the body is JSON");
    assert_eq!(members.as_object().map(serde_json::Map::len), Some(23));
    assert_reads(protocol, FULL, full).await;
}

#[tokio::test]
async fn accessors_return_their_fields() {
    let output = through_client(Protocol::Json, &Response::json(200, FULL)).await.expect("a success");
    assert_eq!(output.owner_account(), output.owner_account.as_deref());
    assert_eq!(output.connection_id(), output.connection_id.as_deref());
    assert_eq!(output.connection_name(), output.connection_name.as_deref());
    assert_eq!(output.connection_state(), output.connection_state.as_ref());
    assert_eq!(output.region(), output.region.as_deref());
    assert_eq!(output.location(), output.location.as_deref());
    assert_eq!(output.bandwidth(), output.bandwidth.as_deref());
    assert_eq!(output.vlan(), output.vlan);
    assert_eq!(output.partner_name(), output.partner_name.as_deref());
    assert_eq!(output.loa_issue_time(), output.loa_issue_time.as_ref());
    assert_eq!(output.lag_id(), output.lag_id.as_deref());
    #[allow(deprecated, reason = "the member is deprecated but still read")]
    {
        assert_eq!(output.aws_device(), output.aws_device.as_deref());
    }
    assert_eq!(output.jumbo_frame_capable(), output.jumbo_frame_capable);
    assert_eq!(output.aws_device_v2(), output.aws_device_v2.as_deref());
    assert_eq!(output.aws_logical_device_id(), output.aws_logical_device_id.as_deref());
    assert_eq!(output.has_logical_redundancy(), output.has_logical_redundancy.as_ref());
    assert_eq!(Some(output.tags()), output.tags.as_deref());
    assert_eq!(output.provider_name(), output.provider_name.as_deref());
    assert_eq!(output.mac_sec_capable(), output.mac_sec_capable);
    assert_eq!(output.port_encryption_status(), output.port_encryption_status.as_deref());
    assert_eq!(output.encryption_mode(), output.encryption_mode.as_deref());
    assert_eq!(Some(output.mac_sec_keys()), output.mac_sec_keys.as_deref());
    assert_eq!(output.partner_interconnect_mac_sec_capable(), output.partner_interconnect_mac_sec_capable);
}

/// Body with every member set to null.
fn nulls() -> String {
    let members: serde_json::Value = serde_json::from_str(FULL).expect("the body is JSON");
    let names = members.as_object().expect("an object").keys();
    let members: Vec<_> = names.map(|name| format!("\"{name}\": null")).collect();
    format!("{{{}}}", members.join(", "))
}

async fn absent_and_null_members_are_none(protocol: Protocol) {
    for body in ["", "{}", " {\n} ", r#"{"vlan":null}"#, &nulls()] {
        assert_reads(protocol, body, |output| output).await;
    }
    let output = through_client(protocol, &protocol.response(200, "{}")).await.expect("a success");
    assert_eq!(output.vlan(), 0);
    assert_eq!(output.tags(), []);
}

async fn unknown_members_are_ignored(protocol: Protocol) {
    let deep = format!(r#"{{"added":{}1{},"bandwidth":"1Gbps"}}"#, "[".repeat(100), "]".repeat(100));
    let cases = [
        r#"{"bandwidth":"1Gbps","added":{"a":[1,{"b":null}],"c":"\"}"}}"#,
        r#"{"__type":"Connection","ConnectionId":"case matters","bandwidth":"1Gbps"}"#,
        r#"{"":0,"bandwidth":"1Gbps","vlan ":1e99}"#,
        &deep,
    ];
    for body in cases {
        assert_reads(protocol, body, |output| output.bandwidth("1Gbps")).await;
    }
}

/// In JSON only: CBOR has no such number.
#[tokio::test]
async fn out_of_range_numbers_of_unknown_members_are_ignored() {
    let body = r#"{"bandwidth":"1Gbps","vlan ":1e999}"#;
    assert_reads(Protocol::Json, body, |output| output.bandwidth("1Gbps")).await;
}

async fn nulls_in_lists_are_dropped_and_required_members_are_filled(protocol: Protocol) {
    let cases: [(&str, Expected); 4] = [
        (r#"{"tags":[]}"#, |output| output.set_tags(Some(vec![]))),
        (r#"{"tags":[null]}"#, |output| output.set_tags(Some(vec![]))),
        (r#"{"tags":[null,{"key":"a"},null]}"#, |output| {
            output.tags(Tag::builder().key("a").build().expect("a key is set"))
        }),
        (r#"{"tags":[{"value":"v"}]}"#, |output| {
            output.tags(Tag::builder().key("").value("v").build().expect("a key is set"))
        }),
    ];
    for (body, expected) in cases {
        assert_reads(protocol, body, expected).await;
    }
}

async fn enum_values_round_trip(protocol: Protocol) {
    let cases = [
        ("available", "Available"),
        ("unknown", "UnknownValue"),
        ("", "Unknown("),
        ("Available", "Unknown("),
        ("quiescing", "Unknown("),
    ];
    for (value, variant) in cases {
        let response = protocol.response(200, &format!(r#"{{"connectionState":"{value}"}}"#));
        for output in protocol.outcomes(&response).await {
            let state = output.expect("a success").connection_state.expect("a state");
            assert_eq!(state.as_str(), value);
            assert_eq!(state.to_string(), value);
            assert_eq!(ConnectionState::from(state.as_str()), state);
            assert!(format!("{state:?}").starts_with(variant), "{state:?}");
        }
        assert_eq!(ConnectionState::try_parse(value).is_ok(), !variant.starts_with("Unknown("));
    }
    assert_reads(protocol, r#"{"connectionState":"unknown","hasLogicalRedundancy":"unknown"}"#, |output| {
        output
            .connection_state(ConnectionState::UnknownValue)
            .has_logical_redundancy(HasLogicalRedundancy::UnknownValue)
    })
    .await;
}

async fn timestamps_are_read_in_any_notation(protocol: Protocol) {
    let cases = [
        ("0", 0, 0),
        ("1763844604", 1_763_844_604, 0),
        ("1763844604.0", 1_763_844_604, 0),
        ("1763844604.25", 1_763_844_604, 250_000_000),
        ("1.763844604e9", 1_763_844_604, 0),
        ("1.763844604E+9", 1_763_844_604, 0),
        ("17638446045e-1", 1_763_844_604, 500_000_000),
        ("-0.5", -1, 500_000_000),
        ("-62135596800", -62_135_596_800, 0),
    ];
    for (written, seconds, nanos) in cases {
        let expected = DateTime::from_secs_and_nanos(seconds, nanos);
        for read in timestamps(protocol, written).await {
            assert_eq!(read, Some(expected), "{written}");
        }
    }
}

/// CBOR is truncated to milliseconds.
#[tokio::test]
async fn timestamps_are_exact() {
    for (protocol, nanos) in [(Protocol::Json, 129_456_000), (Protocol::Cbor, 129_000_000)] {
        for read in timestamps(protocol, "1763844604.129456").await {
            assert_eq!(read, Some(DateTime::from_secs_and_nanos(1_763_844_604, nanos)));
        }
    }
}

/// The official protocol crate reads the last or first second that it knows. CBOR cannot encode them.
#[tokio::test]
async fn timestamps_out_of_range_are_errors() {
    for written in ["1e999", "-1e999"] {
        let response = Protocol::Json.response(200, &format!(r#"{{"loaIssueTime":{written}}}"#));
        for outcome in Protocol::Json.outcomes(&response).await {
            let error = outcome.expect_err(written).to_string();
            assert!(error.contains("out of range for timestamp in member `loaIssueTime`"), "{error}");
        }
    }
}

async fn timestamps(protocol: Protocol, written: &str) -> Vec<Option<DateTime>> {
    let response = protocol.response(200, &format!(r#"{{"loaIssueTime":{written}}}"#));
    let outputs = protocol.outcomes(&response).await.into_iter();
    outputs
        .map(|output| output.unwrap_or_else(|error| panic!("{written}: {error:?}")).loa_issue_time)
        .collect()
}

async fn request_id_is_read_from_each_header(protocol: Protocol) {
    for name in ["x-amzn-requestid", "x-amz-request-id", "X-Amzn-RequestId"] {
        for output in protocol.outcomes(&protocol.response_with(200, &[(name, "id-1")], "{}")).await {
            assert_eq!(output.expect("a success").request_id(), Some("id-1"), "{name}");
        }
    }
}
