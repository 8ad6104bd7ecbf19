//! Checksums of requests and responses.

use aws_sdk_s3::{
    Client,
    config::{Builder, RequestChecksumCalculation, ResponseChecksumValidation},
    primitives::{AggregatedBytes, ByteStream},
    types::{ChecksumAlgorithm, ChecksumMode},
};
use mock_server::Server;

use crate::bodies::{TemporaryFile, content};
use crate::record::{Record, WithSources};
use crate::setup::{client, config, plain_client, response, stored};
use crate::wire::requests;

/// The default, and all that can be computed.
fn algorithms() -> [Option<ChecksumAlgorithm>; 6] {
    [
        None,
        Some(ChecksumAlgorithm::Crc32),
        Some(ChecksumAlgorithm::Crc32C),
        Some(ChecksumAlgorithm::Crc64Nvme),
        Some(ChecksumAlgorithm::Sha1),
        Some(ChecksumAlgorithm::Sha256),
    ]
}

/// Puts an object with each algorithm.
async fn put(client: impl Fn(&Server) -> Client, file: Option<&TemporaryFile>) -> Record {
    let server = Server::start(algorithms().map(|_| stored()));
    let mut record = Record::of(&server);
    for algorithm in algorithms() {
        let body = match file {
            Some(file) => file.stream().await,
            None => ByteStream::from(content(1000)),
        };
        let call = client(&server).put_object().bucket("a-bucket").key("k").set_checksum_algorithm(algorithm);
        record.outcome("outcome", &call.body(body).send().await);
    }
    requests(&mut record, &server);
    record
}

pub(crate) async fn memory() -> Record {
    put(plain_client, None).await
}

pub(crate) async fn memory_with_tls() -> Record {
    put(client, None).await
}

/// Chunks and trailers are signed.
pub(crate) async fn file() -> Record {
    put(plain_client, Some(&TemporaryFile::new("file", 1000))).await
}

/// Chunks are not signed.
pub(crate) async fn file_with_tls() -> Record {
    put(client, Some(&TemporaryFile::new("file", 1000))).await
}

/// Several chunks.
pub(crate) async fn large_file() -> Record {
    let server = Server::start([stored(), stored()]);
    let mut record = Record::of(&server);
    let file = TemporaryFile::new("large", 200_000);
    for client in [plain_client(&server), client(&server)] {
        let call = client.put_object().bucket("a-bucket").key("k").content_encoding("gzip");
        record.outcome("outcome", &call.body(file.stream().await).send().await);
    }
    requests(&mut record, &server);
    record
}

/// A checksum of the caller is sent as it is.
pub(crate) async fn given() -> Record {
    let server = Server::start([stored(), stored(), stored()]);
    let mut record = Record::of(&server);
    let file = TemporaryFile::new("given", 1000);
    let client = plain_client(&server);
    let call = client.put_object().bucket("a-bucket").key("k").checksum_sha256("a checksum");
    record.outcome("memory", &call.body(content(10).into()).send().await);
    let call = client.put_object().bucket("a-bucket").key("k").checksum_crc32_c("a checksum");
    record.outcome("file", &call.body(file.stream().await).send().await);
    let call = client.put_object().bucket("a-bucket").key("k").content_md5("a digest");
    record.outcome("digest", &call.body(content(10).into()).send().await);
    requests(&mut record, &server);
    record
}

fn when_required_only(config: Builder) -> Builder {
    let config = config.request_checksum_calculation(RequestChecksumCalculation::WhenRequired);
    config
        .response_checksum_validation(ResponseChecksumValidation::WhenRequired)
        .endpoint_url("http://s3.test")
}

pub(crate) async fn when_required() -> Record {
    let object = || response(200, &[("x-amz-checksum-crc32", "AAAAAA==")], "content");
    let server = Server::start([stored(), stored(), object(), object()]);
    let mut record = Record::of(&server);
    let client = Client::from_conf(when_required_only(config(&server)).build());
    let file = TemporaryFile::new("required", 1000);
    let put = || client.put_object().bucket("a-bucket").key("k");
    record.outcome("memory", &put().body(content(10).into()).send().await);
    record.outcome("file", &put().body(file.stream().await).send().await);
    for mode in [None, Some(ChecksumMode::Enabled)] {
        let got = client.get_object().bucket("a-bucket").key("k").set_checksum_mode(mode).send().await;
        let body = got.expect("the head is valid").body.collect().await;
        record.debug(
            "body",
            body.map(AggregatedBytes::into_bytes).map_err(|error| WithSources(&error).to_string()),
        );
    }
    requests(&mut record, &server);
    record
}

/// A choice of the caller asks for a checksum.
pub(crate) async fn chosen_when_required() -> Record {
    let server = Server::start([stored()]);
    let mut record = Record::of(&server);
    let client = Client::from_conf(when_required_only(config(&server)).build());
    let call = client.put_object().bucket("a-bucket").key("k").checksum_algorithm(ChecksumAlgorithm::Sha256);
    record.outcome("outcome", &call.body(content(10).into()).send().await);
    let request = server.request();
    record.debug("algorithm", request.headers().get("x-amz-sdk-checksum-algorithm"));
    record.debug("checksum", request.headers().get("x-amz-checksum-sha256"));
    record
}

/// Algorithms that services accept, but neither crate computes.
pub(crate) async fn unsupported() -> Record {
    let server = Server::start([stored(), stored(), stored()]);
    let mut record = Record::of(&server);
    for name in ["SHA512", "XXHASH64", "NEWER"] {
        let call = plain_client(&server).put_object().bucket("a-bucket").key("k");
        let outcome = call.checksum_algorithm(name.into()).body(content(10).into()).send().await;
        record.debug(name, outcome.is_ok());
    }
    record.debug("requests", server.requests().len());
    record
}

/// Gets an object with each of these checksums.
async fn get(checksums: &[(&str, &str)]) -> Record {
    let objects = checksums.iter().map(|checksum| response(200, &[*checksum], "content"));
    let server = Server::start(objects);
    let mut record = Record::of(&server);
    for (name, _) in checksums {
        match client(&server).get_object().bucket("a-bucket").key("k").send().await {
            Ok(object) => {
                let body = object.body.collect().await.map(AggregatedBytes::into_bytes);
                record.debug(name, body.map_err(|error| WithSources(&error).to_string()));
            }
            Err(error) => record.display(name, WithSources(&error)),
        }
    }
    record
}

pub(crate) async fn responses() -> Record {
    get(&[
        ("x-amz-checksum-crc32", "/sUwqQ=="),
        ("x-amz-checksum-crc32c", "Ya91Mw=="),
        ("x-amz-checksum-crc64nvme", "lhVdXyVQTGE="),
        ("x-amz-checksum-sha1", "BA8G/XdAkkeNRQd09bowxdp4rMg="),
        ("x-amz-checksum-sha256", "7XACtDnprIRfIjV9giusFERzD722AW0+yUMil7nsn3M="),
        ("x-amz-checksum-sha512", "unsupported"),
    ])
    .await
}

pub(crate) async fn wrong_response() -> Record {
    get(&[
        ("x-amz-checksum-crc32", "AAAAAA=="),
        ("x-amz-checksum-crc32c", "AAAAAA=="),
        ("x-amz-checksum-crc64nvme", "AAAAAAAAAAA="),
        ("x-amz-checksum-sha1", "AAAAAAAAAAAAAAAAAAAAAAAAAAA="),
        ("x-amz-checksum-sha256", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="),
    ])
    .await
}

pub(crate) async fn undecodable_response() -> Record {
    get(&[("x-amz-checksum-crc32", "no checksum")]).await
}
