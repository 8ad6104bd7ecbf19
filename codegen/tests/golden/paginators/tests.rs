//! Reading pages, against answers in memory.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

use aws_smithy_http_client::test_util::infallible_client_fn;
use aws_smithy_types::body::SdkBody;
use golden_paginators::config::{BehaviorVersion, Credentials, Region, SharedCredentialsProvider};
use golden_paginators::error::SdkError;
use golden_paginators::{Client, Config};

/// Bodies of the requests that were sent, and one of the user agents.
#[derive(Clone, Default)]
struct Sent(Arc<Mutex<Vec<String>>>, Arc<Mutex<String>>);

impl Sent {
    fn bodies(&self) -> Vec<String> {
        self.0.lock().unwrap().clone()
    }
}

/// A client that gets the answers in turn, the last one for ever.
fn client(answers: &'static [(u16, &'static str)]) -> (Client, Sent) {
    let sent = Sent::default();
    let (log, count) = (sent.clone(), AtomicUsize::new(0));
    let http = infallible_client_fn(move |request: http::Request<SdkBody>| {
        let body = request.body().bytes().unwrap_or_default();
        log.0.lock().unwrap().push(String::from_utf8(body.to_vec()).unwrap());
        let agent = request.headers()["x-amz-user-agent"].to_str().unwrap();
        agent.clone_into(&mut log.1.lock().unwrap());
        let index = count.fetch_add(1, Ordering::Relaxed).min(answers.len() - 1);
        http::Response::builder().status(answers[index].0).body(answers[index].1).unwrap()
    });
    let mut config = Config::builder()
        .behavior_version(BehaviorVersion::latest())
        .region(Region::new("us-east-1"))
        .retry_config(aws_smithy_types::retry::RetryConfig::disabled())
        .http_client(http);
    let credentials = Credentials::new("key", "secret", None, None, "test");
    config.set_credentials_provider(Some(SharedCredentialsProvider::new(credentials)));
    (Client::from_conf(config.build()), sent)
}

/// The texts of an error and its sources.
fn texts(error: &dyn std::error::Error) -> Vec<String> {
    std::iter::successors(Some(error), |error| error.source()).map(ToString::to_string).collect()
}

