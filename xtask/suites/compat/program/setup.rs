//! Clients of a scripted server, and its responses.

use std::time::{Duration, UNIX_EPOCH};

use aws_sdk_directconnect::{
    Client, Config,
    config::{BehaviorVersion, Builder, Credentials, Region, SharedHttpClient, retry::RetryConfig},
    error::SdkError,
    operation::delete_connection::{DeleteConnectionError, DeleteConnectionOutput},
};
use aws_smithy_async::{rt::sleep::TokioSleep, time::StaticTimeSource};
use mock_server::{Response, Server};

/// Id of the connection that the scenarios delete.
pub(crate) const CONNECTION: &str = "dxcon-ab12cd34";

pub(crate) type Outcome = Result<DeleteConnectionOutput, SdkError<DeleteConnectionError>>;

pub(crate) fn credentials() -> Credentials {
    Credentials::new("AKIDEXAMPLE", "secret", None, None, "compat")
}

pub(crate) fn retries(attempts: u32) -> RetryConfig {
    RetryConfig::standard()
        .with_max_attempts(attempts)
        .with_initial_backoff(Duration::from_millis(1))
        .with_max_backoff(Duration::from_millis(1))
}

/// An HTTP client without TLS: the server is local.
pub(crate) fn plain_http() -> SharedHttpClient {
    aws_smithy_http_client::Builder::new().build_http()
}

/// Configuration without an endpoint.
pub(crate) fn basics() -> Builder {
    Config::builder()
        .behavior_version(BehaviorVersion::latest())
        .region(Region::new("us-east-1"))
        .credentials_provider(credentials())
        .retry_config(retries(2))
        .http_client(plain_http())
        .sleep_impl(TokioSleep::new())
        .time_source(StaticTimeSource::new(UNIX_EPOCH))
}

pub(crate) fn config(server: &Server) -> Builder {
    basics().endpoint_url(server.url())
}

pub(crate) fn client(server: &Server) -> Client {
    Client::from_conf(config(server).build())
}

/// Returns a client of another service.
macro_rules! client_of {
    ($sdk:ident, $server:expr) => {
        $sdk::Client::from_conf(
            $sdk::Config::builder()
                .behavior_version($sdk::config::BehaviorVersion::latest())
                .region($sdk::config::Region::new("us-east-1"))
                .credentials_provider($crate::setup::credentials())
                .http_client($crate::setup::plain_http())
                .retry_config($crate::setup::retries(1))
                .time_source(aws_smithy_async::time::StaticTimeSource::new(std::time::UNIX_EPOCH))
                .endpoint_url($server.url())
                .build(),
        )
    };
}

pub(crate) use client_of;

pub(crate) async fn delete(client: &Client) -> Outcome {
    client.delete_connection().connection_id(CONNECTION).send().await
}

pub(crate) fn response(status: u16, body: &str) -> Response {
    let headers = [
        ("content-type", "application/x-amz-json-1.1"),
        ("x-amzn-requestid", "c0ffee"),
        ("connection", "close"),
    ];
    Response::new(status, &headers, body).then_disconnect()
}

/// A response in XML.
pub(crate) fn xml(status: u16, body: &str) -> Response {
    let headers = [("content-type", "text/xml"), ("x-amzn-requestid", "c0ffee"), ("connection", "close")];
    Response::new(status, &headers, body).then_disconnect()
}

pub(crate) fn deleted() -> Response {
    response(200, r#"{"connectionId":"dxcon-ab12cd34","connectionState":"deleted"}"#)
}

pub(crate) fn failure(status: u16, code: &str) -> Response {
    response(status, &format!(r#"{{"__type":"{code}","message":"a message"}}"#))
}
