//! Presigned requests.

use std::time::{Duration, UNIX_EPOCH};

use aws_sdk_s3::{
    Client,
    config::Builder,
    presigning::{PresignedRequest, PresigningConfig},
    types::{ChecksumAlgorithm, ServerSideEncryption},
};

use crate::record::{Record, WithSources};
use crate::setup::{NOW, basics, credentials};

fn presigning() -> PresigningConfig {
    let presigning = PresigningConfig::builder().expires_in(Duration::from_mins(15));
    presigning.start_time(UNIX_EPOCH + NOW + Duration::from_secs(1)).build().expect("it is valid")
}

fn requested(record: &mut Record, label: &str, request: &PresignedRequest) {
    record.display(label, format_args!("{} {}", request.method(), request.uri()));
    let mut headers: Vec<_> = request.headers().collect();
    headers.sort_unstable();
    record.debug("headers", headers);
}

/// Records a call for each of these clients.
macro_rules! record_each {
    ($record:ident, $clients:expr, |$client:ident| $call:expr) => {
        for (label, $client) in $clients {
            match $call.presigned(presigning()).await {
                Ok(request) => requested(&mut $record, label, &request),
                Err(error) => $record.display(label, WithSources(&error)),
            }
        }
    };
}

fn one(change: impl FnOnce(Builder) -> Builder) -> [(&'static str, Client); 1] {
    [("request", Client::from_conf(change(basics()).build()))]
}

pub(crate) async fn get() -> Record {
    let mut record = Record::default();
    record_each!(record, one(|config| config), |client| {
        let call = client.get_object().bucket("a-bucket").key("a b/ü+&=%/../x//y").version_id("a/b");
        call.response_content_disposition("attachment; filename=\"a b\"").range("bytes=0-1")
    });
    record_each!(record, one(|config| config), |client| client.get_object().bucket("a-bucket").key("k"));
    record
}

pub(crate) async fn put() -> Record {
    let mut record = Record::default();
    record_each!(record, one(|config| config), |client| client.put_object().bucket("a-bucket").key("k"));
    record_each!(record, one(|config| config), |client| {
        let call =
            client.put_object().bucket("a-bucket").key("k").content_type("text/plain").content_length(7);
        let call = call.metadata("name", "a value").checksum_algorithm(ChecksumAlgorithm::Sha256);
        call.server_side_encryption(ServerSideEncryption::Aes256).if_none_match("*")
    });
    record_each!(record, one(|config| config), |client| {
        client
            .put_object()
            .bucket("a-bucket")
            .key("k")
            .checksum_sha256("a checksum")
            .body(b"body".to_vec().into())
    });
    record
}

pub(crate) async fn head() -> Record {
    let mut record = Record::default();
    record_each!(record, one(|config| config), |client| client
        .head_object()
        .bucket("a-bucket")
        .key("k")
        .part_number(2));
    record
}

pub(crate) async fn delete() -> Record {
    let mut record = Record::default();
    record_each!(record, one(|config| config), |client| client
        .delete_object()
        .bucket("a-bucket")
        .key("k")
        .version_id("v"));
    record
}

pub(crate) async fn upload_part() -> Record {
    let mut record = Record::default();
    record_each!(record, one(|config| config), |client| {
        client.upload_part().bucket("a-bucket").key("k").upload_id("an id+/=").part_number(7)
    });
    record
}

pub(crate) async fn with_token() -> Record {
    let mut record = Record::default();
    let clients = one(|config| config.credentials_provider(credentials(Some("a/token+="))));
    record_each!(record, clients, |client| client.get_object().bucket("a-bucket").key("k"));
    record
}

type Change = fn(Builder) -> Builder;

/// Hosts of the bucket.
pub(crate) async fn styles() -> Record {
    let changes: [(&str, Change); 5] = [
        ("path style", |config| config.force_path_style(true)),
        ("accelerate", |config| config.accelerate(true)),
        ("dual stack", |config| config.use_dual_stack(true)),
        ("endpoint", |config| config.endpoint_url("http://s3.test:9000/below")),
        ("address", |config| config.endpoint_url("http://127.0.0.1:9000")),
    ];
    let mut record = Record::default();
    for (label, change) in changes {
        let [(_, client)] = one(change);
        record_each!(record, [(label, client)], |client| client.get_object().bucket("a-bucket").key("k"));
    }
    record
}

pub(crate) async fn expired() -> Record {
    let mut record = Record::default();
    for seconds in [0, 1, 604_800, 604_801] {
        let presigning = PresigningConfig::expires_in(Duration::from_secs(seconds));
        record.debug("seconds", (seconds, presigning.map(|_| ()).map_err(|error| error.to_string())));
    }
    record
}
