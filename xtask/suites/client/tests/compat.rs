//! A program for the official crate `aws-sdk-directconnect`, which uses only items of the official crate.
//!
//! The manifest renames the generated crate to the official name, so that this file compiles against
//! either. `cargo xtask drop-in` runs a longer program on both and compares the results.

use std::{
    error::Error as StdError,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::{Duration, UNIX_EPOCH},
};

use aws_sdk_directconnect as dc;
use aws_smithy_async::{rt::sleep::TokioSleep, time::StaticTimeSource};
use aws_smithy_http_client::test_util::capture_request;
use aws_types::SdkConfig;
use client_suite::{Response, Server};
use dc::{
    config::{
        BehaviorVersion, ConfigBag, Credentials, Intercept, ProvideCredentials, Region, RuntimeComponents,
        SharedAsyncSleep, SharedCredentialsProvider, StalledStreamProtectionConfig,
        endpoint::{Endpoint, EndpointFuture, Params, ResolveEndpoint},
        http::HttpResponse,
        interceptors::{AfterDeserializationInterceptorContextRef, BeforeTransmitInterceptorContextMut},
        retry::{RetryConfig, RetryMode},
        timeout::TimeoutConfig,
    },
    error::{BoxError, DisplayErrorContext, ProvideErrorMetadata, SdkError},
    operation::{
        RequestId,
        delete_connection::{
            DeleteConnectionError, DeleteConnectionInput, DeleteConnectionOutput,
            builders::{
                DeleteConnectionFluentBuilder, DeleteConnectionInputBuilder, DeleteConnectionOutputBuilder,
            },
        },
    },
    primitives::{DateTime, DateTimeFormat},
    types::{
        ConnectionState, HasLogicalRedundancy, MacSecKey, Tag,
        error::{DirectConnectClientException, DirectConnectServerException},
    },
};

const CONNECTION: &str = "dxcon-ab12cd34";

fn credentials() -> Credentials {
    Credentials::new("AKIDEXAMPLE", "secret", None, None, "compat")
}

fn client(server: &Server) -> dc::Client {
    let retries = RetryConfig::standard()
        .with_max_attempts(2)
        .with_retry_mode(RetryMode::Standard)
        .with_initial_backoff(Duration::from_millis(1))
        .with_max_backoff(Duration::from_millis(1));
    let timeouts = TimeoutConfig::builder()
        .connect_timeout(Duration::from_mins(1))
        .operation_timeout(Duration::from_mins(1))
        .build();
    let config = dc::Config::builder()
        .behavior_version(BehaviorVersion::latest())
        .region(Region::new("us-east-1"))
        .credentials_provider(credentials())
        .endpoint_url(server.url())
        .retry_config(retries)
        .timeout_config(timeouts)
        .stalled_stream_protection(StalledStreamProtectionConfig::enabled().build())
        .sleep_impl(TokioSleep::new())
        .time_source(StaticTimeSource::new(UNIX_EPOCH))
        .build();
    dc::Client::from_conf(config)
}

fn success() -> Response {
    let body = r#"{
        "connectionId": "dxcon-ab12cd34",
        "connectionState": "deleted",
        "hasLogicalRedundancy": "unknown",
        "loaIssueTime": 1763844604,
        "jumboFrameCapable": true,
        "vlan": 101,
        "tags": [{ "key": "team", "value": "network" }],
        "macSecKeys": [{ "ckn": "0123" }]
    }"#;
    Response::new(200, &[("x-amzn-requestid", "c0ffee")], body)
}

