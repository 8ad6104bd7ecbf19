//! What a client does beside sending inputs and reading outputs.

use aws_smithy_runtime_api::{
    box_error::BoxError,
    client::{
        interceptors::{Intercept, context::BeforeTransmitInterceptorContextMut, dyn_dispatch_hint},
        runtime_components::RuntimeComponents,
    },
};
use aws_smithy_types::{body::SdkBody, config_bag::ConfigBag, error::display::DisplayErrorContext};

use super::input;
use aws_smithy_types::checksum_config::RequestChecksumCalculation;
use tinsmith_runtime::orchestrator;

use crate::{
    Client,
    calls::{Request, config, script},
    config::Builder,
    sample::{DeleteConnectionInput, decorated::Decorated, fluent::SendResult},
};

async fn call(builder: Builder, input: DeleteConnectionInput) -> SendResult {
    orchestrator::send::<Decorated>(Client::from_conf(builder.build()).handle, Ok(input), None).await
}

/// Sends `input` with `change`d settings until the answers end.
async fn sent(
    answers: &'static [(u16, &'static str)],
    input: DeleteConnectionInput,
    change: impl FnOnce(Builder) -> Builder,
) -> Vec<Request> {
    let (http, seen) = script(answers);
    call(change(config(http)), input).await.expect("the last answer is an output");
    std::mem::take(&mut *seen.lock().unwrap())
}

const ONCE: &[(u16, &str)] = &[(200, "{}")];

fn header<'a>(request: &'a Request, name: &str) -> Option<&'a str> {
    request.headers().get(name).map(|value| value.to_str().unwrap())
}

fn body(request: &Request) -> &str {
    std::str::from_utf8(request.body().bytes().unwrap()).unwrap()
}

#[tokio::test]
async fn every_attempt_carries_the_same_token() {
    let requests = sent(&[(500, "{}"), (500, "{}"), (200, "{}")], input("eu", None), |it| it).await;
    let bodies: Vec<&str> = requests.iter().map(body).collect();
    assert_eq!(bodies, [bodies[0]; 3]);
    let token = bodies[0].split('"').nth(3).unwrap();
    assert_eq!(token.len(), 36, "{}", bodies[0]);
}

