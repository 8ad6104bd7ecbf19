//! Checksums of responses, compared with computations of these tests.

mod checksums;
mod once;
mod server;

use std::sync::{Arc, Mutex};

use aws_credential_types::Credentials;
use aws_smithy_http_client::test_util::infallible_client_fn;
use aws_smithy_runtime_api::client::result::SdkError;
use aws_smithy_types::body::SdkBody;
use aws_smithy_types::endpoint::Endpoint;
use aws_smithy_types::error::display::DisplayErrorContext;
use bytes::Bytes;
use checksums::{ALGORITHMS, checksum};
use golden_checksum_response::config::{BehaviorVersion, Builder, Region, ResponseChecksumValidation};
use golden_checksum_response::operation::get_entry::{GetEntry, GetEntryInput};
use golden_checksum_response::operation::get_info::{GetInfo, GetInfoInput};
use golden_checksum_response::primitives::ByteStream;
use golden_checksum_response::types::Mode;
use golden_checksum_response::{Client, Config};
use once::once;
use server::serve;

const TLS: &str = "https://vault.example.com";

type Log = Arc<Mutex<Vec<http::Request<SdkBody>>>>;

fn config(url: &str) -> Builder {
    Config::builder()
        .behavior_version(BehaviorVersion::latest())
        .region(Region::new("eu-west-1"))
        .credentials_provider(Credentials::new("key", "secret", None, None, "test"))
        .endpoint_url(url)
}

fn block_on<T>(future: impl Future<Output = T>) -> T {
    tokio::runtime::Builder::new_current_thread().build().unwrap().block_on(future)
}

