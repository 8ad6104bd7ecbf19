//! Responses that deviate from the model, and the setting that rejects them.

use aws_sdk_directconnect::{
    Client, Config,
    error::{DisplayErrorContext, SdkError},
    operation::delete_connection::DeleteConnectionOutput,
    primitives::DateTime,
    types::HasLogicalRedundancy,
};
use client_suite::{Response, Server};

use super::{
    CONNECTION, delete,
    protocol::{Protocol, with_each_protocol},
    responses::{Expected, assert_reads},
    through_client,
};

with_each_protocol! {
    nulls_in_lists_are_dropped,
    strict_clients_reject_deviations_by_member,
    strict_clients_accept_responses_of_the_model,
    strictness_can_be_set_for_a_single_call,
}

/// 2026-11-22T20:50:04Z
fn issued() -> DateTime {
    DateTime::from_secs(1_795_380_604)
}

/// A body, the output of a lenient client, and the member in the error of a strict one.
type Case = (&'static str, Expected, &'static str);

/// Deviations of JSON bodies. CBOR values have types, so they are not converted.
const CASES: [Case; 13] = [
    (
        r#"{"hasLogicalRedundancy":false,"loaIssueTime":"2026-11-22 20:50:04","connectionId":"a"}"#,
        |output| {
            output
                .has_logical_redundancy(HasLogicalRedundancy::from("false"))
                .loa_issue_time(issued())
                .connection_id("a")
        },
        "hasLogicalRedundancy",
    ),
    (r#"{"loaIssueTime":"2026-11-22 20:50:04"}"#, |output| output.loa_issue_time(issued()), "loaIssueTime"),
    (r#"{"loaIssueTime":"2026-11-22T20:50:04"}"#, |output| output.loa_issue_time(issued()), "loaIssueTime"),
    (
        r#"{"loaIssueTime":"Sun, 22 Nov 2026 20:50:04 GMT"}"#,
        |output| output.loa_issue_time(issued()),
        "loaIssueTime",
    ),
    (r#"{"loaIssueTime":"1795380604"}"#, |output| output.loa_issue_time(issued()), "loaIssueTime"),
    (r#"{"loaIssueTime":"soon","bandwidth":"1Gbps"}"#, |output| output.bandwidth("1Gbps"), "loaIssueTime"),
    (r#"{"vlan":"101"}"#, |output| output.vlan(101), "vlan"),
    (r#"{"vlan":1.0e2}"#, |output| output.vlan(100), "vlan"),
    (r#"{"jumboFrameCapable":"true"}"#, |output| output.jumbo_frame_capable(true), "jumboFrameCapable"),
    (r#"{"ownerAccount":123456789012}"#, |output| output.owner_account("123456789012"), "ownerAccount"),
    (r#"{"bandwidth":{"value":1},"region":"r"}"#, |output| output.region("r"), "bandwidth"),
    (
        r#"{"loaIssueTime":"2026-11-22T20:50:04+0000"}"#,
        |output| output.loa_issue_time(issued()),
        "loaIssueTime",
    ),
    (
        r#"{"vlan":"101","connectionId":7,"region":"r"}"#,
        |output| output.vlan(101).connection_id("7").region("r"),
        "vlan",
    ),
];

/// Lists that cannot be read, and their member. Without it, they would be taken for empty ones.
const LISTS: [(&str, &str); 3] = [
    (r#"{"tags":{"tags":[]},"region":"r"}"#, "tags"),
    (r#"{"macSecKeys":"none","region":"r"}"#, "macSecKeys"),
    (r#"{"tags":[{"key":"a"},{"key":{}}]}"#, "key"),
];

/// A deviation that both protocols allow.
const NULL: Case =
    (r#"{"tags":[null],"region":"r"}"#, |output| output.set_tags(Some(vec![])).region("r"), "tags");

/// Timestamps that the official protocol crate for JSON accepts.
const TIMESTAMPS: [&str; 2] =
    [r#"{"loaIssueTime":"2026-11-22T20:50:04Z"}"#, r#"{"loaIssueTime":"2026-11-22T21:50:04+01:00"}"#];

#[tokio::test]
async fn responses_that_deviate_from_the_model_are_read() {
    for (body, expected, _) in CASES {
        assert_reads(Protocol::Json, body, expected).await;
    }
    for body in TIMESTAMPS {
        assert_reads(Protocol::Json, body, |output| output.loa_issue_time(issued())).await;
    }
}

async fn nulls_in_lists_are_dropped(protocol: Protocol) {
    let (body, expected, _) = NULL;
    assert_reads(protocol, body, expected).await;
}

async fn strict_clients_reject_deviations_by_member(protocol: Protocol) {
    for (body, _, member) in CASES.into_iter().chain([NULL]) {
        assert_rejects(protocol, true, body, member).await;
    }
}

#[tokio::test]
async fn cbor_of_another_type_is_rejected_by_all_clients() {
    let timestamps = TIMESTAMPS.map(|body| (body, "loaIssueTime"));
    for (body, member) in CASES.map(|(body, _, member)| (body, member)).into_iter().chain(timestamps) {
        assert_rejects(Protocol::Cbor, false, body, member).await;
    }
}

#[tokio::test]
async fn lists_that_cannot_be_read_are_rejected_by_all_clients() {
    for (body, member) in LISTS {
        for protocol in [Protocol::Json, Protocol::Cbor] {
            assert_rejects(protocol, false, body, member).await;
        }
    }
}

/// The body of an output may be null.
#[tokio::test]
async fn null_is_an_empty_output() {
    for protocol in [Protocol::Json, Protocol::Cbor] {
        assert_reads(protocol, "null", |output| output).await;
    }
}

async fn assert_rejects(protocol: Protocol, strict: bool, body: &str, member: &str) {
    let server = Server::start([protocol.response(200, body)]);
    let error = delete(protocol.config(&server).strict_responses(strict)).await.expect_err(body);
    assert!(matches!(error, SdkError::ServiceError(_)), "{body}: {error:?}");
    assert_eq!(server.requests().len(), 1, "{body}: there must be no retry");
    let text = error.into_service_error().to_string();
    assert!(text.starts_with("DeleteConnection: "), "{body}: {text}");
    assert!(text.contains(&format!("`{member}`")), "{body}: {text}");
}

async fn strict_clients_accept_responses_of_the_model(protocol: Protocol) {
    let body = r#"{"connectionId":"a","vlan":1,"tags":null,"added":[null],"loaIssueTime":1795380604}"#;
    let server = Server::start([protocol.response(200, body)]);
    let output = delete(protocol.config(&server).strict_responses(true)).await.expect("a success");
    let expected = DeleteConnectionOutput::builder().connection_id("a").vlan(1).loa_issue_time(issued());
    assert_eq!(output, expected.build());
}

async fn strictness_can_be_set_for_a_single_call(protocol: Protocol) {
    let deviating = protocol.response(200, NULL.0);
    for (client, call, succeeds) in [(false, true, false), (true, false, true)] {
        let server = Server::start([deviating.clone()]);
        let client = Client::from_conf(protocol.config(&server).strict_responses(client).build());
        let result = client
            .delete_connection()
            .connection_id(CONNECTION)
            .customize()
            .config_override(Config::builder().strict_responses(call))
            .send()
            .await;
        assert_eq!(result.is_ok(), succeeds, "{result:?}");
    }
}

/// In JSON only, like outputs.
#[tokio::test]
async fn errors_that_deviate_from_the_model_are_read() {
    let response = Response::json(400, r#"{"__type":"DirectConnectClientException","message":42}"#);
    let outcome = through_client(Protocol::Json, &response).await;
    let error = outcome.expect_err("the response is an error").into_service_error();
    assert!(error.is_direct_connect_client_exception(), "{}", DisplayErrorContext(&error));
}
