//! Paginators and waiters.

use std::time::Duration;

use super::calls::{config, script};
use crate::Client;

#[tokio::test]
async fn items_come_from_all_pages() {
    let (http, seen) = script(&[
        (200, r#"{"connectionId":"b","tags":[{"key":"1"},{"key":"2"}]}"#),
        (200, r#"{"connectionId":"c","tags":[]}"#),
        (200, r#"{"tags":[{"key":"3"}]}"#),
    ]);
    let call = Client::from_conf(config(http).build()).delete_connection().connection_id("a");
    let tags = call.into_paginator().tags().try_collect().await.expect("three answers");
    assert_eq!(tags.iter().map(|tag| &*tag.key).collect::<Vec<_>>(), ["1", "2", "3"]);
    assert_eq!(seen.lock().unwrap().len(), 3);
}

#[tokio::test]
async fn a_page_that_leads_to_itself_is_an_error() {
    let (http, _) = script(&[(200, r#"{"connectionId":"a","tags":[{"key":"1"}]}"#)]);
    let call = Client::from_conf(config(http).build()).delete_connection().connection_id("a");
    let error =
        call.into_paginator().send().try_collect().await.expect_err("the first page would come for ever");
    assert!(format!("{error:?}").contains("did not change"), "{error:?}");
}

async fn wait(answers: &'static [(u16, &'static str)]) -> Result<usize, String> {
    let (http, seen) = script(answers);
    let client = Client::from_conf(config(http).build());
    let mut waiter = client.wait_until_connection_deleted();
    waiter.inner = waiter.inner.connection_id("a");
    let outcome = waiter.wait(Duration::from_mins(1)).await;
    outcome.map_err(|error| format!("{error:?}"))?;
    Ok(seen.lock().unwrap().len())
}

#[tokio::test]
async fn a_state_is_waited_for() {
    let answers = &[(200, r#"{"connectionState":"deleting"}"#), (200, r#"{"connectionState":"deleted"}"#)];
    assert_eq!(wait(answers).await, Ok(2));
}

#[tokio::test]
async fn a_failure_ends_waiting() {
    let error = wait(&[(400, r#"{"__type":"DirectConnectClientException"}"#)]).await.expect_err("it failed");
    assert!(error.contains("FailureState"), "{error}");
}
