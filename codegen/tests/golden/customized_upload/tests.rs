//! Hashes of bodies in headers. The expected hashes were computed by another program.

mod once;

use aws_smithy_http_client::test_util::capture_request;
use aws_smithy_types::endpoint::Endpoint;
use golden_customized_upload::config::{BehaviorVersion, Credentials, Region};
use golden_customized_upload::operation::upload_archive::{UploadArchive, UploadArchiveInput};
use golden_customized_upload::primitives::ByteStream;
use golden_customized_upload::{Client, Config};
use once::once;

/// Hashes of the whole and of the tree for bodies of no, few and more than two MiB.
const EMPTY: [&str; 2] = [
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
];
const SHORT: [&str; 2] = [
    "b94d27b9934d3e08a52e52d7da7dabfac484efe37a5380ee9088f7ace2efcde9",
    "b94d27b9934d3e08a52e52d7da7dabfac484efe37a5380ee9088f7ace2efcde9",
];
const LONG: [&str; 2] = [
    "0044055b55bfc09c6930ac1b8058f74a520b410193a83b8619911304325377a6",
    "51cac7f570aa825080a610fe5772009f36bcee47ddc485802a22baaa8d854761",
];

fn long() -> Vec<u8> {
    (0..2 * 1024 * 1024 + 5).map(|index: u32| u8::try_from(index % 251).unwrap()).collect()
}

fn request(body: ByteStream) -> http::Request<ByteStream> {
    let endpoint = Endpoint::builder().url("https://glacier.example.com").build();
    let input = UploadArchiveInput::builder().body(body).build().unwrap();
    UploadArchive::http_request(input, &endpoint).unwrap()
}

fn hashes<B>(request: &http::Request<B>) -> [Option<&str>; 2] {
    ["x-amz-content-sha256", "x-amz-sha256-tree-hash"]
        .map(|name| request.headers().get(name).map(|value| value.to_str().unwrap()))
}

#[test]
fn body_in_memory_is_hashed_without_a_client() {
    for (body, expected) in [(Vec::new(), EMPTY), (b"hello world".to_vec(), SHORT), (long(), LONG)] {
        assert_eq!(hashes(&request(ByteStream::from(body))), expected.map(Some));
    }
    assert_eq!(hashes(&request(once(&long()))), [None, None]);
}

async fn sent(body: ByteStream, checksum: Option<&str>) -> http::Request<Vec<u8>> {
    let (http_client, sent) = capture_request(None);
    let config = Config::builder()
        .behavior_version(BehaviorVersion::latest())
        .region(Region::new("us-east-1"))
        .credentials_provider(Credentials::new("key", "secret", None, None, "test"))
        .http_client(http_client);
    let call = Client::from_conf(config.build()).upload_archive().body(body);
    let _ = call.set_checksum(checksum.map(str::to_owned)).send().await;
    let request = sent.expect_request().try_into_http1x().unwrap();
    request.map(|body| body.bytes().unwrap().to_vec())
}

#[tokio::test]
async fn client_hashes_streams() {
    for body in [ByteStream::from(long()), once(&long())] {
        let request = sent(body, None).await;
        assert_eq!(hashes(&request), LONG.map(Some));
        assert!(*request.body() == long());
        let signature = request.headers()["authorization"].to_str().unwrap();
        assert!(signature.contains("x-amz-content-sha256;x-amz-date"), "{signature}");
    }
}

#[tokio::test]
async fn checksum_of_the_caller_is_sent() {
    let request = sent(ByteStream::from_static(b"hello world"), Some("mine")).await;
    assert_eq!(hashes(&request), [Some(SHORT[0]), Some("mine")]);
}
