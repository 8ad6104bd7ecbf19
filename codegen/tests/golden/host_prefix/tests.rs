//! Hosts of single operations.

use aws_smithy_types::endpoint::Endpoint;
use golden_host_prefix::operation::put_record::{PutRecord, PutRecordInput};
use golden_host_prefix::operation::start_sync::{StartSync, StartSyncInput};

fn endpoint() -> Endpoint {
    Endpoint::builder().url("https://example.com:8443").build()
}

fn record(account_id: &str) -> PutRecordInput {
    PutRecordInput::builder().account_id(account_id).r#type("b").build().unwrap()
}

#[test]
fn prefixes_stand_before_the_host() {
    let request = PutRecord::http_request(&record("a1"), &endpoint()).unwrap();
    assert_eq!(request.uri(), "https://data-a1.b.example.com:8443/");
    assert_eq!(request.body(), r#"{"accountId":"a1","type":"b"}"#);
    let input = StartSyncInput::builder().build().unwrap();
    let request = StartSync::http_request(&input, &endpoint()).unwrap();
    assert_eq!(request.uri(), "https://sync-example.com:8443/");
}

#[test]
fn labels_that_no_host_may_hold_are_named() {
    for account_id in ["", "a.b", "a/", "user@evil"] {
        let error = PutRecord::http_request(&record(account_id), &endpoint()).unwrap_err().to_string();
        assert!(error.contains("accountId") && error.contains("PutRecord"), "{error}");
    }
}
