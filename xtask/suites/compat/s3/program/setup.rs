//! Clients of a scripted server, and its responses.

use std::time::{Duration, UNIX_EPOCH};

use aws_sdk_s3::{
    Client, Config,
    config::{
        BehaviorVersion, Builder, ConfigBag, Credentials, Intercept, Region, RuntimeComponents,
        SharedHttpClient, interceptors::BeforeTransmitInterceptorContextMut, retry::RetryConfig,
    },
    error::BoxError,
};
use aws_smithy_async::{rt::sleep::TokioSleep, time::StaticTimeSource};
use aws_smithy_runtime_api::client::interceptors::dyn_dispatch_hint;
use mock_server::{Response, Server};

use crate::loopback::loopback;
use crate::record::without_version;

/// Moment of all signatures.
pub(crate) const NOW: Duration = Duration::from_secs(1_795_000_000);

pub(crate) fn credentials(token: Option<&str>) -> Credentials {
    Credentials::new("AKIDEXAMPLE", "secret", token.map(str::to_owned), None, "compat")
}

/// Returns a configuration whose requests go to `server`.
pub(crate) fn config(server: &Server) -> Builder {
    basics().http_client(loopback(server.address()))
}

/// Returns a configuration without an HTTP client.
pub(crate) fn basics() -> Builder {
    unmasked().interceptor(Comparable)
}

/// Returns a configuration whose requests differ between the crates.
pub(crate) fn unmasked() -> Builder {
    let retries = RetryConfig::standard()
        .with_max_attempts(2)
        .with_initial_backoff(Duration::from_millis(1))
        .with_max_backoff(Duration::from_millis(1));
    Config::builder()
        .behavior_version(BehaviorVersion::latest())
        .region(Region::new("eu-central-1"))
        .credentials_provider(credentials(None))
        .retry_config(retries)
        .sleep_impl(TokioSleep::new())
        .time_source(StaticTimeSource::new(UNIX_EPOCH + NOW))
}

/// An HTTP client without TLS: the server is local.
pub(crate) fn plain_http() -> SharedHttpClient {
    aws_smithy_http_client::Builder::new().build_http()
}

/// Returns a client with requests in plain HTTP, for which streams are signed in chunks.
pub(crate) fn plain_client(server: &Server) -> Client {
    Client::from_conf(config(server).endpoint_url("http://s3.test").build())
}

/// Returns a client with requests for the service itself, in HTTPS.
pub(crate) fn client(server: &Server) -> Client {
    Client::from_conf(config(server).build())
}

/// Masks the version of the crate, and takes the name of the operation out of the query: both are signed.
#[derive(Debug)]
struct Comparable;

#[dyn_dispatch_hint]
impl Intercept for Comparable {
    fn name(&self) -> &'static str {
        "Comparable"
    }

    fn modify_before_signing(
        &self,
        context: &mut BeforeTransmitInterceptorContextMut<'_>,
        _: &RuntimeComponents,
        _: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        let request = context.request_mut();
        if let Some(agent) = request.headers().get("x-amz-user-agent").map(without_version) {
            request.headers_mut().insert("x-amz-user-agent", agent);
        }
        Ok(request.set_uri(without_operation(request.uri()))?)
    }
}

/// Removes the name of the operation from the query of a URI.
fn without_operation(uri: &str) -> String {
    let Some((path, query)) = uri.split_once('?') else { return uri.to_owned() };
    let query: Vec<_> = query.split('&').filter(|part| !part.starts_with("x-id=")).collect();
    if query.is_empty() { path.to_owned() } else { format!("{path}?{}", query.join("&")) }
}

/// A response with the ids of a request.
pub(crate) fn response(status: u16, headers: &[(&str, &str)], body: impl AsRef<[u8]>) -> Response {
    let ids = [("x-amz-request-id", "C0FFEE"), ("x-amz-id-2", "an/extended+id="), ("connection", "close")];
    Response::new(status, &[&ids, headers].concat(), body).then_disconnect()
}

pub(crate) fn xml(status: u16, body: &str) -> Response {
    response(status, &[("content-type", "application/xml")], body)
}

/// An error of the service.
pub(crate) fn failure(status: u16, code: &str) -> Response {
    xml(status, &error(code))
}

/// The body of an error.
pub(crate) fn error(code: &str) -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>{code}</Code><Message>a message</Message>\
         <RequestId>C0FFEE</RequestId><HostId>an/extended+id=</HostId></Error>"
    )
}

/// A response to the request for an object.
pub(crate) fn stored() -> Response {
    response(200, &[("etag", "\"5d41402abc4b2a76b9719d911017c592\"")], "")
}
