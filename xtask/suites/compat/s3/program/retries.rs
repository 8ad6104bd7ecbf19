//! Attempts after one that failed.

use aws_sdk_s3::primitives::ByteStream;
use mock_server::{Response, Server};

use crate::bodies::{Once, TemporaryFile, content};
use crate::record::Record;
use crate::setup::{failure, plain_client, stored};
use crate::wire::requests;

async fn put(body: ByteStream, first: Response) -> Record {
    let server = Server::start([first, stored()]);
    let mut record = Record::of(&server);
    let call = plain_client(&server).put_object().bucket("a-bucket").key("k").body(body);
    record.outcome("outcome", &call.send().await);
    requests(&mut record, &server);
    record
}

pub(crate) async fn memory() -> Record {
    put(content(1000).into(), failure(500, "InternalError")).await
}

pub(crate) async fn file() -> Record {
    let file = TemporaryFile::new("retried", 100_000);
    put(file.stream().await, Response::disconnect()).await
}

/// A stream that cannot be sent again: the first error is that of the call.
pub(crate) async fn once() -> Record {
    put(Once::stream(1000), failure(500, "InternalError")).await
}

pub(crate) async fn slow_down() -> Record {
    put(content(10).into(), failure(503, "SlowDown")).await
}
