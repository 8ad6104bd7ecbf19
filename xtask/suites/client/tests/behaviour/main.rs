//! The generated client against a scripted server, over real sockets.

mod cbor;
mod customization;
mod error_chains;
mod errors;
mod leniency;
mod mocks;
mod protocol;
mod requests;
mod resilience;
mod responses;
mod sans_io;
mod settings;

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use aws_sdk_directconnect::{
    Client, Config,
    config::{BehaviorVersion, Builder, Credentials, Region, retry::RetryConfig},
    error::SdkError,
    operation::delete_connection::{
        DeleteConnection, DeleteConnectionError, DeleteConnectionInput, DeleteConnectionOutput,
    },
};
use aws_smithy_types::endpoint::Endpoint;
use client_suite::{Response, Server, plain_http};
use protocol::Protocol;

/// Id of the connection that the tests delete.
const CONNECTION: &str = "dxcon-ab12cd34";

type Outcome = Result<DeleteConnectionOutput, SdkError<DeleteConnectionError>>;

/// 2026-11-22T20:50:04Z
fn now() -> SystemTime {
    UNIX_EPOCH + Duration::from_secs(1_795_380_604)
}

fn credentials() -> Credentials {
    Credentials::new("AKIDEXAMPLE", "secret", None, None, "test")
}

/// Configuration of a client for `server`, with three attempts and a short backoff.
fn config(server: &Server) -> Builder {
    Config::builder()
        .behavior_version(BehaviorVersion::latest())
        .region(Region::new("us-east-1"))
        .credentials_provider(credentials())
        .endpoint_url(server.url())
        .retry_config(retries(3))
}

/// Retries with this many attempts and a short backoff.
fn retries(attempts: u32) -> RetryConfig {
    RetryConfig::standard()
        .with_max_attempts(attempts)
        .with_initial_backoff(Duration::from_millis(1))
        .with_max_backoff(Duration::from_millis(1))
}

async fn delete(config: Builder) -> Outcome {
    Client::from_conf(config.build()).delete_connection().connection_id(CONNECTION).send().await
}

/// Outcome of a call with `protocol` that gets `response`.
async fn through_client(protocol: Protocol, response: &Response) -> Outcome {
    let server = Server::start([response.clone()]);
    delete(protocol.config(&server).retry_config(RetryConfig::disabled())).await
}

/// Outcome of the sans-I/O functions for `response`.
#[expect(clippy::result_large_err, reason = "the functions return this type")]
fn through_functions(response: &Response) -> Result<DeleteConnectionOutput, DeleteConnectionError> {
    let server = Server::start([response.clone()]);
    let endpoint = Endpoint::builder().url(server.url()).build();
    let request = DeleteConnection::http_request(&input(), &endpoint).expect("the input is complete");
    let response = plain_http::send(&request).expect("the server responds");
    DeleteConnection::parse_response(&response)
}

fn input() -> DeleteConnectionInput {
    DeleteConnectionInput::builder().connection_id(CONNECTION).build().expect("nothing is missing")
}