#[tokio::test]
async fn items_come_from_several_pages() {
    let (client, sent) = client(&[
        (200, r#"{"page":{"next":{"token":"b"},"things":[{"name":"1"},{"name":"2"}]}}"#),
        (200, r#"{"page":{"next":{"token":"c"},"things":[]}}"#),
        (200, r#"{"page":{"next":{},"things":[{"name":"3"}]}}"#),
    ]);
    let paginator = client.describe_things().next_token("a").into_paginator().page_size(7);
    let things = paginator.items().send().try_collect().await.unwrap();
    let names: Vec<_> = things.iter().filter_map(|thing| thing.name()).collect();
    assert_eq!(names, ["1", "2", "3"]);
    let asked = |token: &str| format!(r#"{{"nextToken":"{token}","maxResults":7}}"#);
    assert_eq!(sent.bodies(), ["a", "b", "c"].map(asked));
    let agent = sent.1.lock().unwrap();
    assert!(agent.split_whitespace().any(|part| part.starts_with("m/") && part.contains('C')), "{agent}");
}

#[tokio::test]
async fn an_empty_token_is_the_end() {
    let (client, sent) = client(&[(200, r#"{"nextToken":"","things":[{"name":"1"}]}"#)]);
    let pages = client.list_plain().into_paginator().send().try_collect().await.unwrap();
    assert_eq!((pages.len(), sent.bodies().len()), (1, 1));
}

#[tokio::test]
async fn nothing_is_sent_before_it_is_wanted() {
    let (client, sent) = client(&[(200, r#"{"nextToken":"a","things":[]}"#)]);
    let mut pages = client.list_plain().into_paginator().send();
    assert_eq!(sent.bodies().len(), 0);
    pages.next().await.unwrap().unwrap();
    assert_eq!(sent.bodies().len(), 1);
}

#[tokio::test]
async fn a_repeated_token_is_an_error() {
    let (client, sent) = client(&[(200, r#"{"nextToken":"a","things":[{"name":"1"}]}"#)]);
    let mut pages = client.list_plain().into_paginator().send();
    assert!(pages.next().await.unwrap().is_ok());
    assert!(pages.next().await.unwrap().is_ok());
    let error = pages.next().await.unwrap().unwrap_err();
    let SdkError::ConstructionFailure(_) = &error else { panic!("{error:?}") };
    let [_, text] = &*texts(&error) else { panic!("{error:?}") };
    assert!(text.starts_with("next token did not change"), "{text}");
    let of_crate = format!("ListPlain: {error}: {text}");
    assert_eq!(texts(&golden_paginators::Error::from(error)), [of_crate]);
    assert!(pages.next().await.is_none());
    assert_eq!(sent.bodies().len(), 2);
}

#[tokio::test]
async fn a_repeated_token_without_items_is_the_end() {
    let (client, sent) = client(&[
        (200, r#"{"NextToken":"a","things":[{"name":"1"}]}"#),
        (200, r#"{"NextToken":"a","things":[]}"#),
    ]);
    let things = client.list_inferred().into_paginator().items().send().try_collect().await.unwrap();
    assert_eq!((things.len(), sent.bodies().len()), (1, 2));
}

#[tokio::test]
async fn a_repeated_token_may_be_followed() {
    let (client, sent) = client(&[
        (200, r#"{"nextToken":"a","things":[]}"#),
        (200, r#"{"nextToken":"a","things":[]}"#),
        (200, r#"{"things":[]}"#),
    ]);
    let paginator = client.list_plain().into_paginator().stop_on_duplicate_token(false);
    assert_eq!(paginator.send().try_collect().await.unwrap().len(), 3);
    assert_eq!(sent.bodies(), ["{}", r#"{"nextToken":"a"}"#, r#"{"nextToken":"a"}"#]);
}

#[tokio::test]
async fn an_error_ends_the_stream() {
    let (client, sent) = client(&[
        (200, r#"{"nextToken":"a","things":[]}"#),
        (400, r#"{"__type":"Bad","message":"no"}"#),
    ]);
    let mut pages = client.list_plain().into_paginator().send();
    assert!(pages.next().await.unwrap().is_ok());
    let error = pages.next().await.unwrap().unwrap_err();
    assert_eq!(texts(&error), ["service error", "ListPlain: Bad: no (HTTP 400)"]);
    assert_eq!(texts(&golden_paginators::Error::from(error)), ["ListPlain: Bad: no (HTTP 400)"]);
    assert!(pages.next().await.is_none());
    assert_eq!(sent.bodies().len(), 2);
}

#[tokio::test]
async fn a_map_is_a_token_and_items_are_entries_of_a_map() {
    let (client, sent) = client(&[(200, r#"{"lastKey":{"id":"x"},"names":["n"]}"#), (200, "{}")]);
    let names = client.query_by_key().into_paginator().page_size(1).items().send().try_collect().await.unwrap();
    assert_eq!(names, ["n"]);
    assert_eq!(sent.bodies()[1], r#"{"startKey":{"id":"x"},"count":1}"#);

    let (client, _) = self::client(&[(200, r#"{"words":{"one":1}}"#)]);
    let words = client.list_words().into_paginator().items().send().try_collect().await.unwrap();
    assert_eq!(words, [("one".to_owned(), 1)]);
}

#[tokio::test]
async fn a_flag_tells_that_there_are_no_more_pages() {
    let (client, sent) = client(&[
        (200, r#"{"marker":"a","truncated":true}"#),
        (200, r#"{"marker":"b","truncated":false}"#),
    ]);
    assert_eq!(client.list_flagged().into_paginator().send().try_collect().await.unwrap().len(), 2);
    assert_eq!(sent.bodies().len(), 2);
}

#[tokio::test]
async fn several_tokens_are_sent_together_and_absent_ones_are_removed() {
    let (client, sent) = client(&[
        (200, r#"{"nextKey":"a","nextKind":"plain","nextPart":3,"truncated":true}"#),
        (200, r#"{"nextKey":"a","nextKind":"other","nextPart":0,"truncated":true}"#),
        (200, r#"{"nextKey":"","nextKind":"other","truncated":true}"#),
        (200, r#"{"nextKey":"","truncated":true}"#),
    ]);
    assert_eq!(client.list_versions().into_paginator().send().try_collect().await.unwrap().len(), 4);
    let bodies = [
        "{}",
        r#"{"keyMarker":"a","kindMarker":"plain","partMarker":3}"#,
        r#"{"keyMarker":"a","kindMarker":"other"}"#,
        r#"{"kindMarker":"other"}"#,
    ];
    assert_eq!(sent.bodies(), bodies);
}

#[tokio::test]
async fn several_tokens_that_repeat_are_an_error() {
    let (client, sent) = client(&[(200, r#"{"nextKey":"a","names":["n"],"truncated":true}"#)]);
    let error = client.list_versions().into_paginator().items().send().try_collect().await.unwrap_err();
    assert!(texts(&error)[1].starts_with("next token did not change"), "{error:?}");
    assert_eq!(sent.bodies(), ["{}", r#"{"keyMarker":"a"}"#]);
}

#[tokio::test]
async fn last_item_is_the_token_of_a_page_without_one() {
    let (client, sent) = client(&[
        (200, r#"{"page":{"next":{},"things":[{"name":"1"},{"name":"2"}]},"nextMarker":"a"}"#),
        (200, r#"{"page":{"next":{},"things":[{"name":"3"},{"name":"4"}]},"nextMarker":""}"#),
        (200, r#"{"page":{"next":{},"things":[]}}"#),
    ]);
    let things = client.list_entries().max("5").into_paginator().items().send().try_collect().await.unwrap();
    assert_eq!(things.len(), 4);
    assert_eq!(sent.bodies(), [r#"{"max":"5"}"#, r#"{"marker":"a","max":"5"}"#, r#"{"marker":"4","max":"5"}"#]);
}

#[tokio::test]
async fn pages_end_if_they_are_not_truncated_in_spite_of_a_token() {
    let (client, sent) = client(&[
        (200, r#"{"marker":"a","names":["1"]}"#),
        (200, r#"{"marker":"b","IsTruncated":true,"names":["2"]}"#),
        (200, r#"{"marker":"c","IsTruncated":false,"names":["3"]}"#),
    ]);
    let names = client.list_truncated().into_paginator().items().send().try_collect().await.unwrap();
    assert_eq!((names.len(), sent.bodies().len()), (3, 3));
}
