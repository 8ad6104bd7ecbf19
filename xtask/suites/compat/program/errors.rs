//! Calls that fail.

use std::{error::Error as StdError, time::Duration};

use aws_sdk_directconnect::{
    Client, Config, Error,
    config::{BehaviorVersion, retry::RetryConfig, timeout::TimeoutConfig},
    error::ProvideErrorMetadata,
    operation::{RequestId, delete_connection::DeleteConnectionError},
};
use mock_server::{Answer, Server};

use crate::{
    notes::Notes,
    stage::{answer, basics, client, config, credentials, delete, deleted, failure, plain_http},
};

/// Calls a server with a script, and notes everything about the error.
async fn failing(script: impl IntoIterator<Item = Answer>) -> Notes {
    let server = Server::start(script);
    let mut notes = Notes::of(&server);
    let outcome = delete(&client(&server)).await;
    notes.outcome("outcome", &outcome);
    if let Err(error) = outcome {
        notes.debug("code", error.code());
        notes.debug("message", error.message());
        notes.debug("request id", error.request_id());
        notes.debug("status", error.raw_response().map(|response| response.status().as_u16()));
        service_error(&mut notes, &error.into_service_error());
    }
    notes.requests(&server);
    notes
}

fn service_error(notes: &mut Notes, error: &DeleteConnectionError) {
    notes.say("service error", error);
    notes.debug("service error, debug", error);
    notes.debug("service error, code", error.code());
    notes.debug("service error, message", error.message());
    notes.debug("service error, request id", error.request_id());
    notes.debug("is a client exception", error.is_direct_connect_client_exception());
    notes.debug("is a server exception", error.is_direct_connect_server_exception());
    notes.debug("source", error.source().map(ToString::to_string));
}

pub(crate) async fn modelled() -> Notes {
    failing([failure(400, "DirectConnectClientException")]).await
}

pub(crate) async fn unmodelled() -> Notes {
    failing([failure(400, "AccessDeniedException")]).await
}

pub(crate) async fn not_json() -> Notes {
    failing([answer(404, "<html>not here</html>")]).await
}

pub(crate) async fn throttled() -> Notes {
    failing([failure(400, "ThrottlingException"), failure(500, "DirectConnectServerException")]).await
}

pub(crate) async fn cut() -> Notes {
    failing([deleted().without_last(3).then_cut(), deleted().without_last(3).then_cut()]).await
}

pub(crate) async fn silent() -> Notes {
    let server = Server::start([Answer::silence()]);
    let mut notes = Notes::of(&server);
    let timeouts = TimeoutConfig::builder().operation_timeout(Duration::from_millis(300)).build();
    let client = Client::from_conf(config(&server).timeout_config(timeouts).build());
    notes.outcome("outcome", &delete(&client).await);
    notes
}

pub(crate) async fn missing_member() -> Notes {
    let server = Server::start([]);
    let mut notes = Notes::of(&server);
    notes.outcome("outcome", &client(&server).delete_connection().send().await);
    notes.outcome("without a tag's key", &client(&server).tag_resource().resource_arn("arn").send().await);
    notes.requests(&server);
    notes
}

pub(crate) async fn no_region() -> Notes {
    let config = Config::builder()
        .behavior_version(BehaviorVersion::latest())
        .http_client(plain_http())
        .credentials_provider(credentials())
        .retry_config(RetryConfig::disabled());
    let mut notes = Notes::default();
    notes.outcome("outcome", &delete(&Client::from_conf(config.build())).await);
    notes
}

pub(crate) async fn no_credentials() -> Notes {
    let mut config = basics();
    config.set_credentials_provider(None);
    let mut notes = Notes::default();
    notes.outcome("outcome", &delete(&Client::from_conf(config.build())).await);
    notes
}

/// A function of the caller that leaves every error to the crate's own.
async fn question_mark(client: &Client) -> Result<(), Error> {
    client.delete_connection().connection_id("an id").send().await?;
    Ok(())
}

pub(crate) async fn crate_error() -> Notes {
    let codes = ["DirectConnectClientException", "DirectConnectServerException", "AccessDeniedException"];
    let server = Server::start(codes.map(|code| failure(400, code)));
    let mut notes = Notes::of(&server);
    let client = client(&server);
    for code in codes {
        let Err(error) = question_mark(&client).await else { continue };
        notes.say(code, &error);
        notes.debug(&format!("{code}, debug"), &error);
        notes.debug(&format!("{code}, code"), error.code());
        notes.debug(&format!("{code}, message"), error.message());
        notes.debug(&format!("{code}, request id"), error.request_id());
    }
    notes
}
