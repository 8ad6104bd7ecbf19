//! The generated client over real sockets, against a server that plays a script.

mod cbor;
mod customization;
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
use client_suite::{Answer, Server, plain_http};
use protocol::Protocol;

/// The connection that every test deletes.
const CONNECTION: &str = "dxcon-ab12cd34";

type Outcome = Result<DeleteConnectionOutput, SdkError<DeleteConnectionError>>;

/// 2026-11-22T20:50:04Z, for those who need to know what time it is.
fn now() -> SystemTime {
    UNIX_EPOCH + Duration::from_secs(1_795_380_604)
}

fn credentials() -> Credentials {
    Credentials::new("AKIDEXAMPLE", "secret", None, None, "test")
}

/// Settings for a client of `server`, which repeats what fails without waiting for long.
fn config(server: &Server) -> Builder {
    Config::builder()
        .behavior_version(BehaviorVersion::latest())
        .region(Region::new("us-east-1"))
        .credentials_provider(credentials())
        .endpoint_url(server.url())
        .retry_config(retries(3))
}

/// So many attempts, with next to no time between them.
fn retries(attempts: u32) -> RetryConfig {
    RetryConfig::standard()
        .with_max_attempts(attempts)
        .with_initial_backoff(Duration::from_millis(1))
        .with_max_backoff(Duration::from_millis(1))
}

async fn delete(config: Builder) -> Outcome {
    Client::from_conf(config.build()).delete_connection().connection_id(CONNECTION).send().await
}

/// What a client that speaks `protocol` makes of `answer`.
async fn through_client(protocol: Protocol, answer: &Answer) -> Outcome {
    let server = Server::start([answer.clone()]);
    delete(protocol.config(&server).retry_config(RetryConfig::disabled())).await
}

/// What the sans-I/O functions make of `answer`.
#[expect(clippy::result_large_err, reason = "it is what the functions return")]
fn through_functions(answer: &Answer) -> Result<DeleteConnectionOutput, DeleteConnectionError> {
    let server = Server::start([answer.clone()]);
    let endpoint = Endpoint::builder().url(server.url()).build();
    let request = DeleteConnection::http_request(&input(), &endpoint).expect("the input is complete");
    let response = plain_http::exchange(&request).expect("the server answers");
    DeleteConnection::parse_response(&response)
}

fn input() -> DeleteConnectionInput {
    DeleteConnectionInput::builder().connection_id(CONNECTION).build().expect("nothing is missing")
}
