//! Streams as bodies of requests and responses.

mod once;
mod server;

use std::convert::Infallible;
use std::error::Error as _;
use std::io::{Read as _, Write as _};
use std::net::TcpListener;
use std::pin::Pin;
use std::sync::mpsc::{Sender, channel};
use std::task::{Context, Poll};
use std::thread;
use std::time::Duration;

use aws_credential_types::Credentials;
use aws_smithy_runtime_api::client::result::SdkError;
use aws_smithy_types::endpoint::Endpoint;
use aws_smithy_types::error::display::DisplayErrorContext;
use aws_smithy_types::error::metadata::ProvideErrorMetadata;
use bytes::Bytes;
use golden_streaming::config::retry::RetryConfig;
use golden_streaming::config::{BehaviorVersion, Region, StalledStreamProtectionConfig};
use golden_streaming::operation::get_entry::GetEntry;
#[cfg(feature = "serde")]
use golden_streaming::operation::get_entry::GetEntryOutput;
use golden_streaming::operation::put_entry::{PutEntry, PutEntryInput};
use golden_streaming::primitives::ByteStream;
use golden_streaming::{Client, Config};
use http_body::Frame;
use once::once;
use server::serve;

fn endpoint() -> Endpoint {
    Endpoint::builder().url("https://archive.example.com").build()
}

fn input(content: ByteStream) -> PutEntryInput {
    PutEntryInput::builder().name("a").content(content).build().unwrap()
}

#[test]
fn request_has_the_stream_as_its_body() {
    let request = PutEntry::http_request(input(ByteStream::from_static(b"content")), &endpoint()).unwrap();
    assert_eq!(request.uri(), "https://archive.example.com/entries/a");
    assert_eq!(request.headers()["content-length"], "7");
    assert_eq!(request.headers()["content-type"], "application/octet-stream");
    assert!(request.headers().contains_key("x-token"));
    assert_eq!(request.body().bytes(), Some(&b"content"[..]));
}

#[test]
fn request_without_a_stream_has_an_empty_body() {
    let input = PutEntryInput::builder().name("a").build().unwrap();
    let request = PutEntry::http_request(input, &endpoint()).unwrap();
    assert_eq!(request.headers()["content-length"], "0");
    assert_eq!(request.body().bytes(), Some(&b""[..]));
}

#[test]
fn stream_of_unknown_length_has_no_length_in_the_request() {
    let request = PutEntry::http_request(input(once(b"content")), &endpoint()).unwrap();
    assert!(!request.headers().contains_key("content-length"));
}

fn response(status: u16, body: ByteStream) -> http::Response<ByteStream> {
    let response = http::Response::builder().status(status).header("x-amzn-requestid", "id");
    response.header("last-modified", "Thu, 26 Nov 2026 13:00:00 GMT").body(body).unwrap()
}

#[test]
fn head_of_a_response_is_parsed_before_its_body() {
    let output = GetEntry::parse_response(response(200, once(b"content"))).unwrap();
    assert_eq!(output.modified().map(|modified| modified.secs()), Some(1_795_698_000));
    assert!(output.content().bytes().is_none());
}

