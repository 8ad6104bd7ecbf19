//! The client over HTTP in memory.

use std::{
    convert::Infallible,
    sync::{
        Arc, Mutex,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};

use aws_smithy_async::rt::sleep::{AsyncSleep, Sleep};
use aws_smithy_http_client::test_util::infallible_client_fn;
use aws_smithy_runtime_api::{
    box_error::BoxError,
    client::{
        interceptors::{Intercept, context::FinalizerInterceptorContextRef, dyn_dispatch_hint},
        runtime_components::RuntimeComponents,
    },
};
use aws_smithy_types::{
    body::SdkBody, config_bag::ConfigBag, endpoint::EndpointAuthScheme,
    error::metadata::ProvideErrorMetadata, retry::RetryConfig, telemetry::CapturedTelemetryAttributes,
};

use super::sample::{DeleteConnection, DeleteConnectionInput, fluent::SendResult};
use crate::{
    Client, Config,
    config::{
        BehaviorVersion, Builder, Credentials, HttpClient, Region, SharedCredentialsProvider,
        SharedHttpClient,
        endpoint::{Endpoint, EndpointFuture, Params, ResolveEndpoint},
    },
    error::SdkError,
};
use tinsmith_runtime::protocol::Operation;

pub(super) type Request = http::Request<SdkBody>;

/// Answers with the listed statuses and bodies in turn, the last one for ever.
pub(super) fn script(
    answers: &'static [(u16, &'static str)],
) -> (SharedHttpClient, Arc<Mutex<Vec<Request>>>) {
    let seen = Arc::new(Mutex::new(Vec::new()));
    let log = seen.clone();
    let count = AtomicUsize::new(0);
    let client = infallible_client_fn(move |request| {
        let index = count.fetch_add(1, Ordering::Relaxed).min(answers.len() - 1);
        let (status, body) = answers[index];
        log.lock().expect("no test panics here").push(request);
        http::Response::builder().status(status).body(body).expect("the answer is valid")
    });
    (client, seen)
}

/// Does not wait.
#[derive(Debug)]
struct NoSleep;

impl AsyncSleep for NoSleep {
    fn sleep(&self, _: Duration) -> Sleep {
        Sleep::new(std::future::ready(()))
    }
}

fn credentials() -> SharedCredentialsProvider {
    SharedCredentialsProvider::new(Credentials::new("key", "secret", None, None, "test"))
}

pub(super) fn config(http_client: impl HttpClient + 'static) -> Builder {
    let mut builder = Config::builder()
        .behavior_version(BehaviorVersion::latest())
        .region(Region::new("us-east-1"))
        .sleep_impl(NoSleep)
        .http_client(http_client);
    builder.set_credentials_provider(Some(credentials()));
    builder
}

async fn call(builder: Builder) -> SendResult {
    Client::from_conf(builder.build()).delete_connection().connection_id("dxcon-1").send().await
}

