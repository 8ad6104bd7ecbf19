//! Calls, and their results.

use aws_sdk_s3::Client;
use aws_sdk_s3::primitives::ByteStream;
use mock_server::Server;

use super::good::{KEYS, LENGTH};
use crate::bodies::{Once, TemporaryFile, content};
use crate::wire::{Chunks, is_chunked};

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Call {
    GetCollected,
    GetStreamed,
    GetRead,
    List,
    PutMemory,
    PutFile,
    PutOnce,
    Create,
    PartMemory,
    PartFile,
    PartOnce,
    Complete,
}

/// Calls for objects.
pub(crate) const GETS: [Call; 3] = [Call::GetCollected, Call::GetStreamed, Call::GetRead];
/// Calls whose responses have bodies.
pub(crate) const WITH_BODY: [Call; 6] =
    [Call::GetCollected, Call::GetStreamed, Call::GetRead, Call::List, Call::Create, Call::Complete];
/// Calls whose responses are in XML.
pub(crate) const XML: [Call; 3] = [Call::List, Call::Create, Call::Complete];
/// Calls whose requests have bodies.
pub(crate) const UPLOADS: [Call; 6] =
    [Call::PutMemory, Call::PutFile, Call::PutOnce, Call::PartMemory, Call::PartFile, Call::PartOnce];
pub(crate) const ALL: [Call; 12] = [
    Call::GetCollected,
    Call::GetStreamed,
    Call::GetRead,
    Call::List,
    Call::PutMemory,
    Call::PutFile,
    Call::PutOnce,
    Call::Create,
    Call::PartMemory,
    Call::PartFile,
    Call::PartOnce,
    Call::Complete,
];

impl Call {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::GetCollected => "get, collected",
            Self::GetStreamed => "get, streamed",
            Self::GetRead => "get, read",
            Self::List => "list",
            Self::PutMemory => "put, memory",
            Self::PutFile => "put, file",
            Self::PutOnce => "put, stream",
            Self::Create => "create upload",
            Self::PartMemory => "part, memory",
            Self::PartFile => "part, file",
            Self::PartOnce => "part, stream",
            Self::Complete => "complete upload",
        }
    }
}

/// Result of a call.
pub(crate) enum Outcome {
    Right,
    Wrong,
    Error,
}

/// Makes a call, with a body of this length.
pub(crate) async fn send(call: Call, client: &Client, length: usize, file: &TemporaryFile) -> Outcome {
    let result = match call {
        Call::GetCollected | Call::GetStreamed | Call::GetRead => get(call, client).await,
        Call::List => list(client).await,
        Call::PutMemory => put(client, content(length).into()).await,
        Call::PutFile => put(client, file.stream().await).await,
        Call::PutOnce => put(client, Once::stream(length)).await,
        Call::Create => create(client).await,
        Call::PartMemory => part(client, content(length).into()).await,
        Call::PartFile => part(client, file.stream().await).await,
        Call::PartOnce => part(client, Once::stream(length)).await,
        Call::Complete => complete(client).await,
    };
    match result {
        Ok(true) => Outcome::Right,
        Ok(false) => Outcome::Wrong,
        Err(_) => Outcome::Error,
    }
}

type Result = std::result::Result<bool, Box<dyn std::error::Error + Send + Sync>>;

async fn get(call: Call, client: &Client) -> Result {
    let mut object = client.get_object().bucket("b").key("k").send().await?;
    let mut body = Vec::new();
    match call {
        Call::GetStreamed => {
            while let Some(bytes) = object.body.try_next().await? {
                body.extend_from_slice(&bytes);
            }
        }
        Call::GetRead => {
            tokio::io::copy(&mut object.body.into_async_read(), &mut body).await?;
        }
        _ => body = object.body.collect().await?.to_vec(),
    }
    Ok(body == content(LENGTH))
}

async fn list(client: &Client) -> Result {
    let listed = client.list_objects_v2().bucket("b").send().await?;
    let keys = listed.contents().iter().filter_map(|object| object.key());
    Ok(keys.eq(KEYS) && listed.is_truncated() == Some(false))
}

async fn put(client: &Client, body: ByteStream) -> Result {
    let put = client.put_object().bucket("b").key("k").body(body).send().await?;
    Ok(put.e_tag() == Some("tag"))
}

async fn create(client: &Client) -> Result {
    Ok(client.create_multipart_upload().bucket("b").key("k").send().await?.upload_id() == Some("id"))
}

async fn part(client: &Client, body: ByteStream) -> Result {
    let call = client.upload_part().bucket("b").key("k").upload_id("id").part_number(1);
    Ok(call.body(body).send().await?.e_tag() == Some("tag"))
}

async fn complete(client: &Client) -> Result {
    let call = client.complete_multipart_upload().bucket("b").key("k").upload_id("id");
    Ok(call.send().await?.e_tag() == Some("tag"))
}

/// Returns true if the last request, which the server has accepted, has the whole body.
pub(crate) fn is_received(call: Call, server: &Server, length: usize) -> bool {
    if !UPLOADS.contains(&call) {
        return true;
    }
    server.requests().last().is_some_and(|request| {
        let body = request.body();
        if is_chunked(request) {
            Chunks::read(body).is_ok_and(|chunks| chunks.content() == content(length))
        } else {
            *body == content(length)
        }
    })
}
