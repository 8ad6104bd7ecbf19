//! Answers that are not quite the model's, and the switch that refuses them.

use aws_sdk_directconnect::{
    Client, Config,
    error::{DisplayErrorContext, SdkError},
    operation::delete_connection::DeleteConnectionOutput,
    primitives::DateTime,
    types::HasLogicalRedundancy,
};
use client_suite::{Answer, Server};

use super::{
    CONNECTION, delete,
    protocol::{Protocol, with_each_protocol},
    responses::{Expected, assert_reads},
    through_client,
};

with_each_protocol! {
    nulls_in_lists_are_dropped,
    strict_clients_refuse_them_and_name_the_member,
    strict_clients_read_what_is_the_models,
    strictness_can_be_set_for_one_call_either_way,
}

/// 2026-11-22T20:50:04Z
fn issued() -> DateTime {
    DateTime::from_secs(1_795_380_604)
}

/// A body, what a lenient client reads, and the member that a strict one complains about.
type Case = (&'static str, Expected, &'static str);

/// What a JSON body may get wrong. CBOR says of everything what it is.
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
    (r#"{"tags":{"tags":[]},"region":"r"}"#, |output| output.region("r"), "tags"),
    (r#"{"macSecKeys":"none","region":"r"}"#, |output| output.region("r"), "macSecKeys"),
];

/// What any body may get wrong.
const NULL: Case =
    (r#"{"tags":[null],"region":"r"}"#, |output| output.set_tags(Some(vec![])).region("r"), "tags");

/// What the official protocol crate for JSON reads by itself.
const TIMESTAMPS: [&str; 2] =
    [r#"{"loaIssueTime":"2026-11-22T20:50:04Z"}"#, r#"{"loaIssueTime":"2026-11-22T21:50:04+01:00"}"#];

#[tokio::test]
async fn answers_that_are_not_quite_the_models_are_read() {
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

async fn strict_clients_refuse_them_and_name_the_member(protocol: Protocol) {
    for (body, _, member) in CASES.into_iter().chain([NULL]) {
        assert_refuses(protocol, true, body, member).await;
    }
}

#[tokio::test]
async fn cbor_of_another_type_is_refused_by_all_clients() {
    let timestamps = TIMESTAMPS.map(|body| (body, "loaIssueTime"));
    for (body, member) in CASES.map(|(body, _, member)| (body, member)).into_iter().chain(timestamps) {
        assert_refuses(Protocol::Cbor, false, body, member).await;
    }
}

async fn assert_refuses(protocol: Protocol, strict: bool, body: &str, member: &str) {
    let server = Server::start([protocol.answer(200, body)]);
    let error = delete(protocol.config(&server).strict_responses(strict)).await.expect_err(body);
    assert!(matches!(error, SdkError::ServiceError(_)), "{body}: {error:?}");
    assert_eq!(server.requests().len(), 1, "{body}: it would be no better the second time");
    let text = error.into_service_error().to_string();
    assert!(text.starts_with("DeleteConnection: "), "{body}: {text}");
    assert!(text.contains(&format!("`{member}`")), "{body}: {text}");
}

async fn strict_clients_read_what_is_the_models(protocol: Protocol) {
    let body = r#"{"connectionId":"a","vlan":1,"tags":null,"added":[null],"loaIssueTime":1795380604}"#;
    let server = Server::start([protocol.answer(200, body)]);
    let output = delete(protocol.config(&server).strict_responses(true)).await.expect("a success");
    let expected = DeleteConnectionOutput::builder().connection_id("a").vlan(1).loa_issue_time(issued());
    assert_eq!(output, expected.build());
}

async fn strictness_can_be_set_for_one_call_either_way(protocol: Protocol) {
    let odd = protocol.answer(200, NULL.0);
    for (client, call, succeeds) in [(false, true, false), (true, false, true)] {
        let server = Server::start([odd.clone()]);
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

/// JSON only, as for outputs.
#[tokio::test]
async fn errors_are_read_leniently_too() {
    let answer = Answer::json(400, r#"{"__type":"DirectConnectClientException","message":42}"#);
    let outcome = through_client(Protocol::Json, &answer).await;
    let error = outcome.expect_err("the answer is an error").into_service_error();
    assert!(error.is_direct_connect_client_exception(), "{}", DisplayErrorContext(&error));
}