#[tokio::test]
async fn a_call_sends_the_signed_request_and_reads_the_output() {
    let (http, seen) = script(&[(200, r#"{"connectionId":"dxcon-1","connectionState":"deleted"}"#)]);
    let output = call(config(http)).await.expect("the answer is an output");
    assert_eq!(output.connection_id.as_deref(), Some("dxcon-1"));

    let seen = seen.lock().unwrap();
    let [request] = seen.as_slice() else { panic!("one request is enough") };
    let header = |name: &str| request.headers().get(name).and_then(|value| value.to_str().ok());
    assert_eq!(request.uri(), "https://directconnect.us-east-1.amazonaws.com/");
    assert_eq!(header("x-amz-target"), Some("OvertureService.DeleteConnection"));
    assert_eq!(header("content-type"), Some("application/x-amz-json-1.1"));
    assert_eq!(request.body().bytes(), Some(&br#"{"connectionId":"dxcon-1"}"#[..]));
    let authorization = header("authorization").expect("the request is signed");
    assert!(authorization.contains("/us-east-1/directconnect/aws4_request"), "{authorization}");
    for name in ["amz-sdk-request", "amz-sdk-invocation-id", "x-amz-date"] {
        assert!(header(name).is_some(), "{name}");
    }
    let agent = header("x-amz-user-agent").expect("the client names itself");
    assert!(agent.contains("api/directconnect/"), "{agent}");
}

/// An endpoint that is signed for under another name, in another region.
#[derive(Debug)]
struct SignedElsewhere;

impl ResolveEndpoint for SignedElsewhere {
    fn resolve_endpoint<'a>(&'a self, params: &'a Params) -> EndpointFuture<'a> {
        let scheme = EndpointAuthScheme::with_capacity("sigv4", 2)
            .put("signingName", "elsewhere")
            .put("signingRegion", "eu-south-2");
        let url = format!("https://{}.example.com", params.region().unwrap_or_default());
        EndpointFuture::ready(Ok(Endpoint::builder().url(url).auth_scheme(scheme).build()))
    }
}

#[tokio::test]
async fn an_endpoint_says_how_it_is_signed_for() {
    let (http, seen) = script(&[(200, "{}")]);
    call(config(http).endpoint_resolver(SignedElsewhere)).await.expect("the answer is an output");

    let seen = seen.lock().unwrap();
    assert_eq!(seen[0].uri(), "https://us-east-1.example.com/");
    let authorization = seen[0].headers()["authorization"].to_str().expect("the header is text");
    assert!(authorization.contains("/eu-south-2/elsewhere/aws4_request"), "{authorization}");
}

#[tokio::test]
async fn a_server_error_is_tried_again() {
    let (http, seen) = script(&[(500, "{}"), (200, "{}")]);
    call(config(http)).await.expect("the second answer is an output");
    assert_eq!(seen.lock().unwrap().len(), 2);
}

#[tokio::test]
async fn throttling_is_tried_again_by_its_code() {
    let (http, seen) = script(&[(400, r#"{"__type":"ThrottlingException"}"#), (200, "{}")]);
    call(config(http)).await.expect("the second answer is an output");
    assert_eq!(seen.lock().unwrap().len(), 2);
}

#[tokio::test]
async fn retries_end() {
    let (http, seen) = script(&[(503, "<html>")]);
    let builder = config(http).retry_config(RetryConfig::standard().with_max_attempts(2));
    let error = call(builder).await.expect_err("every answer is an error");
    assert_eq!(seen.lock().unwrap().len(), 2);
    let error = error.into_service_error();
    assert_eq!(error.to_string(), "DeleteConnection: <html> (HTTP 503)");
}

#[tokio::test]
async fn a_client_error_is_not_tried_again() {
    let (http, seen) = script(&[(400, r#"{"__type":"DirectConnectClientException","message":"m"}"#)]);
    let error = call(config(http)).await.expect_err("the answer is an error");
    assert_eq!(seen.lock().unwrap().len(), 1);
    assert_eq!(error.code(), Some("DirectConnectClientException"));
    assert_eq!(error.message(), Some("m"));
}

#[tokio::test]
async fn a_missing_required_member_is_refused_before_anything_is_sent() {
    let (http, seen) = script(&[(200, "{}")]);
    let client = Client::from_conf(config(http).build());
    let error = client.delete_connection().send().await.expect_err("connectionId is missing");
    assert!(matches!(error, SdkError::ConstructionFailure(_)), "{error:?}");
    let source = std::error::Error::source(&error).expect("the reason is given");
    assert!(source.to_string().contains("connectionId"), "{source}");
    assert!(seen.lock().unwrap().is_empty());
}

#[tokio::test]
async fn a_call_can_be_customized() {
    let (http, _) = script(&[(500, "{}")]);
    let (other, seen) = script(&[(200, "{}")]);
    let overrides = Config::builder()
        .region(Region::new("eu-west-1"))
        .endpoint_url("http://localhost:5000/base")
        .http_client(other);
    Client::from_conf(config(http).build())
        .delete_connection()
        .connection_id("dxcon-1")
        .customize()
        .config_override(overrides)
        .mutate_request(|request| {
            request.headers_mut().insert("x-mutated", "1");
        })
        .map_request(|mut request| {
            request.headers_mut().insert("x-mapped", "1");
            Ok::<_, Infallible>(request)
        })
        .send()
        .await
        .expect("the other client answers");
    let seen = seen.lock().unwrap();
    let request = &seen[0];
    assert_eq!(request.uri(), "http://localhost:5000/base/");
    assert!(request.headers().contains_key("x-mutated"));
    assert!(request.headers().contains_key("x-mapped"));
    let authorization = request.headers()["authorization"].to_str().unwrap();
    assert!(authorization.contains("/eu-west-1/directconnect/"), "{authorization}");
}

#[tokio::test]
async fn a_region_of_one_call_moves_its_endpoint() {
    let (http, seen) = script(&[(200, "{}")]);
    Client::from_conf(config(http).build())
        .delete_connection()
        .connection_id("dxcon-1")
        .customize()
        .config_override(Config::builder().region(Region::new("eu-west-1")).use_fips(true))
        .send()
        .await
        .expect("the answer is an output");
    let host = seen.lock().unwrap()[0].uri().host().map(str::to_owned);
    assert_eq!(host.as_deref(), Some("directconnect-fips.eu-west-1.amazonaws.com"));
}

#[tokio::test]
async fn requests_may_go_unsigned_where_that_is_allowed() {
    let (http, seen) = script(&[(200, "{}")]);
    let builder = Config::builder()
        .behavior_version(BehaviorVersion::latest())
        .region(Region::new("us-east-1"))
        .sleep_impl(NoSleep)
        .http_client(http)
        .allow_no_auth();
    call(builder).await.expect("the answer is an output");
    assert!(!seen.lock().unwrap()[0].headers().contains_key("authorization"));
}

#[tokio::test]
async fn strictness_is_a_setting_of_clients_and_calls() {
    const ODD: &str = r#"{"connectionState":false}"#;
    let (http, _) = script(&[(200, ODD)]);
    let output = call(config(http)).await.expect("leniency is the default");
    assert_eq!(output.connection_state.expect("a state").as_str(), "false");

    let (http, _) = script(&[(200, ODD)]);
    let error = call(config(http.clone()).strict_responses(true)).await.expect_err("strict");
    assert!(matches!(error, SdkError::ServiceError(_)), "{error:?}");

    Client::from_conf(config(http).build())
        .delete_connection()
        .connection_id("dxcon-1")
        .customize()
        .config_override(Config::builder().strict_responses(true))
        .send()
        .await
        .expect_err("strict for this call");
}

#[tokio::test]
async fn another_protocol_speaks_for_the_same_types() {
    let (http, seen) = script(&[(200, "")]);
    let builder = config(http).protocol(aws_smithy_cbor::protocol::RpcV2CborProtocol::new());
    call(builder).await.expect("an empty body is an empty output");
    let seen = seen.lock().unwrap();
    assert_eq!(seen[0].uri().path(), "/service/OvertureService/operation/DeleteConnection");
    let agent = seen[0].headers()["x-amz-user-agent"].to_str().unwrap();
    let features = agent.split(' ').find(|part| part.starts_with("m/")).expect("features");
    assert!(features[2..].split(',').any(|feature| feature == "M"), "{agent}");
}

#[derive(Clone, Debug, Default)]
struct Attributes(Arc<Mutex<Vec<(String, String)>>>);

#[dyn_dispatch_hint]
impl Intercept for Attributes {
    fn name(&self) -> &'static str {
        "Attributes"
    }

    fn read_after_execution(
        &self,
        _: &FinalizerInterceptorContextRef<'_>,
        _: &RuntimeComponents,
        cfg: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        let captured = cfg.load::<CapturedTelemetryAttributes>().cloned().unwrap_or_default();
        let pairs = captured.iter().map(|(name, value)| (name.to_owned(), value.to_owned()));
        self.0.lock().unwrap().extend(pairs);
        Ok(())
    }
}

#[tokio::test]
async fn requested_members_are_captured() {
    let (http, _) = script(&[(200, "{}")]);
    let attributes = Attributes::default();
    let builder =
        config(http).capture_input_attributes(["connectionId", "tags"]).interceptor(attributes.clone());
    call(builder).await.expect("the answer is an output");
    assert_eq!(*attributes.0.lock().unwrap(), [("connectionId".to_owned(), "dxcon-1".to_owned())]);
}

#[test]
#[should_panic(expected = "a behavior version must be set")]
#[cfg(not(feature = "behavior-version-latest"))]
fn a_client_needs_a_behavior_version() {
    let _ = Client::from_conf(Config::builder().build());
}

#[test]
fn the_operation_is_a_plugin() {
    use crate::config::RuntimePlugin;
    assert!(DeleteConnection.config().is_some());
    let components = DeleteConnection
        .runtime_components(&crate::config::RuntimeComponentsBuilder::new("test"))
        .into_owned();
    assert_eq!(components.retry_classifiers().count(), 4);
    assert_eq!(components.interceptors().count(), 2);
    assert!(DeleteConnection::check_input(&DeleteConnectionInput::new("x")).is_ok());
}
