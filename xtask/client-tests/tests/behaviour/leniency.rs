//! Answers that are not quite the model's, and the switch that refuses them.

use aws_sdk_directconnect::{
    Client, Config,
    config::retry::RetryConfig,
    error::{DisplayErrorContext, SdkError},
    operation::delete_connection::{DeleteConnectionOutput, builders::DeleteConnectionOutputBuilder},
    primitives::DateTime,
    types::HasLogicalRedundancy,
};
use client_tests::{Answer, Server};

use super::{CONNECTION, config, delete, through_client, through_functions};

type Expected = fn(DeleteConnectionOutputBuilder) -> DeleteConnectionOutputBuilder;

/// 2026-11-22T20:50:04Z
fn issued() -> DateTime {
    DateTime::from_secs(1_795_380_604)
}

/// Bodies, what a lenient client reads, and the member that a strict one complains about, unless the
/// official protocol crate reads the body by itself.
const CASES: [(&str, Expected, &str); 16] = [
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
    (r#"{"loaIssueTime":"2026-11-22T20:50:04Z"}"#, |output| output.loa_issue_time(issued()), ""),
    (r#"{"loaIssueTime":"2026-11-22T21:50:04+01:00"}"#, |output| output.loa_issue_time(issued()), ""),
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
    (r#"{"tags":[null],"region":"r"}"#, |output| output.set_tags(Some(vec![])).region("r"), "tags"),
];

#[tokio::test]
async fn answers_that_are_not_quite_the_models_are_read() {
    for (body, expected, _) in CASES {
        let expected = expected(DeleteConnectionOutput::builder()).build();
        let answer = Answer::json(200, body);
        let output = through_client(&answer).await;
        assert_eq!(output.unwrap_or_else(|error| panic!("{body}: {error:?}")), expected, "{body}");
        let output = through_functions(&answer);
        assert_eq!(output.unwrap_or_else(|error| panic!("{body}: {error:?}")), expected, "{body}");
    }
}

#[tokio::test]
async fn strict_clients_refuse_them_and_name_the_member() {
    for (body, _, member) in CASES.into_iter().filter(|(_, _, member)| !member.is_empty()) {
        let server = Server::start([Answer::json(200, body)]);
        let error = delete(config(&server).strict_responses(true)).await.expect_err(body);
        assert!(matches!(error, SdkError::ServiceError(_)), "{body}: {error:?}");
        assert_eq!(server.requests().len(), 1, "{body}: it would be no better the second time");
        let text = error.into_service_error().to_string();
        assert!(text.starts_with("DeleteConnection: "), "{body}: {text}");
        assert!(text.contains(&format!("`{member}`")), "{body}: {text}");
    }
}

#[tokio::test]
async fn strict_clients_read_what_is_the_models() {
    let body = r#"{"connectionId":"a","vlan":1,"tags":null,"added":[null],"loaIssueTime":1795380604}"#;
    let server = Server::start([Answer::json(200, body)]);
    let output = delete(config(&server).strict_responses(true)).await.expect("a success");
    let expected = DeleteConnectionOutput::builder().connection_id("a").vlan(1).loa_issue_time(issued());
    assert_eq!(output, expected.build());
}

#[tokio::test]
async fn strictness_can_be_set_for_one_call_either_way() {
    let odd = Answer::json(200, r#"{"hasLogicalRedundancy":false}"#);
    for (client, call, succeeds) in [(false, true, false), (true, false, true)] {
        let server = Server::start([odd.clone()]);
        let client = Client::from_conf(config(&server).strict_responses(client).build());
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

#[tokio::test]
async fn errors_are_read_leniently_too() {
    let answer = Answer::json(400, r#"{"__type":"DirectConnectClientException","message":42}"#);
    let server = Server::start([answer]);
    let config = config(&server).retry_config(RetryConfig::disabled());
    let error = delete(config).await.expect_err("the answer is an error").into_service_error();
    assert!(error.is_direct_connect_client_exception(), "{}", DisplayErrorContext(&error));
}
