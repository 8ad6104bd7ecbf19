//! Configuration.

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
    notes::Notes,
    stage::{CONNECTION, basics, credentials, delete, deleted, plain_http},
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

pub(crate) async fn shared() -> Notes {
    let server = Server::start([deleted(), deleted(), deleted()]);
    let mut notes = Notes::of(&server);
    let shared = shared_settings(server.url());
    let changed = Builder::from(&shared).region(Region::new("eu-west-1")).build();
    let rebuilt = Config::new(&shared).to_builder().build();
    for client in [Client::new(&shared), Client::from_conf(changed), Client::from_conf(rebuilt)] {
        notes.debug("region", client.config().region());
        notes.outcome("outcome", &delete(&client).await);
    }
    notes.requests(&server);
    notes
}

pub(crate) async fn getters() -> Notes {
    let mut notes = Notes::default();
    let timeouts = TimeoutConfig::builder().read_timeout(Duration::from_secs(3)).build();
    for (what, config) in [
        ("full", basics().app_name(app()).timeout_config(timeouts).use_fips(true).build()),
        ("from settings", Config::new(&shared_settings("http://localhost".to_owned()))),
        ("bare", Config::builder().behavior_version(BehaviorVersion::latest()).build()),
    ] {
        let mut note =
            |setting: &str, value: &dyn std::fmt::Debug| notes.debug(&format!("{what}, {setting}"), value);
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
    notes
}

pub(crate) async fn endpoints() -> Notes {
    let mut notes = Notes::default();
    for region in ["us-east-1", "eu-west-1", "cn-north-1", "us-gov-west-1", "us-iso-east-1", "not a region"] {
        for (fips, dual_stack) in [(false, false), (true, false), (false, true), (true, true)] {
            let (http_client, captured) = capture_request(None);
            let config = basics().region(Region::new(region)).use_fips(fips).use_dual_stack(dual_stack);
            let client = Client::from_conf(config.http_client(http_client).build());
            let outcome = delete(&client).await;
            let what = format!("{region}, fips {fips}, dual stack {dual_stack}");
            notes.outcome(&what, &outcome);
            if outcome.is_ok() {
                notes.say(&what, captured.expect_request().uri());
            }
        }
    }
    notes
}

/// An endpoint that the caller finds.
#[derive(Debug)]
struct Found(String);

impl ResolveEndpoint for Found {
    fn resolve_endpoint<'a>(&'a self, params: &'a Params) -> EndpointFuture<'a> {
        let region = params.region().unwrap_or("none");
        EndpointFuture::ready(Ok(Endpoint::builder().url(format!("{}/{region}", self.0)).build()))
    }
}

/// Credentials that are fetched.
#[derive(Debug)]
struct Fetched;

impl ProvideCredentials for Fetched {
    fn provide_credentials<'a>(&'a self) -> aws_credential_types::provider::future::ProvideCredentials<'a>
    where
        Self: 'a,
    {
        aws_credential_types::provider::future::ProvideCredentials::ready(Ok(credentials()))
    }
}

pub(crate) async fn custom_endpoint() -> Notes {
    let server = Server::start([deleted(), deleted()]);
    let mut notes = Notes::of(&server);
    let found = basics().credentials_provider(Fetched).endpoint_resolver(Found(server.url())).build();
    notes.outcome("found", &delete(&Client::from_conf(found)).await);
    let below = basics().endpoint_url(format!("{}/below", server.url())).build();
    notes.outcome("below", &delete(&Client::from_conf(below)).await);
    let params = Params::builder().region("eu-west-1").use_fips(true).build();
    notes.debug("parameters", params);
    notes.requests(&server);
    notes
}

pub(crate) async fn test_defaults() -> Notes {
    let (http_client, captured) = capture_request(None);
    let config =
        Config::builder().with_test_defaults().http_client(http_client).region(Region::new("us-east-1"));
    let mut notes = Notes::default();
    notes.outcome("outcome", &delete(&Client::from_conf(config.build())).await);
    let request = captured.expect_request();
    notes.debug("uri", request.uri());
    notes.debug("date", request.headers().get("x-amz-date").map(str::len));
    notes
}

pub(crate) async fn missing_behavior_version() -> Notes {
    let made = catch_unwind(AssertUnwindSafe(|| Client::from_conf(Config::builder().build())));
    let mut notes = Notes::default();
    let panic = made.err();
    let text = panic.as_ref().and_then(|panic| panic.downcast_ref::<String>().cloned());
    let text = text.or_else(|| panic?.downcast_ref::<&str>().map(|text| (*text).to_owned()));
    notes.debug("panic", text.as_deref().map(|text| text.lines().next().map(str::to_owned)));
    notes.say("connection", CONNECTION);
    notes
}
