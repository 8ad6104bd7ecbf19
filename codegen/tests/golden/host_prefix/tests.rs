//! Hosts of single operations.

use std::sync::{Arc, Mutex};

use aws_credential_types::Credentials;
use aws_smithy_http_client::test_util::infallible_client_fn;
use aws_smithy_types::body::SdkBody;
use aws_smithy_types::endpoint::Endpoint;
use aws_smithy_types::error::display::DisplayErrorContext;
use golden_host_prefix::config::endpoint::{EndpointFuture, Params, ResolveEndpoint};
use golden_host_prefix::config::{BehaviorVersion, Builder, Region};
use golden_host_prefix::operation::put_record::{PutRecord, PutRecordInput};
use golden_host_prefix::operation::start_sync::{StartSync, StartSyncInput};
use golden_host_prefix::{Client, Config};

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

/// A resolver with one endpoint.
#[derive(Debug)]
struct Fixed(&'static str);

impl ResolveEndpoint for Fixed {
    fn resolve_endpoint<'a>(&'a self, _: &'a Params) -> EndpointFuture<'a> {
        EndpointFuture::ready(Ok(Endpoint::builder().url(self.0).build()))
    }
}

/// Sends a record to an endpoint, and returns the host of the request.
fn sent_to(url: &'static str, change: impl FnOnce(Builder) -> Builder) -> Result<String, String> {
    let host = Arc::new(Mutex::new(String::new()));
    let seen = Arc::clone(&host);
    let http = infallible_client_fn(move |request: http::Request<SdkBody>| {
        *seen.lock().unwrap() = request.uri().authority().unwrap().to_string();
        http::Response::new(SdkBody::from("{}"))
    });
    let config = Config::builder()
        .behavior_version(BehaviorVersion::latest())
        .region(Region::new("eu-west-1"))
        .credentials_provider(Credentials::new("key", "secret", None, None, "test"))
        .http_client(http)
        .endpoint_resolver(Fixed(url));
    let call = Client::from_conf(change(config).build()).put_record().account_id("a1").r#type("b").send();
    let outcome = tokio::runtime::Builder::new_current_thread().enable_time().build().unwrap().block_on(call);
    outcome.map_err(|error| DisplayErrorContext(error).to_string())?;
    Ok(host.lock().unwrap().clone())
}

#[test]
fn clients_add_the_prefix_to_names_only() {
    assert_eq!(sent_to("https://example.com:8443", |it| it).unwrap(), "data-a1.b.example.com:8443");
    assert_eq!(sent_to("https://example.com.", |it| it).unwrap(), "data-a1.b.example.com.");
    assert!(sent_to("https://example..com", |it| it).unwrap_err().contains("an empty part"));
    let addresses = ["127.0.0.1:5000", "127.0.0.1.", "127.1", "2130706433", "0x7f000001", "[::1]:5000"];
    for url in addresses.map(|it| &*format!("http://{it}").leak()) {
        let error = sent_to(url, |it| it).unwrap_err();
        assert!(
            error.contains("an IP address") && error.contains("disable_host_prefix_injection"),
            "{error}"
        );
        let (_, host) = url.split_once("//").unwrap();
        assert_eq!(sent_to(url, |it| it.disable_host_prefix_injection(true)).unwrap(), host);
    }
}
