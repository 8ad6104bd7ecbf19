//! Objects in memory.

use aws_sdk_s3::Client;
use aws_sdk_s3::primitives::{ByteStream, DateTime};
use aws_sdk_s3::types::{ObjectCannedAcl, ServerSideEncryption, StorageClass};
use mock_server::{Response, Server};

use crate::record::{Record, WithSources};
use crate::setup::{client, config, plain_http, response, stored, unmasked};
use crate::wire::requests;

pub(crate) async fn put() -> Record {
    let server = Server::start([stored()]);
    let mut record = Record::of(&server);
    let call = client(&server)
        .put_object()
        .bucket("a-bucket")
        .key("a b/ü+&=%/../x//y")
        .body(b"content".to_vec().into());
    let call = call
        .content_type("text/plain")
        .cache_control("no-cache")
        .metadata("name", "a value")
        .metadata("other", "x");
    let call = call.acl(ObjectCannedAcl::BucketOwnerFullControl).storage_class(StorageClass::StandardIa);
    let call =
        call.server_side_encryption(ServerSideEncryption::AwsKms).ssekms_key_id("key").tagging("a=b&c=d%20e");
    let call = call.expires(DateTime::from_secs(1)).if_none_match("*").expected_bucket_owner("123456789012");
    record.outcome("outcome", &call.send().await);
    requests(&mut record, &server);
    record
}

/// The service requires the digest of a key.
pub(crate) async fn customer_key() -> Record {
    let server = Server::start([stored()]);
    let mut record = Record::of(&server);
    let call = client(&server).put_object().bucket("a-bucket").key("k").sse_customer_algorithm("AES256");
    record.outcome("outcome", &call.sse_customer_key("a2V5").send().await);
    let digest = server.request().headers().get("x-amz-server-side-encryption-customer-key-md5").cloned();
    record.debug("digest", digest);
    record
}

pub(crate) async fn put_nothing() -> Record {
    let server = Server::start([stored()]);
    let mut record = Record::of(&server);
    record.outcome("outcome", &client(&server).put_object().bucket("a-bucket").key("k").send().await);
    requests(&mut record, &server);
    record
}

/// The headers of an object.
const HEADERS: [(&str, &str); 9] = [
    ("content-type", "text/plain"),
    ("etag", "\"9a0364b9e99bb480dd25e1f0284c8555\""),
    ("last-modified", "Thu, 26 Nov 2026 12:00:00 GMT"),
    ("accept-ranges", "bytes"),
    ("x-amz-meta-name", "a value"),
    ("x-amz-meta-Other", "ü"),
    ("x-amz-storage-class", "NEWER"),
    ("x-amz-server-side-encryption", "AES256"),
    ("x-amz-version-id", "null"),
];

/// Gets an object from this response.
async fn got(response: Response, range: Option<&str>, part: Option<i32>) -> Record {
    let server = Server::start([response]);
    let mut record = Record::of(&server);
    let call = client(&server).get_object().bucket("a-bucket").key("k").set_part_number(part);
    let outcome = call.set_range(range.map(str::to_owned)).response_content_type("a/b").send().await;
    match outcome {
        Ok(mut object) => {
            let body = std::mem::take(&mut object.body);
            record.debug("metadata", object.metadata.take().map(|metadata| metadata.len()));
            record.debug("output", &object);
            match body.collect().await {
                Ok(body) => record.debug("body", String::from_utf8_lossy(&body.into_bytes())),
                Err(error) => record.display("body", WithSources(&error)),
            }
        }
        outcome => record.outcome("outcome", &outcome),
    }
    requests(&mut record, &server);
    record
}

pub(crate) async fn get() -> Record {
    got(response(200, &HEADERS, "content"), None, None).await
}

pub(crate) async fn get_range() -> Record {
    let headers = [&HEADERS[..], &[("content-range", "bytes 1-3/7")]].concat();
    got(response(206, &headers, "ont"), Some("bytes=1-3"), None).await
}

/// The checksum of checksums is that of no body.
pub(crate) async fn get_part() -> Record {
    let headers = [("x-amz-checksum-crc32", "AAAAAA==-3"), ("x-amz-mp-parts-count", "3")];
    got(response(206, &headers, "content"), None, Some(2)).await
}

pub(crate) async fn head() -> Record {
    let mut text = "HTTP/1.1 200 OK\r\ncontent-length: 12345\r\nconnection: close\r\n".to_owned();
    for (name, value) in HEADERS {
        text.extend([name, ": ", value, "\r\n"]);
    }
    let server = Server::start([Response::raw(text + "\r\n").then_disconnect()]);
    let mut record = Record::of(&server);
    let outcome = client(&server).head_object().bucket("a-bucket").key("k").version_id("a/b+c").send().await;
    let outcome = outcome.map(|mut object| {
        record.debug("metadata", object.metadata.take().map(|metadata| metadata.len()));
        object
    });
    record.outcome("outcome", &outcome);
    requests(&mut record, &server);
    record
}

/// Some services write no date.
pub(crate) async fn expires() -> Record {
    got(response(200, &[("expires", "never")], "content"), None, None).await
}

/// The query has the name of the operation where the model has it.
pub(crate) async fn operation_in_query() -> Record {
    let server = Server::start([response(200, &[], "content")]);
    let mut record = Record::of(&server);
    let client = Client::from_conf(unmasked().endpoint_url(server.url()).http_client(plain_http()).build());
    record.debug("succeeded", client.get_object().bucket("a-bucket").key("k").send().await.is_ok());
    record.display("request", server.request().uri());
    record
}

pub(crate) async fn without_credentials() -> Record {
    let server = Server::start([stored(), response(200, &[], "content")]);
    let mut record = Record::of(&server);
    let mut config = config(&server).endpoint_url("http://s3.test");
    config.set_credentials_provider(None);
    let client = Client::from_conf(config.build());
    let body = ByteStream::from_static(b"content");
    record.outcome("put", &client.put_object().bucket("a-bucket").key("k").body(body).send().await);
    let got = client.get_object().bucket("a-bucket").key("k").send().await;
    record.debug("get", got.is_ok());
    requests(&mut record, &server);
    record
}