/// Returns a client that gets one response.
fn answering(headers: &[(&'static str, String)], body: &'static [u8]) -> (Builder, Log) {
    let log = Log::default();
    let (requests, headers) = (Arc::clone(&log), headers.to_vec());
    let http = infallible_client_fn(move |request| {
        requests.lock().unwrap().push(request);
        let mut response = http::Response::builder().status(200);
        for (name, value) in &headers {
            response = response.header(*name, value);
        }
        response.body(once(body).into_inner()).unwrap()
    });
    (config(TLS).http_client(http), log)
}

fn header_of(algorithm: &str) -> &'static str {
    match algorithm {
        "CRC32" => "x-amz-checksum-crc32",
        "CRC32C" => "x-amz-checksum-crc32c",
        "CRC64NVME" => "x-amz-checksum-crc64nvme",
        "SHA1" => "x-amz-checksum-sha1",
        "SHA256" => "x-amz-checksum-sha256",
        other => panic!("{other}"),
    }
}

/// Reads an entry from a response.
async fn get(headers: &[(&'static str, String)], body: &'static [u8]) -> Result<Vec<u8>, String> {
    let (config, _) = answering(headers, body);
    let output = Client::from_conf(config.build()).get_entry().send().await;
    let output = output.map_err(|error| DisplayErrorContext(error).to_string())?;
    let read = output.content.collect().await;
    read.map(|data| data.to_vec()).map_err(|error| DisplayErrorContext(error).to_string())
}

#[tokio::test]
async fn response_is_compared_with_its_checksum() {
    for algorithm in ALGORITHMS {
        let header = (header_of(algorithm), checksum(algorithm, b"content"));
        assert_eq!(get(&[header.clone()], b"content").await.unwrap(), b"content", "{algorithm}");
        for wrong in [&b"Content"[..], b"conten", b"contents", b""] {
            let error = get(&[header.clone()], wrong).await.unwrap_err();
            assert!(error.contains("checksum mismatch"), "{error}");
        }
    }
    assert_eq!(get(&[], b"content").await.unwrap(), b"content");
}

#[tokio::test]
async fn fastest_checksum_of_several_is_compared() {
    let wrong = (header_of("SHA1"), checksum("SHA1", b"other"));
    let right = (header_of("CRC64NVME"), checksum("CRC64NVME", b"content"));
    assert!(get(&[wrong.clone(), right], b"content").await.is_ok());
    let right = (header_of("SHA256"), checksum("SHA256", b"content"));
    assert!(get(&[wrong, right], b"content").await.is_err());
}

#[tokio::test]
async fn checksum_of_parts_is_not_compared() {
    let parts = (header_of("CRC32"), "AAAAAA==-2".to_owned());
    assert!(get(&[parts], b"content").await.is_ok());
    let kind = ("x-amz-checksum-type", "COMPOSITE".to_owned());
    assert!(get(&[(header_of("CRC32"), "AAAAAA==".to_owned()), kind], b"content").await.is_ok());
    let kind = ("x-amz-checksum-type", "COMPOSITE".to_owned());
    let part = ("x-amz-mp-parts-count", "2".to_owned());
    assert!(get(&[(header_of("CRC32"), "AAAAAA==".to_owned()), kind, part], b"content").await.is_err());
    let kind = ("x-amz-checksum-type", "FULL_OBJECT".to_owned());
    assert!(get(&[(header_of("CRC32"), "AAAAAA==".to_owned()), kind], b"content").await.is_err());
}

#[tokio::test]
async fn header_that_is_not_a_checksum_is_an_error() {
    for value in ["?", "AAAAAA==-", "AA==", ""] {
        assert!(get(&[(header_of("CRC32"), value.to_owned())], b"content").await.is_err(), "{value}");
    }
}

#[tokio::test]
async fn checksum_is_asked_for_by_default_or_by_the_input() {
    let wrong = (header_of("CRC32"), checksum("CRC32", b"other"));
    let (config, log) = answering(&[wrong], b"content");
    Client::from_conf(config.clone().build()).get_entry().send().await.unwrap();
    let thrifty = config.response_checksum_validation(ResponseChecksumValidation::WhenRequired);
    let client = Client::from_conf(thrifty.build());
    let output = client.get_entry().send().await.unwrap();
    assert_eq!(output.content.collect().await.unwrap().to_vec(), b"content");
    let output = client.get_entry().mode(Mode::Enabled).send().await.unwrap();
    output.content.collect().await.unwrap_err();
    let requests = log.lock().unwrap();
    let modes: Vec<_> =
        requests.iter().map(|request| request.headers().contains_key("x-amz-checksum-mode")).collect();
    assert_eq!(modes, [true, false, true]);
    assert_eq!(requests[0].headers()["x-amz-checksum-mode"], "ENABLED");
}

/// `aws-config` reads it from the profile and the environment.
#[test]
fn setting_is_that_of_other_clients() {
    let shared = aws_types::SdkConfig::builder()
        .response_checksum_validation(ResponseChecksumValidation::WhenRequired)
        .build();
    let config = Config::from(&shared);
    assert_eq!(config.response_checksum_validation(), Some(&ResponseChecksumValidation::WhenRequired));
}

#[tokio::test]
async fn output_that_is_read_at_once_is_compared_too() {
    let name = br#"{"name":"a"}"#;
    let (config, _) = answering(&[(header_of("CRC32"), checksum("CRC32", name))], name);
    let output = Client::from_conf(config.build()).get_info().send().await.unwrap();
    assert_eq!(output.name(), Some("a"));
    let (config, _) = answering(&[(header_of("CRC32"), checksum("CRC32", b"other"))], name);
    let config = config.build();
    let error = Client::from_conf(config).get_info().send().await.unwrap_err();
    assert!(matches!(error, SdkError::ResponseError(_)), "{error:?}");
    assert!(DisplayErrorContext(&error).to_string().contains("checksum mismatch"));
}

#[tokio::test]
async fn error_of_the_service_is_not_compared() {
    let http = infallible_client_fn(|_| {
        let response = http::Response::builder().status(404).header(header_of("CRC32"), "AAAAAA==");
        response.body(SdkBody::from("{}")).unwrap()
    });
    let client = Client::from_conf(config(TLS).http_client(http).build());
    let error = client.get_entry().send().await.unwrap_err();
    assert!(matches!(error, SdkError::ServiceError(_)), "{error:?}");
}

/// `y/Q5Jg==` is the CRC-32 of `123456789`.
#[tokio::test]
async fn reader_that_counts_bytes_never_has_all_of_a_wrong_body() {
    const WRONG: &[&str] =
        &["HTTP/1.1 200 OK\r\ncontent-length: 9\r\nx-amz-checksum-crc32: y/Q5Jg==\r\n\r\n12345", "6780"];
    let (url, server) = serve(&[WRONG], |_| ());
    let output = Client::from_conf(config(&url).build()).get_entry().send().await.unwrap();
    let mut content = output.content;
    assert_eq!(content.size_hint(), (9, Some(9)));
    let mut length = 0;
    let error = loop {
        match content.next().await {
            Some(Ok(data)) => length += data.len(),
            Some(Err(error)) => break error,
            None => panic!("the body ends"),
        }
    };
    assert!(length < 9, "{error}");
    server.join().unwrap();
}

#[tokio::test]
async fn trailers_of_a_response_are_not_its_body() {
    const TRAILERS: &[&str] = &[
        "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\ntrailer: x-note\r\nx-amz-checksum-crc32: y/Q5Jg==\r\n\r\n",
        "9\r\n123456789\r\n0\r\nx-note: a\r\n\r\n",
    ];
    let (url, server) = serve(&[TRAILERS], |_| ());
    let output = Client::from_conf(config(&url).build()).get_entry().send().await.unwrap();
    assert_eq!(output.content.collect().await.unwrap().to_vec(), b"123456789");
    server.join().unwrap();
}

#[tokio::test]
async fn body_that_is_cut_is_an_error() {
    const CUT: &[&str] =
        &["HTTP/1.1 200 OK\r\ncontent-length: 9\r\nx-amz-checksum-crc32: y/Q5Jg==\r\n\r\n12345"];
    let (url, server) = serve(&[CUT], |_| ());
    let output = Client::from_conf(config(&url).build()).get_entry().send().await.unwrap();
    server.join().unwrap();
    output.content.collect().await.unwrap_err();
}

#[test]
fn response_without_io_is_compared() {
    let endpoint = Endpoint::builder().url(TLS).build();
    let request = GetEntry::http_request(&GetEntryInput::builder().build().unwrap(), &endpoint).unwrap();
    assert_eq!(request.headers()["x-amz-checksum-mode"], "ENABLED");
    let request = GetInfo::http_request(&GetInfoInput::builder().build().unwrap(), &endpoint).unwrap();
    assert_eq!(request.headers()["x-amz-checksum-mode"], "ENABLED");

    let response = |value: &str| http::Response::builder().header(header_of("CRC32"), value);
    let name = Bytes::from_static(br#"{"name":"a"}"#);
    let right = checksum("CRC32", &name);
    GetInfo::parse_response(&response(&right).body(name.clone()).unwrap()).unwrap();
    GetInfo::parse_response(&response("AAAAAA==").body(name.clone()).unwrap()).unwrap_err();

    let stream =
        |value: &str, body: ByteStream| GetEntry::parse_response(response(value).body(body).unwrap());
    let output = stream(&right, ByteStream::from(name.clone())).unwrap();
    assert_eq!(output.content.bytes(), Some(&name[..]));
    stream("AAAAAA==", ByteStream::from(name.clone())).unwrap_err();
    let output = stream(&right, once(&name)).unwrap();
    assert_eq!(block_on(output.content.collect()).unwrap().to_vec(), name);
    let output = stream("AAAAAA==", once(&name)).unwrap();
    block_on(output.content.collect()).unwrap_err();
}
