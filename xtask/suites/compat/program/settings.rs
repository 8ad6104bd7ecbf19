//! Configuration of clients.

use std::{
    panic::{AssertUnwindSafe, catch_unwind},
    time::{Duration, UNIX_EPOCH},
};

use aws_sdk_directconnect::{
    Client, Config,
    config::{
        BehaviorVersion, Builder, ProvideCredentials, Region, SharedAsyncSleep, SharedCredentialsProvider,
        endpoint::{Endpoint, EndpointFuture, Params, ResolveEndpoint},
        retry::RetryConfig,
        timeout::TimeoutConfig,
    },
};
use aws_smithy_async::{rt::sleep::TokioSleep, time::StaticTimeSource};
use aws_smithy_http_client::test_util::capture_request;
use aws_types::{SdkConfig, app_name::AppName};
use mock_server::Server;

use crate::{
    record::Record,
    setup::{CONNECTION, basics, credentials, delete, deleted, plain_http},
};

fn app() -> AppName {
    AppName::new("an-app").expect("it is a name")
}

fn shared_settings(url: String) -> SdkConfig {
    SdkConfig::builder()
        .behavior_version(BehaviorVersion::latest())
        .region(Region::new("eu-central-2"))
        .app_name(app())
        .credentials_provider(SharedCredentialsProvider::new(credentials()))
        .endpoint_url(url)
        .http_client(plain_http())
        .retry_config(RetryConfig::disabled())
        .timeout_config(TimeoutConfig::disabled())
        .sleep_impl(SharedAsyncSleep::new(TokioSleep::new()))
        .time_source(StaticTimeSource::new(UNIX_EPOCH))
        .build()
}

pub(crate) async fn shared() -> Record {
    let server = Server::start([deleted(), deleted(), deleted()]);
    let mut record = Record::of(&server);
    let shared = shared_settings(server.url());
    let changed = Builder::from(&shared).region(Region::new("eu-west-1")).build();
    let rebuilt = Config::new(&shared).to_builder().build();
    for client in [Client::new(&shared), Client::from_conf(changed), Client::from_conf(rebuilt)] {
        record.debug("region", client.config().region());
        record.outcome("outcome", &delete(&client).await);
    }
    record.requests(&server);
    record
}

pub(crate) async fn getters() -> Record {
    let mut record = Record::default();
    let timeouts = TimeoutConfig::builder().read_timeout(Duration::from_secs(3)).build();
    for (label, config) in [
        ("full", basics().app_name(app()).timeout_config(timeouts).use_fips(true).build()),
        ("from settings", Config::new(&shared_settings("http://localhost".to_owned()))),
        ("bare", Config::builder().behavior_version(BehaviorVersion::latest()).build()),
    ] {
        let mut note =
            |setting: &str, value: &dyn std::fmt::Debug| record.debug(&format!("{label}, {setting}"), value);
        note("region", &config.region());
        note("app name", &config.app_name());
        note("retries", &config.retry_config());
        note("timeouts", &config.timeout_config());
        note("stalled streams", &config.stalled_stream_protection());
        note("retry partition", &config.retry_partition());
        note("signing name", &config.signing_name());
        note("interceptors", &config.interceptors().count());
        note("authentication schemes", &config.auth_schemes().count());
        note("retry classifiers", &config.retry_classifiers().count());
        note("sleeps", &config.sleep_impl().is_some());
        note("knows the time", &config.time_source().is_some());
        note("has an HTTP client", &config.http_client().is_some());
        note("has an identity cache", &config.identity_cache().is_some());
    }
    record
}

pub(crate) async fn endpoints() -> Record {
    let mut record = Record::default();
    for region in ["us-east-1", "eu-west-1", "cn-north-1", "us-gov-west-1", "us-iso-east-1", "not a region"] {
        for (fips, dual_stack) in [(false, false), (true, false), (false, true), (true, true)] {
            let (http_client, captured) = capture_request(None);
            let config = basics().region(Region::new(region)).use_fips(fips).use_dual_stack(dual_stack);
            let client = Client::from_conf(config.http_client(http_client).build());
            let outcome = delete(&client).await;
            let label = format!("{region}, fips {fips}, dual stack {dual_stack}");
            record.outcome(&label, &outcome);
            if outcome.is_ok() {
                record.display(&label, captured.expect_request().uri());
            }
        }
    }
    record
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

pub(crate) async fn custom_endpoint() -> Record {
    let server = Server::start([deleted(), deleted()]);
    let mut record = Record::of(&server);
    let found = basics().credentials_provider(CustomCredentials).endpoint_resolver(CustomEndpoint(server.url())).build();
    record.outcome("found", &delete(&Client::from_conf(found)).await);
    let below = basics().endpoint_url(format!("{}/below", server.url())).build();
    record.outcome("below", &delete(&Client::from_conf(below)).await);
    let params = Params::builder().region("eu-west-1").use_fips(true).build();
    record.debug("parameters", params);
    record.requests(&server);
    record
}

pub(crate) async fn test_defaults() -> Record {
    let (http_client, captured) = capture_request(None);
    let config =
        Config::builder().with_test_defaults().http_client(http_client).region(Region::new("us-east-1"));
    let mut record = Record::default();
    record.outcome("outcome", &delete(&Client::from_conf(config.build())).await);
    let request = captured.expect_request();
    record.debug("uri", request.uri());
    record.debug("date", request.headers().get("x-amz-date").map(str::len));
    record
}

pub(crate) async fn missing_behavior_version() -> Record {
    let made = catch_unwind(AssertUnwindSafe(|| Client::from_conf(Config::builder().build())));
    let mut record = Record::default();
    let panic = made.err();
    let text = panic.as_ref().and_then(|panic| panic.downcast_ref::<String>().cloned());
    let text = text.or_else(|| panic?.downcast_ref::<&str>().map(|text| (*text).to_owned()));
    record.debug("panic", text.as_deref().map(|text| text.lines().next().map(str::to_owned)));
    record.display("connection", CONNECTION);
    record
}
