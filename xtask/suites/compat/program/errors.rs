//! Failing calls.

use std::{error::Error as StdError, time::Duration};

use aws_sdk_directconnect::{
    Client, Config, Error,
    config::{BehaviorVersion, retry::RetryConfig, timeout::TimeoutConfig},
    error::ProvideErrorMetadata,
    operation::{RequestId, delete_connection::DeleteConnectionError},
};
use mock_server::{Response, Server};

use crate::{
    record::Record,
    setup::{basics, client, config, credentials, delete, deleted, failure, plain_http, response},
};

/// Calls a server with a script, and records the error.
async fn failing(script: impl IntoIterator<Item = Response>) -> Record {
    let server = Server::start(script);
    let mut record = Record::of(&server);
    let outcome = delete(&client(&server)).await;
    record.outcome("outcome", &outcome);
    if let Err(error) = outcome {
        record.debug("code", error.code());
        record.debug("message", error.message());
        record.debug("request id", error.request_id());
        record.debug("status", error.raw_response().map(|response| response.status().as_u16()));
        service_error(&mut record, &error.into_service_error());
    }
    record.requests(&server);
    record
}

fn service_error(record: &mut Record, error: &DeleteConnectionError) {
    record.display("service error", error);
    record.debug("service error, debug", error);
    record.debug("service error, code", error.code());
    record.debug("service error, message", error.message());
    record.debug("service error, request id", error.request_id());
    record.debug("is a client exception", error.is_direct_connect_client_exception());
    record.debug("is a server exception", error.is_direct_connect_server_exception());
    record.debug("source", error.source().map(ToString::to_string));
}

pub(crate) async fn modeled() -> Record {
    failing([failure(400, "DirectConnectClientException")]).await
}

pub(crate) async fn unmodeled() -> Record {
    failing([failure(400, "AccessDeniedException")]).await
}

pub(crate) async fn not_json() -> Record {
    failing([response(404, "<html>not here</html>")]).await
}

pub(crate) async fn throttled() -> Record {
    failing([failure(400, "ThrottlingException"), failure(500, "DirectConnectServerException")]).await
}

pub(crate) async fn disconnected() -> Record {
    failing([deleted().without_last(3).then_disconnect(), deleted().without_last(3).then_disconnect()]).await
}

pub(crate) async fn stalled() -> Record {
    let server = Server::start([Response::stall()]);
    let mut record = Record::of(&server);
    let timeouts = TimeoutConfig::builder().operation_timeout(Duration::from_millis(300)).build();
    let client = Client::from_conf(config(&server).timeout_config(timeouts).build());
    record.outcome("outcome", &delete(&client).await);
    record
}

pub(crate) async fn missing_member() -> Record {
    let server = Server::start([]);
    let mut record = Record::of(&server);
    record.outcome("outcome", &client(&server).delete_connection().send().await);
    record.outcome("without a tag's key", &client(&server).tag_resource().resource_arn("arn").send().await);
    record.requests(&server);
    record
}

pub(crate) async fn no_region() -> Record {
    let config = Config::builder()
        .behavior_version(BehaviorVersion::latest())
        .http_client(plain_http())
        .credentials_provider(credentials())
        .retry_config(RetryConfig::disabled());
    let mut record = Record::default();
    record.outcome("outcome", &delete(&Client::from_conf(config.build())).await);
    record
}

pub(crate) async fn no_credentials() -> Record {
    let mut config = basics();
    config.set_credentials_provider(None);
    let mut record = Record::default();
    record.outcome("outcome", &delete(&Client::from_conf(config.build())).await);
    record
}

/// A function that returns every error as the crate's `Error`.
async fn question_mark(client: &Client) -> Result<(), Error> {
    client.delete_connection().connection_id("an id").send().await?;
    Ok(())
}

pub(crate) async fn crate_error() -> Record {
    let codes = ["DirectConnectClientException", "DirectConnectServerException", "AccessDeniedException"];
    let server = Server::start(codes.map(|code| failure(400, code)));
    let mut record = Record::of(&server);
    let client = client(&server);
    for code in codes {
        let Err(error) = question_mark(&client).await else { continue };
        record.display(code, &error);
        record.debug(&format!("{code}, debug"), &error);
        record.debug(&format!("{code}, code"), error.code());
        record.debug(&format!("{code}, message"), error.message());
        record.debug(&format!("{code}, request id"), error.request_id());
    }
    record
}
