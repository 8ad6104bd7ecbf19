//! Waiters and inferred paginators against moto, a mock of AWS, which `cargo xtask e2e` starts.
//!
//! Exit codes: 0 passed, 1 failed.

use std::{collections::BTreeSet, error::Error, process::ExitCode, time::Duration};

use compat_directconnect::{
    Client, Config,
    config::{BehaviorVersion, Credentials, Region},
    types::{Connection, ConnectionState},
    waiters::Waiters,
};
use xtask_common::request::{self, Waiting};

type Outcome<T = ()> = Result<T, Box<dyn Error>>;

/// Maximum time of waiting; the mock responds faster.
const MAX_WAIT: Duration = Duration::from_mins(1);
/// Number of connections to create.
const CONNECTIONS: usize = 3;

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    match run().await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("waiting: {error}");
            ExitCode::FAILURE
        }
    }
}

async fn run() -> Outcome {
    let Waiting { endpoint } = request::receive()?;
    let client = client(&endpoint);
    let mut ids = Vec::new();
    for index in 0..CONNECTIONS {
        ids.push(create(&client, &format!("waiting {index}")).await?);
    }
    available(&client, &ids[0]).await?;
    pages(&client, &ids).await?;
    deleted(&client, &ids[0]).await?;
    never_available(&client, &ids[0]).await?;
    not_in_time(&client, &ids[1]).await
}

fn client(endpoint: &str) -> Client {
    let config = Config::builder()
        .behavior_version(BehaviorVersion::latest())
        .region(Region::new("us-east-1"))
        .credentials_provider(Credentials::new("testing", "testing", None, None, "e2e"))
        .http_client(aws_smithy_http_client::Builder::new().build_http())
        .endpoint_url(endpoint);
    Client::from_conf(config.build())
}

async fn create(client: &Client, name: &str) -> Outcome<String> {
    let call = client.create_connection().location("EqDC2").bandwidth("1Gbps").connection_name(name);
    let connection = call.send().await?;
    Ok(connection.connection_id.ok_or("a connection has no id")?)
}

async fn available(client: &Client, id: &str) -> Outcome {
    let poll = client.wait_until_connection_available().connection_id(id).wait(MAX_WAIT).await?;
    let states: Vec<_> = poll
        .into_result()?
        .connections()
        .iter()
        .map(Connection::connection_state)
        .map(Option::<&_>::cloned)
        .collect();
    ensure(states == [Some(ConnectionState::Available)], &format!("the states are {states:?}"))?;
    report("waited until a connection was available");
    Ok(())
}

async fn pages(client: &Client, ids: &[String]) -> Outcome {
    let items = client.describe_connections().into_paginator().page_size(1).items().send();
    let items = items.collect::<Result<Vec<_>, _>>().await?;
    let found: BTreeSet<_> = items.iter().filter_map(Connection::connection_id).collect();
    let missing: Vec<_> = ids.iter().filter(|id| !found.contains(id.as_str())).collect();
    ensure(missing.is_empty(), &format!("the pages lack {missing:?}"))?;
    let mut pages = client.describe_connections().connection_id(&ids[0]).into_paginator().send();
    let page = pages.next().await.ok_or("there is no page")??;
    ensure(page.connections().len() == 1, "a page of one connection has another number")?;
    ensure(pages.next().await.is_none(), "there is a second page")?;
    report(&format!("the inferred paginator read {} connections", items.len()));
    Ok(())
}

async fn deleted(client: &Client, id: &str) -> Outcome {
    client.delete_connection().connection_id(id).send().await?;
    client.wait_until_connection_deleted().connection_id(id).wait(MAX_WAIT).await?;
    report("waited until a connection was deleted");
    Ok(())
}

async fn never_available(client: &Client, id: &str) -> Outcome {
    let waiter = client.wait_until_connection_available().connection_id(id);
    let error = waiter.wait(MAX_WAIT).await.err().ok_or("a deleted connection became available")?;
    report(&format!("waiting for a deleted connection to be available failed immediately: {error}"));
    Ok(())
}

async fn not_in_time(client: &Client, id: &str) -> Outcome {
    let waiter = client.wait_until_connection_deleted().connection_id(id);
    let error =
        waiter.wait(Duration::from_millis(200)).await.err().ok_or("the connection was not deleted")?;
    report(&format!("waiting for a connection to be deleted timed out: {error}"));
    Ok(())
}

fn ensure(condition: bool, otherwise: &str) -> Outcome {
    if condition { Ok(()) } else { Err(otherwise.into()) }
}

fn report(text: &str) {
    println!("  ok: {text}");
}