fn failure(code: &str) -> Response {
    let body = format!(r#"{{"__type":"{code}","message":"m"}}"#);
    Response::new(400, &[("x-amzn-requestid", "c0ffee")], &body)
}

/// Reaction of a program to each outcome of a call.
fn advice(outcome: Result<DeleteConnectionOutput, SdkError<DeleteConnectionError>>) -> String {
    match outcome {
        Ok(output) => match output.connection_state() {
            Some(ConnectionState::Deleting | ConnectionState::Deleted) => "done".to_owned(),
            Some(ConnectionState::UnknownValue) | None => "ask again".to_owned(),
            Some(other) => format!("still {}", other.as_str()),
        },
        Err(SdkError::ServiceError(context)) => match (context.err(), context.raw().status().as_u16()) {
            (DeleteConnectionError::DirectConnectClientException(exception), 400) => {
                format!("fix the request: {}", exception.message().unwrap_or_default())
            }
            (DeleteConnectionError::DirectConnectServerException(_), _) => "wait".to_owned(),
            (error, status) => format!("{status} {}", error.code().unwrap_or("?")),
        },
        Err(SdkError::ConstructionFailure(_)) => "fix the program".to_owned(),
        Err(SdkError::TimeoutError(_)) => "wait longer".to_owned(),
        Err(SdkError::DispatchFailure(failure)) if !failure.is_user() => "check the network".to_owned(),
        Err(SdkError::ResponseError(context)) => format!("incomplete after {}", context.raw().status()),
        Err(other) => other.to_string(),
    }
}

#[tokio::test]
async fn outcomes_are_distinguished() {
    let cases = [
        (vec![success()], "done"),
        (vec![Response::json(200, "{}")], "ask again"),
        (vec![Response::json(200, r#"{"connectionState":"unknown"}"#)], "ask again"),
        (vec![Response::json(200, r#"{"connectionState":"available"}"#)], "still available"),
        (vec![Response::json(200, r#"{"connectionState":"quiescing"}"#)], "still quiescing"),
        (vec![Response::json(500, "{}"), success()], "done"),
        (vec![failure("ThrottlingException"), success()], "done"),
        (vec![failure("DirectConnectClientException")], "fix the request: m"),
        (vec![failure("DirectConnectServerException")], "wait"),
        (vec![failure("ConnectionNotFound")], "400 ConnectionNotFound"),
        (vec![Response::disconnect(), Response::disconnect()], "check the network"),
        (
            vec![success().without_last(3).then_disconnect(), success().without_last(3).then_disconnect()],
            "incomplete after 200",
        ),
    ];
    for (script, expected) in cases {
        let server = Server::start(script);
        let outcome = client(&server).delete_connection().connection_id(CONNECTION).send().await;
        assert_eq!(advice(outcome), expected);
    }
}

#[tokio::test]
async fn outputs_have_fields_accessors_and_builders() {
    let server = Server::start([success()]);
    let output =
        client(&server).delete_connection().connection_id(CONNECTION).send().await.expect("a success");
    assert_eq!(output.request_id(), Some("c0ffee"));
    assert_eq!(output.connection_id(), Some(CONNECTION));
    assert_eq!(output.connection_name(), None);
    assert_eq!(output.connection_state(), Some(&ConnectionState::Deleted));
    assert_eq!(output.has_logical_redundancy(), Some(&HasLogicalRedundancy::UnknownValue));
    assert_eq!(output.jumbo_frame_capable(), Some(true));
    assert_eq!(output.vlan(), 101);
    let issued: &DateTime = output.loa_issue_time().expect("a time");
    assert_eq!(issued.fmt(DateTimeFormat::DateTime).expect("a date"), "2025-11-22T20:50:04Z");
    let tags: &[Tag] = output.tags();
    assert_eq!((tags[0].key(), tags[0].value()), ("team", Some("network")));
    let keys: &[MacSecKey] = output.mac_sec_keys();
    assert_eq!(keys[0].ckn(), Some("0123"));

    let builder: DeleteConnectionOutputBuilder = DeleteConnectionOutput::builder();
    let same = builder
        .connection_id(CONNECTION)
        .connection_state(ConnectionState::from("deleted"))
        .set_vlan(Some(101))
        .tags(Tag::builder().key("team").value("network").build().expect("a key is set"))
        .build();
    assert_eq!(same.connection_state, output.connection_state);
    assert_eq!(same.vlan, output.vlan);
    assert_eq!(same.tags, output.tags);
    assert_ne!(same, output);
}

#[tokio::test]
async fn inputs_can_be_built_separately_and_sent() {
    let server = Server::start([success(), success()]);
    let client = client(&server);
    let fluent: DeleteConnectionFluentBuilder =
        client.delete_connection().set_connection_id(Some(CONNECTION.into()));
    assert_eq!(fluent.get_connection_id().as_deref(), Some(CONNECTION));
    fluent.clone().send().await.expect("a success");
    let builder: DeleteConnectionInputBuilder = fluent.as_input().clone();
    builder.send_with(&client).await.expect("a success");
    let input: DeleteConnectionInput =
        DeleteConnectionInput::builder().connection_id(CONNECTION).build().expect("nothing is missing");
    assert_eq!(input.connection_id(), Some(CONNECTION));
    assert_eq!(server.requests().len(), 2);
}

#[tokio::test]
async fn service_errors_can_be_matched() {
    let server = Server::start([failure("DirectConnectClientException")]);
    let error =
        client(&server).delete_connection().connection_id(CONNECTION).send().await.expect_err("an error");
    assert_eq!(error.code(), Some("DirectConnectClientException"));
    assert_eq!(error.message(), Some("m"));
    assert_eq!(error.request_id(), Some("c0ffee"));
    assert!(error.as_service_error().is_some_and(DeleteConnectionError::is_direct_connect_client_exception));
    let raw: Option<&HttpResponse> = error.raw_response();
    assert_eq!(raw.and_then(|raw| raw.headers().get("x-amzn-requestid")), Some("c0ffee"));
    assert!(DisplayErrorContext(&error).to_string().contains("DirectConnectClientException"));

    let error: DeleteConnectionError = error.into_service_error();
    assert!(error.is_direct_connect_client_exception());
    assert!(!error.is_direct_connect_server_exception());
    assert_eq!(error.code(), Some("DirectConnectClientException"));
    assert_eq!(error.message(), Some("m"));
    assert_eq!(error.meta().message(), Some("m"));
    let DeleteConnectionError::DirectConnectClientException(exception) = error else {
        panic!("not the variant")
    };
    let exception: DirectConnectClientException = exception;
    assert_eq!(exception.message(), Some("m"));
    assert_eq!(exception.request_id(), Some("c0ffee"));
}

/// A function that returns every error as the crate's `Error`.
async fn delete(client: &dc::Client) -> Result<Option<ConnectionState>, dc::Error> {
    let output = client.delete_connection().connection_id(CONNECTION).send().await?;
    Ok(output.connection_state)
}

#[tokio::test]
async fn every_error_converts_to_the_crate_error() {
    let script = ["DirectConnectClientException", "DirectConnectServerException", "AccessDeniedException"];
    let server = Server::start(script.map(failure).into_iter().chain([success()]));
    let client = client(&server);
    let error = delete(&client).await.expect_err("an error");
    assert!(
        matches!(&error, dc::Error::DirectConnectClientException(exception) if exception.message() == Some("m"))
    );
    let error = delete(&client).await.expect_err("an error");
    assert!(matches!(error, dc::Error::DirectConnectServerException(_)), "{error}");
    let error = delete(&client).await.expect_err("an error");
    assert!(matches!(error, dc::Error::Unhandled(_)), "{error}");
    assert_eq!(error.code(), Some("AccessDeniedException"));
    assert_eq!(error.request_id(), Some("c0ffee"));
    assert_eq!(delete(&client).await.expect("a success"), Some(ConnectionState::Deleted));

    let exception = DirectConnectServerException::builder().message("m").build();
    let error = dc::Error::from(DeleteConnectionError::DirectConnectServerException(exception));
    let boxed: Box<dyn StdError + Send + Sync> = error.into();
    assert!(boxed.is::<dc::Error>());
}

/// Counts attempts and outputs with a request id.
#[derive(Clone, Debug, Default)]
struct Counter(Arc<(AtomicUsize, AtomicUsize)>);

#[aws_smithy_runtime_api::client::interceptors::dyn_dispatch_hint]
impl Intercept for Counter {
    fn name(&self) -> &'static str {
        "Counter"
    }

    fn modify_before_signing(
        &self,
        context: &mut BeforeTransmitInterceptorContextMut<'_>,
        _: &RuntimeComponents,
        _: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        let attempt = self.0.0.fetch_add(1, Ordering::SeqCst) + 1;
        context.request_mut().headers_mut().insert("x-attempt", attempt.to_string());
        Ok(())
    }

    fn read_after_deserialization(
        &self,
        context: &AfterDeserializationInterceptorContextRef<'_>,
        _: &RuntimeComponents,
        _: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        let output = context.output_or_error().ok();
        let output = output.and_then(|output| output.downcast_ref::<DeleteConnectionOutput>());
        if output.is_some_and(|output| output.request_id().is_some()) {
            self.0.1.fetch_add(1, Ordering::SeqCst);
        }
        Ok(())
    }
}

#[tokio::test]
async fn customized_calls_are_sent_with_their_changes() {
    let server = Server::start([Response::json(500, "{}"), success()]);
    let counter = Counter::default();
    client(&server)
        .delete_connection()
        .connection_id(CONNECTION)
        .customize()
        .config_override(dc::config::Builder::default().region(Region::new("eu-west-1")))
        .interceptor(counter.clone())
        .mutate_request(|request| {
            request.headers_mut().insert("x-mutated", "1");
        })
        .map_request(Ok::<_, std::convert::Infallible>)
        .send()
        .await
        .expect("the second response is a success");
    assert_eq!(counter.0.0.load(Ordering::SeqCst), 2);
    assert_eq!(counter.0.1.load(Ordering::SeqCst), 1);
    for (index, request) in server.requests().iter().enumerate() {
        assert_eq!(request.headers()["x-mutated"], "1");
        assert_eq!(request.headers()["x-attempt"], (index + 1).to_string().as_str());
        let authorization = request.headers()["authorization"].to_str().expect("headers are text");
        assert!(authorization.contains("/19700101/eu-west-1/directconnect/aws4_request"), "{authorization}");
    }
}

#[tokio::test]
async fn requests_have_the_official_headers_and_signature() {
    let server = Server::start([success()]);
    client(&server).delete_connection().connection_id(CONNECTION).send().await.expect("a success");
    let request = server.request();
    let mut names: Vec<_> = request.headers().keys().map(http::HeaderName::as_str).collect();
    names.sort_unstable();
    let expected = [
        "amz-sdk-invocation-id",
        "amz-sdk-request",
        "authorization",
        "content-length",
        "content-type",
        "host",
        "user-agent",
        "x-amz-date",
        "x-amz-target",
        "x-amz-user-agent",
    ];
    assert_eq!(names, expected);
    let authorization = request.headers()["authorization"].to_str().expect("headers are text");
    let signed = "SignedHeaders=content-length;content-type;host;x-amz-date;x-amz-target;x-amz-user-agent, ";
    assert!(authorization.contains(signed), "{authorization}");
    assert_eq!(request.uri(), "/");
    assert_eq!(request.body(), br#"{"connectionId":"dxcon-ab12cd34"}"#.as_slice());
    let agent = request.headers()["x-amz-user-agent"].to_str().expect("headers are text");
    assert!(agent.contains(&format!("api/directconnect/{}", dc::meta::PKG_VERSION)), "{agent}");
}

#[tokio::test]
async fn fips_and_dual_stack_select_the_host() {
    for (fips, dual_stack, host) in [
        (false, false, "directconnect.us-east-1.amazonaws.com"),
        (true, false, "directconnect-fips.us-east-1.amazonaws.com"),
        (false, true, "directconnect.us-east-1.api.aws"),
        (true, true, "directconnect-fips.us-east-1.api.aws"),
    ] {
        let (http_client, captured) = capture_request(None);
        let config = dc::config::Builder::new()
            .behavior_version(BehaviorVersion::latest())
            .region(Region::new("us-east-1"))
            .credentials_provider(credentials())
            .use_fips(fips)
            .use_dual_stack(dual_stack)
            .http_client(http_client)
            .build();
        let call = dc::Client::from_conf(config).delete_connection().connection_id(CONNECTION);
        call.send().await.expect("an empty response is a success");
        assert_eq!(captured.expect_request().uri(), format!("https://{host}/"));
    }
}

#[tokio::test]
async fn clients_and_configs_use_shared_settings() {
    let server = Server::start([success(), success(), success()]);
    let shared = SdkConfig::builder()
        .behavior_version(BehaviorVersion::latest())
        .region(Region::new("eu-central-2"))
        .credentials_provider(SharedCredentialsProvider::new(credentials()))
        .endpoint_url(server.url())
        .retry_config(RetryConfig::disabled())
        .timeout_config(TimeoutConfig::disabled())
        .sleep_impl(SharedAsyncSleep::new(TokioSleep::new()))
        .time_source(StaticTimeSource::new(UNIX_EPOCH))
        .build();
    let changed = dc::config::Builder::from(&shared).region(Region::new("eu-west-1")).build();
    let rebuilt = dc::Config::new(&shared).to_builder().build();
    assert_eq!(changed.region(), Some(&Region::new("eu-west-1")));
    let clients = [dc::Client::new(&shared), dc::Client::from_conf(changed), dc::Client::from_conf(rebuilt)];
    for client in &clients {
        client.delete_connection().connection_id(CONNECTION).send().await.expect("a success");
    }
    let regions = ["eu-central-2", "eu-west-1", "eu-central-2"];
    for (request, region) in server.requests().iter().zip(regions) {
        let authorization = request.headers()["authorization"].to_str().expect("headers are text");
        assert!(authorization.contains(&format!("/19700101/{region}/directconnect/")), "{authorization}");
    }
}

/// A credentials provider.
#[derive(Debug)]
struct CustomCredentials;

impl ProvideCredentials for CustomCredentials {
    fn provide_credentials<'a>(&'a self) -> aws_credential_types::provider::future::ProvideCredentials<'a>
    where
        Self: 'a,
    {
        aws_credential_types::provider::future::ProvideCredentials::ready(Ok(credentials()))
    }
}

/// An endpoint resolver.
#[derive(Debug)]
struct CustomEndpoint(String);

impl ResolveEndpoint for CustomEndpoint {
    fn resolve_endpoint<'a>(&'a self, params: &'a Params) -> EndpointFuture<'a> {
        let region = params.region().unwrap_or("none");
        EndpointFuture::ready(Ok(Endpoint::builder().url(format!("{}/{region}", self.0)).build()))
    }
}

#[tokio::test]
async fn custom_credentials_and_endpoints_are_used() {
    let server = Server::start([success()]);
    let config = dc::Config::builder()
        .behavior_version(BehaviorVersion::latest())
        .region(Region::new("us-east-1"))
        .credentials_provider(CustomCredentials)
        .endpoint_resolver(CustomEndpoint(server.url()))
        .build();
    let call = dc::Client::from_conf(config).delete_connection().connection_id(CONNECTION);
    call.send().await.expect("a success");
    assert!(server.request().uri().path().starts_with("/us-east-1"), "{:?}", server.request());
}
