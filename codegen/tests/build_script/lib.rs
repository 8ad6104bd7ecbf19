//! A package that generates its own client.

#![deny(missing_docs, unreachable_pub)]

/// Clients.
pub mod clients {
    /// Client of the service.
    pub mod things {
        include!(concat!(env!("OUT_DIR"), "/things.rs"));
    }
}

use clients::things::{Client, Error};

/// Returns the names of all things.
pub async fn names(client: &Client) -> Result<Vec<String>, Error> {
    let things = client.describe_things().into_paginator().items().send().try_collect().await?;
    Ok(things.into_iter().filter_map(|thing| thing.name).collect())
}