#[test]
fn error_is_parsed_from_a_body_in_memory() {
    let body = ByteStream::from_static(br#"{"__type":"NoSuchEntry","message":"gone"}"#);
    let error = GetEntry::parse_response(response(404, body)).unwrap_err();
    assert!(error.is_no_such_entry());
    assert_eq!(error.message(), Some("gone"));
}

#[test]
fn error_whose_body_is_not_in_memory_is_not_read_as_an_empty_one() {
    let error = GetEntry::parse_response(response(404, once(b"{}"))).unwrap_err();
    assert_eq!((error.code(), error.message()), (None, None));
    assert!(DisplayErrorContext(&error).to_string().contains("not in memory"), "{error:?}");
}

#[cfg(feature = "serde")]
#[test]
fn stream_is_not_serialized() {
    let output = GetEntryOutput::builder().content(ByteStream::from_static(b"content")).build();
    let json = serde_json::to_string(&output).unwrap();
    assert_eq!(json, "{}");
    let read: GetEntryOutput = serde_json::from_str(&json).unwrap();
    assert_eq!(read.content().bytes(), Some(&b""[..]));
}

fn client(url: &str) -> Client {
    Client::from_conf(
        Config::builder()
            .behavior_version(BehaviorVersion::latest())
            .region(Region::new("eu-west-1"))
            .credentials_provider(Credentials::new("key", "secret", None, None, "test"))
            .endpoint_url(url)
            .build(),
    )
}

const CREATED: &[&str] =
    &["HTTP/1.1 200 OK\r\ncontent-length: 15\r\nconnection: close\r\n\r\n{\"version\":\"2\"}"];
const UNAVAILABLE: &[&str] = &["HTTP/1.1 503 Slow\r\ncontent-length: 0\r\nconnection: close\r\n\r\n"];

#[tokio::test]
async fn client_sends_a_stream_again_if_it_can() {
    let (url, server) = serve(&[UNAVAILABLE, CREATED], |_| ());
    let content = ByteStream::from_static(b"content");
    let output = client(&url).put_entry().name("a").content(content).send().await.unwrap();
    assert_eq!(output.version(), Some("2"));
    assert!(server.join().unwrap().iter().all(|request| request.ends_with("\r\n\r\ncontent")));
}

#[tokio::test]
async fn client_does_not_send_a_stream_again_that_is_consumed() {
    let (url, server) = serve(&[UNAVAILABLE], |_| ());
    let error = client(&url).put_entry().name("a").content(once(b"content")).send().await.unwrap_err();
    assert!(matches!(&error, SdkError::ServiceError(_)), "{error:?}");
    assert_eq!(server.join().unwrap().len(), 1);
}

#[tokio::test]
async fn client_returns_before_the_body_has_arrived() {
    const ENTRY: &[&str] = &["HTTP/1.1 200 OK\r\ncontent-length: 14\r\n\r\ncontent", "content"];
    let (url, server) = serve(&[ENTRY], |_| ());
    let output = client(&url).get_entry().name("a").send().await.unwrap();
    assert!(output.content().bytes().is_none());
    assert_eq!(output.content.collect().await.unwrap().to_vec(), b"contentcontent");
    server.join().unwrap();
}

/// Returns the head of a response, and the response cut at each point after it.
fn cuts(response: &'static str) -> impl Iterator<Item = &'static str> {
    let head = response.find("\r\n\r\n").unwrap() + 4;
    (head..response.len()).map(|end| &response[..end])
}

#[tokio::test]
async fn body_that_is_cut_anywhere_is_an_error() {
    const LENGTH: &str = "HTTP/1.1 200 OK\r\ncontent-length: 14\r\n\r\ncontentcontent";
    const CHUNKS: &str =
        "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n7\r\ncontent\r\n7\r\ncontent\r\n0\r\n\r\n";
    for cut in cuts(LENGTH).chain(cuts(CHUNKS)) {
        let parts: &[&str] = Vec::leak(vec![cut]);
        let (url, server) = serve(&[parts], |_| ());
        let output = client(&url).get_entry().name("a").send().await.unwrap();
        server.join().unwrap();
        let read = output.content.collect().await;
        assert!(read.is_err(), "{cut:?} was read as {:?}", read.unwrap().to_vec());
    }
}

#[tokio::test]
async fn body_ends_with_its_length() {
    const LONG: &[&str] =
        &["HTTP/1.1 200 OK\r\ncontent-length: 7\r\nconnection: close\r\n\r\ncontent and more"];
    let (url, server) = serve(&[LONG], |_| ());
    let output = client(&url).get_entry().name("a").send().await.unwrap();
    assert_eq!(output.content.collect().await.unwrap().to_vec(), b"content");
    server.join().unwrap();
}

/// Accepts a connection, answers its first bytes by a part of a response, and neither reads nor writes until the returned sender is dropped.
fn stall(part: &'static str) -> (String, Sender<()>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = format!("http://{}", listener.local_addr().unwrap());
    let (sender, receiver) = channel::<()>();
    thread::spawn(move || {
        let (mut connection, _) = listener.accept().unwrap();
        let _ = connection.read(&mut [0; 4096]).unwrap();
        connection.write_all(part.as_bytes()).unwrap();
        receiver.recv().unwrap_err();
    });
    (address, sender)
}

fn impatient(url: &str) -> Client {
    let protection =
        StalledStreamProtectionConfig::enabled().grace_period(Duration::from_millis(200)).build();
    let config = client(url).config().to_builder().stalled_stream_protection(protection);
    Client::from_conf(config.retry_config(RetryConfig::disabled()).build())
}

#[tokio::test]
async fn body_that_stalls_is_an_error() {
    let (url, _server) = stall("HTTP/1.1 200 OK\r\ncontent-length: 14\r\n\r\ncontent");
    let output = impatient(&url).get_entry().name("a").send().await.unwrap();
    let error = output.content.collect().await.unwrap_err();
    let source = error.source().map(ToString::to_string).unwrap_or_default();
    assert!(source.contains("minimum throughput"), "{error:?}");
}

/// A body without an end. A body in memory is one frame, which the protection does not see after it was handed over.
struct Endless;

impl http_body::Body for Endless {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(
        self: Pin<&mut Self>,
        _context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        Poll::Ready(Some(Ok(Frame::data(Bytes::from_static(&[0; 64 * 1024])))))
    }
}

#[tokio::test]
async fn request_that_stalls_is_an_error() {
    let (url, _server) = stall("");
    let content = ByteStream::from_body_1_x(Endless);
    let error = impatient(&url).put_entry().name("a").content(content).send().await.unwrap_err();
    assert!(format!("{error:?}").contains("ThroughputBelowMinimum"), "{error:?}");
}

#[tokio::test]
async fn client_reads_the_whole_body_of_an_error() {
    const GONE: &[&str] = &[
        "HTTP/1.1 404 Gone\r\ncontent-length: 41\r\nconnection: close\r\n\r\n",
        "{\"__type\":\"NoSuchEntry\",\"message\":\"gone\"}",
    ];
    let (url, server) = serve(&[GONE], |_| ());
    let error = client(&url).get_entry().name("a").send().await.unwrap_err();
    assert!(error.as_service_error().unwrap().is_no_such_entry(), "{error:?}");
    server.join().unwrap();
}

#[tokio::test]
async fn file_is_a_stream_with_a_length() {
    let folder = std::env::temp_dir().join(format!("golden-streaming-{}", std::process::id()));
    std::fs::write(&folder, "content").unwrap();
    let (url, server) = serve(&[UNAVAILABLE, CREATED], |_| ());
    let content = ByteStream::from_path(&folder).await.unwrap();
    client(&url).put_entry().name("a").content(content).send().await.unwrap();
    std::fs::remove_file(&folder).unwrap();
    for request in server.join().unwrap() {
        assert!(request.contains("content-length: 7\r\n"), "{request}");
        assert!(request.ends_with("\r\n\r\ncontent"), "{request}");
    }
}