#[tokio::test]
async fn a_token_comes_from_the_caller_or_the_provider() {
    let given = DeleteConnectionInput { connection_id: Some("mine".into()), ..input("eu", None) };
    let requests = sent(ONCE, given, |it| it.idempotency_token_provider("fixed")).await;
    assert!(body(&requests[0]).starts_with(r#"{"connectionId":"mine""#));
    let requests = sent(ONCE, input("eu", None), |it| it.idempotency_token_provider("fixed")).await;
    assert!(body(&requests[0]).starts_with(r#"{"connectionId":"fixed""#));
}

#[tokio::test]
async fn the_prefix_stands_before_the_host_and_is_signed() {
    let requests = sent(ONCE, input("eu", None), |it| it).await;
    assert_eq!(requests[0].uri(), "https://on-eu.directconnect.us-east-1.amazonaws.com/");
    let requests = sent(ONCE, input("eu", None), |it| it.endpoint_url("http://localhost:5000")).await;
    assert_eq!(requests[0].uri(), "http://on-eu.localhost:5000/");
}

#[tokio::test]
async fn a_label_that_no_host_may_hold_is_named_before_anything_is_sent() {
    for stage in ["", "a.b", "evil.example/"] {
        let (http, seen) = script(ONCE);
        let error = call(config(http), input(stage, None)).await.unwrap_err();
        assert!(matches!(error, crate::error::SdkError::ConstructionFailure(_)), "{error:?}");
        let text = DisplayErrorContext(&error).to_string();
        assert!(text.contains("stage"), "{text}");
        assert!(seen.lock().unwrap().is_empty());
    }
}

#[tokio::test]
async fn long_bodies_are_compressed_and_checksums_are_of_what_is_sent() {
    let long = || DeleteConnectionInput { connection_id: Some("x".repeat(20_000)), ..input("eu", None) };
    let requests = sent(ONCE, long(), |it| it).await;
    assert_eq!(header(&requests[0], "content-encoding"), Some("gzip"));
    let compressed = requests[0].body().bytes().unwrap();
    assert!(compressed.len() < 200);
    assert_eq!(header(&requests[0], "content-length"), Some(compressed.len().to_string().as_str()));
    let md5 = tinsmith_runtime::protocol::content_md5(compressed);
    assert_eq!(header(&requests[0], "content-md5"), Some(md5.as_str()));

    let requests = sent(ONCE, long(), |it| it.disable_request_compression(true)).await;
    assert_eq!(header(&requests[0], "content-encoding"), None);
    let requests = sent(ONCE, long(), |it| it.request_min_compression_size_bytes(30_000)).await;
    assert_eq!(header(&requests[0], "content-encoding"), None);
    let requests = sent(ONCE, input("eu", None), |it| it.request_min_compression_size_bytes(1)).await;
    assert_eq!(header(&requests[0], "content-encoding"), Some("gzip"));
}

#[tokio::test]
async fn compression_cannot_wait_for_more_than_it_may() {
    let (http, _) = script(ONCE);
    let builder = config(http).request_min_compression_size_bytes(10_485_761);
    assert!(call(builder, input("eu", None)).await.is_err());
}

#[tokio::test]
async fn a_checksum_is_left_out_only_where_nobody_asks_for_it() {
    let thrifty = |it: Builder| it.request_checksum_calculation(RequestChecksumCalculation::WhenRequired);
    let requests = sent(ONCE, input("eu", None), |it| it).await;
    assert!(header(&requests[0], "x-amz-checksum-crc32").is_some());
    let requests = sent(ONCE, input("eu", None), thrifty).await;
    assert_eq!(header(&requests[0], "x-amz-checksum-crc32"), None);
    let requests = sent(ONCE, input("eu", Some("SHA1")), thrifty).await;
    assert!(header(&requests[0], "x-amz-checksum-sha1").is_some());
}

/// Makes the body of the request a stream.
#[derive(Debug)]
struct Streaming;

#[dyn_dispatch_hint]
impl Intercept for Streaming {
    fn name(&self) -> &'static str {
        "Streaming"
    }

    fn modify_before_retry_loop(
        &self,
        context: &mut BeforeTransmitInterceptorContextMut<'_>,
        _runtime_components: &RuntimeComponents,
        _cfg: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        let request = context.request_mut();
        let body = std::mem::replace(request.body_mut(), SdkBody::taken());
        *request.body_mut() = SdkBody::from_body_1_x(body);
        Ok(())
    }
}

#[tokio::test]
async fn a_body_that_is_not_in_memory_never_has_the_checksum_of_an_empty_one() {
    let (http, seen) = script(ONCE);
    let error = call(config(http).interceptor(Streaming), input("eu", None)).await.unwrap_err();
    let text = DisplayErrorContext(&error).to_string();
    assert!(text.contains("not in memory"), "{text}");
    assert!(seen.lock().unwrap().is_empty());
}

#[test]
fn settings_are_read_back_and_taken_from_what_clients_share() {
    let shared = aws_types::SdkConfig::builder()
        .disable_request_compression(true)
        .request_min_compression_size_bytes(7)
        .request_checksum_calculation(RequestChecksumCalculation::WhenRequired)
        .build();
    let config = crate::Config::from(&shared);
    assert_eq!(config.disable_request_compression(), Some(true));
    assert_eq!(config.request_min_compression_size_bytes(), Some(7));
    assert_eq!(config.request_checksum_calculation(), Some(&RequestChecksumCalculation::WhenRequired));
    let config = config.to_builder().idempotency_token_provider("t").build();
    assert_eq!(config.idempotency_token_provider().make_idempotency_token(), "t");
}
