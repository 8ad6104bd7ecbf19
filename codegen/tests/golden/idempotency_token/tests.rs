//! Tokens of calls that bring none.

use std::sync::{Arc, Mutex};

use aws_smithy_http_client::test_util::infallible_client_fn;
use aws_smithy_types::{body::SdkBody, endpoint::Endpoint};
use golden_idempotency_token::{
    Client, Config,
    config::{BehaviorVersion, Credentials, IdempotencyTokenProvider, Region},
    operation::start_thing::{StartThing, StartThingInput},
};

/// The bodies of the attempts of one call, of which all but the third fail.
async fn bodies(provider: Option<IdempotencyTokenProvider>) -> Vec<String> {
    let seen = Arc::new(Mutex::new(Vec::new()));
    let log = seen.clone();
    let http = infallible_client_fn(move |request: http::Request<SdkBody>| {
        let mut log = log.lock().unwrap();
        log.push(String::from_utf8(request.body().bytes().unwrap().to_vec()).unwrap());
        http::Response::builder().status(if log.len() < 3 { 500 } else { 200 }).body("{}").unwrap()
    });
    let mut builder = Config::builder()
        .behavior_version(BehaviorVersion::latest())
        .region(Region::new("us-east-1"))
        .credentials_provider(Credentials::new("key", "secret", None, None, "test"))
        .http_client(http);
    builder.set_idempotency_token_provider(provider);
    Client::from_conf(builder.build()).start_thing().name("n").send().await.unwrap();
    Arc::into_inner(seen).map_or_else(Vec::new, |seen| seen.into_inner().unwrap())
}

#[tokio::test]
async fn every_attempt_of_a_call_carries_the_same_token() {
    let first = bodies(None).await;
    assert_eq!(first.len(), 3);
    assert!(first.iter().all(|body| *body == first[0]), "{first:?}");
    assert_ne!(bodies(None).await[0], first[0]);
}

#[tokio::test]
async fn tests_can_know_the_token() {
    let bodies = bodies(Some("fixed".into())).await;
    assert_eq!(bodies[0], r#"{"name":"n","clientToken":"fixed"}"#);
}

#[test]
fn requests_without_a_client_have_tokens_too() {
    let endpoint = Endpoint::builder().url("https://example.com").build();
    let body = |input: &StartThingInput| {
        let request = StartThing::http_request(input, &endpoint).unwrap();
        String::from_utf8(request.into_body().to_vec()).unwrap()
    };
    let input = StartThingInput::builder().name("n").build().unwrap();
    assert!(body(&input).starts_with(r#"{"name":"n","clientToken":""#));
    assert_ne!(body(&input), body(&input));
    let input = StartThingInput::builder().name("n").client_token("mine").build().unwrap();
    assert_eq!(body(&input), r#"{"name":"n","clientToken":"mine"}"#);
}
