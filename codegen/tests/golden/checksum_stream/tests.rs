//! Checksums of requests whose bodies are streams, compared with computations of these tests.

mod checksums;
mod once;
mod server;

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use aws_credential_types::Credentials;
use aws_smithy_http_client::test_util::infallible_client_fn;
use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::client::auth::AuthSchemeId;
use aws_smithy_runtime_api::client::interceptors::Intercept;
use aws_smithy_runtime_api::client::interceptors::context::BeforeTransmitInterceptorContextMut;
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;
use aws_smithy_types::body::SdkBody;
use aws_smithy_types::config_bag::ConfigBag;
use aws_smithy_types::endpoint::Endpoint;
use aws_smithy_types::error::display::DisplayErrorContext;
use checksums::{ALGORITHMS, checksum};
use golden_checksum_stream::config::endpoint::{EndpointFuture, Params, ResolveEndpoint};
use golden_checksum_stream::config::retry::{RetryConfig, RetryPartition};
use golden_checksum_stream::config::{
    BehaviorVersion, Builder, Region, RequestChecksumCalculation, SharedHttpClient,
};
use golden_checksum_stream::operation::put_entry::{PutEntry, PutEntryInput};
use golden_checksum_stream::primitives::ByteStream;
use golden_checksum_stream::types::Algorithm;
use golden_checksum_stream::{Client, Config};
use hmac::{Hmac, KeyInit as _, Mac as _};
use http::header::CONTENT_LENGTH;
use once::once;
use server::serve;
use sha2::{Digest as _, Sha256};

/// Lengths with no chunk, one short chunk, one full chunk and several chunks of 64 KiB.
const LENGTHS: [usize; 4] = [0, 7, 65_536, 131_073];

fn content(length: usize) -> Vec<u8> {
    (0..length).map(|index| u8::try_from(index * 7 % 251).unwrap()).collect()
}

fn checksum_header(algorithm: &str) -> String {
    format!("x-amz-checksum-{}", algorithm.to_ascii_lowercase())
}

/// The check values of the catalogue of CRC algorithms, and of RFC 3174 and FIPS 180.
#[test]
fn checksums_of_these_tests_have_known_values() {
    let known = [("CRC32", "y/Q5Jg=="), ("CRC32C", "4waSgw=="), ("CRC64NVME", "rosUhgp5mIg=")];
    for (algorithm, value) in known {
        assert_eq!(checksum(algorithm, b"123456789"), value, "{algorithm}");
    }
    assert_eq!(checksum("SHA1", b"abc"), "qZk+NkcGgWq6PiVxeFDCbJzQ2J0=");
    assert_eq!(checksum("SHA256", b"abc"), "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=");
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Kind {
    Memory,
    File,
    Once,
}

/// A file that is removed when the test is over.
struct File(std::path::PathBuf);

impl File {
    fn new(data: &[u8]) -> Self {
        static COUNT: AtomicUsize = AtomicUsize::new(0);
        let count = COUNT.fetch_add(1, Ordering::Relaxed);
        let name = format!("golden-checksum-stream-{}-{count}", std::process::id());
        let path = std::env::temp_dir().join(name);
        std::fs::write(&path, data).unwrap();
        Self(path)
    }
}

impl Drop for File {
    fn drop(&mut self) {
        std::fs::remove_file(&self.0).unwrap();
    }
}

type Log = Arc<Mutex<Vec<http::Request<SdkBody>>>>;

/// Retries without a pause, and with tokens of its own.
fn anonymous(url: &str) -> Builder {
    static COUNT: AtomicUsize = AtomicUsize::new(0);
    let partition = COUNT.fetch_add(1, Ordering::Relaxed).to_string();
    Config::builder()
        .behavior_version(BehaviorVersion::latest())
        .region(Region::new("eu-west-1"))
        .retry_config(RetryConfig::standard().with_initial_backoff(Duration::ZERO))
        .retry_partition(RetryPartition::new(partition))
        .endpoint_url(url)
}

fn config(url: &str) -> Builder {
    anonymous(url).credentials_provider(Credentials::new("key", "secret", None, None, "test"))
}

/// Returns a configuration whose client gets the statuses in turn, and the requests that it sends.
fn script(url: &str, statuses: &'static [u16]) -> (Builder, Log) {
    let (http, log) = scripted(statuses);
    (config(url).http_client(http), log)
}

fn scripted(statuses: &'static [u16]) -> (SharedHttpClient, Log) {
    let log = Log::default();
    let requests = Arc::clone(&log);
    let http = infallible_client_fn(move |request| {
        let mut requests = requests.lock().unwrap();
        let status = statuses[requests.len().min(statuses.len() - 1)];
        requests.push(request);
        http::Response::builder().status(status).body(SdkBody::empty()).unwrap()
    });
    (http, log)
}

/// A request with its body.
type Sent = http::Request<Vec<u8>>;

async fn sent(log: &Log) -> Vec<Sent> {
    let requests = std::mem::take(&mut *log.lock().unwrap());
    let mut sent = Vec::new();
    for request in requests {
        let (head, body) = request.into_parts();
        let body = ByteStream::new(body).collect().await.unwrap().to_vec();
        sent.push(http::Request::from_parts(head, body));
    }
    sent
}

fn text<'a>(request: &'a Sent, header: &str) -> Option<&'a str> {
    request.headers().get(header).map(|value| value.to_str().unwrap())
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn sha256(data: &[u8]) -> String {
    hex(&Sha256::digest(data))
}

fn hmac(key: &[u8], data: &str) -> Vec<u8> {
    let mut hmac = Hmac::<Sha256>::new_from_slice(key).unwrap();
    hmac.update(data.as_bytes());
    hmac.finalize().into_bytes().to_vec()
}

/// Signature version 4 of a request and of its chunks, each of which follows from the one before.
struct Signature<'a> {
    key: Vec<u8>,
    date: &'a str,
    scope: &'a str,
    previous: String,
}

impl<'a> Signature<'a> {
    /// Verifies the signature of the request.
    fn of(request: &'a Sent) -> Self {
        let (date, authorization) =
            (text(request, "x-amz-date").unwrap(), text(request, "authorization").unwrap());
        let part = |name: &str| {
            let value = authorization.split([' ', ',']).find_map(|part| part.strip_prefix(name));
            value.unwrap_or_else(|| panic!("{name} {authorization}"))
        };
        let scope = part("Credential=").strip_prefix("key/").unwrap();
        let steps = scope.split('/');
        let key = steps.fold(b"AWS4secret".to_vec(), |key, step| hmac(&key, step));
        let names = part("SignedHeaders=");
        let headers: String =
            names.split(';').map(|name| format!("{name}:{}\n", values(request, name))).collect();
        let payload = text(request, "x-amz-content-sha256").unwrap();
        let (method, path) = (request.method(), request.uri().path());
        let canonical = format!("{method}\n{path}\n\n{headers}\n{names}\n{payload}");
        let text = format!("AWS4-HMAC-SHA256\n{date}\n{scope}\n{}", sha256(canonical.as_bytes()));
        let signature = Self { previous: hex(&hmac(&key, &text)), key, date, scope };
        assert_eq!(signature.previous, part("Signature="), "{canonical}");
        signature
    }

    /// Verifies the signature of a chunk or of the trailer.
    fn verify(&mut self, kind: &str, hashes: &str, given: &str) {
        let Self { key, date, scope, previous } = &*self;
        let text = format!("AWS4-HMAC-SHA256-{kind}\n{date}\n{scope}\n{previous}\n{hashes}");
        self.previous = hex(&hmac(key, &text));
        assert_eq!(self.previous, given, "{text}");
    }
}

fn values(request: &Sent, name: &str) -> String {
    if name == "host" {
        return request.uri().authority().unwrap().to_string();
    }
    let values = request.headers().get_all(name).iter().map(|value| value.to_str().unwrap());
    values.collect::<Vec<_>>().join(",")
}

/// Splits at the first CRLF.
fn line<'a>(rest: &mut &'a [u8]) -> &'a str {
    let end = rest.windows(2).position(|window| window == b"\r\n").unwrap();
    let line = std::str::from_utf8(&rest[..end]).unwrap();
    *rest = &rest[end + 2..];
    line
}

/// Decodes a body in `aws-chunked`, and verifies the signatures if there are to be some. Returns content and trailer.
fn decode<'a>(body: &'a [u8], mut signature: Option<Signature<'_>>) -> (Vec<u8>, &'a str) {
    let (mut rest, mut content) = (body, Vec::new());
    loop {
        let head = line(&mut rest);
        let (length, given) = match head.split_once(";chunk-signature=") {
            Some((length, given)) => (length, Some(given)),
            None => (head, None),
        };
        let length = usize::from_str_radix(length, 16).unwrap();
        assert_eq!(given.is_some(), signature.is_some());
        let chunk = &rest[..length];
        if let (Some(signature), Some(given)) = (&mut signature, given) {
            let hashes = format!("{}\n{}", sha256(b""), sha256(chunk));
            signature.verify("PAYLOAD", &hashes, given);
        }
        content.extend_from_slice(chunk);
        if length == 0 {
            break;
        }
        rest = &rest[length..];
        assert_eq!(line(&mut rest), "", "the end of a chunk");
    }
    let trailer = line(&mut rest);
    if let Some(signature) = &mut signature {
        let given = line(&mut rest).strip_prefix("x-amz-trailer-signature:").unwrap();
        signature.verify("TRAILER", &sha256(format!("{trailer}\n").as_bytes()), given);
    }
    assert_eq!(line(&mut rest), "");
    assert_eq!(rest, b"", "the body ends after the trailer");
    (content, trailer)
}

/// Verifies a request with the checksum of `data`.
fn verify(request: &Sent, data: &[u8], algorithm: &str, kind: Kind) {
    let (header, expected) = (checksum_header(algorithm), checksum(algorithm, data));
    assert_eq!(text(request, "x-amz-sdk-checksum-algorithm"), Some(algorithm));
    if kind == Kind::Memory {
        assert_eq!(text(request, &header), Some(expected.as_str()));
        assert_eq!(text(request, "x-amz-trailer"), None);
        assert_eq!(text(request, "content-encoding"), None);
        assert_eq!(request.body(), data);
        return;
    }
    assert_eq!(text(request, &header), None);
    assert_eq!(text(request, "x-amz-trailer"), Some(header.as_str()));
    assert_eq!(text(request, "content-encoding"), Some("aws-chunked"));
    assert_eq!(text(request, "x-amz-decoded-content-length"), Some(data.len().to_string().as_str()));
    assert_eq!(text(request, "content-length"), Some(request.body().len().to_string().as_str()));
    let is_secure = request.uri().scheme_str() == Some("https");
    let payload = if is_secure {
        "STREAMING-UNSIGNED-PAYLOAD-TRAILER"
    } else {
        "STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER"
    };
    assert_eq!(text(request, "x-amz-content-sha256"), Some(payload));
    let signature = Signature::of(request);
    let (content, trailer) = decode(request.body(), (!is_secure).then_some(signature));
    assert!(content == data, "the content is not that of the input");
    assert_eq!(trailer, format!("{header}:{expected}"));
}

/// Sends one entry, again after each failure if that is possible, and returns the requests.
async fn put(
    url: &str,
    statuses: &'static [u16],
    data: &[u8],
    algorithm: &str,
    kind: Kind,
) -> (Vec<Sent>, bool) {
    let (config, log) = script(url, statuses);
    let file = File::new(data);
    let (stream, length) = match kind {
        Kind::Memory => (ByteStream::from(data.to_vec()), None),
        Kind::File => (ByteStream::from_path(&file.0).await.unwrap(), None),
        Kind::Once => (once(data), Some(i64::try_from(data.len()).unwrap())),
    };
    let client = Client::from_conf(config.build());
    let call = client.put_entry().content(stream).algorithm(Algorithm::from(algorithm)).set_length(length);
    let is_ok = call.send().await.is_ok();
    (sent(&log).await, is_ok)
}

const TLS: &str = "https://vault.example.com";
const PLAIN: &str = "http://vault.example.com:8080";

#[tokio::test]
async fn each_algorithm_is_computed_of_each_body_with_and_without_tls_in_each_attempt() {
    for algorithm in ALGORITHMS {
        for kind in [Kind::Memory, Kind::File, Kind::Once] {
            for (url, length) in [TLS, PLAIN].into_iter().flat_map(|url| LENGTHS.map(|length| (url, length)))
            {
                let data = content(length);
                let (requests, is_ok) = put(url, &[200], &data, algorithm, kind).await;
                assert!(is_ok && requests.len() == 1, "{algorithm} {kind:?} {url} {length}");
                verify(&requests[0], &data, algorithm, kind);
                let (requests, is_ok) = put(url, &[503, 500, 200], &data, algorithm, kind).await;
                let is_replayed = kind != Kind::Once;
                assert_eq!((requests.len(), is_ok), if is_replayed { (3, true) } else { (1, false) });
                requests.iter().for_each(|request| verify(request, &data, algorithm, kind));
            }
        }
    }
}

#[tokio::test]
async fn default_is_crc32_and_is_named_if_a_header_names_it() {
    let (config, log) = script(TLS, &[200]);
    let client = Client::from_conf(config.build());
    client.put_entry().content(ByteStream::from_static(b"content")).send().await.unwrap();
    client.put_entry().content(once(b"content")).length(7).send().await.unwrap();
    client.put_copy().content(ByteStream::from_static(b"content")).send().await.unwrap();
    let requests = sent(&log).await;
    verify(&requests[0], b"content", "CRC32", Kind::Memory);
    verify(&requests[1], b"content", "CRC32", Kind::Once);
    assert_eq!(text(&requests[2], "x-amz-checksum-crc32"), Some(checksum("CRC32", b"content").as_str()));
    assert_eq!(text(&requests[2], "x-amz-sdk-checksum-algorithm"), None);
}

#[tokio::test]
async fn checksum_of_the_caller_is_the_only_one() {
    for kind in [Kind::Memory, Kind::Once] {
        let (config, log) = script(TLS, &[200]);
        let client = Client::from_conf(config.build());
        let body = || if kind == Kind::Once { once(b"content") } else { ByteStream::from_static(b"content") };
        client.put_entry().content(body()).length(7).sha256("given").send().await.unwrap();
        // An algorithm that only the service knows.
        let call = client.put_entry().content(body()).length(7).sha512("given");
        call.algorithm(Algorithm::from("SHA512")).send().await.unwrap();
        for (request, header) in
            sent(&log).await.iter().zip(["x-amz-checksum-sha256", "x-amz-checksum-sha512"])
        {
            let names = request.headers().keys().filter(|name| name.as_str().starts_with("x-amz-checksum-"));
            assert_eq!(names.collect::<Vec<_>>(), [header]);
            assert_eq!(text(request, header), Some("given"));
            assert_eq!(text(request, "x-amz-trailer"), None);
            assert_eq!(request.body(), b"content");
        }
    }
}

#[tokio::test]
async fn algorithm_that_cannot_be_computed_is_an_error_before_anything_is_sent() {
    for name in ["SHA512", "MD5", "nonsense"] {
        let (config, log) = script(TLS, &[200]);
        let client = Client::from_conf(config.build());
        let call = client.put_entry().content(ByteStream::from_static(b"content"));
        let error = call.algorithm(Algorithm::from(name)).send().await.unwrap_err();
        assert!(DisplayErrorContext(&error).to_string().contains(name), "{error:?}");
        assert!(log.lock().unwrap().is_empty());
    }
}

#[tokio::test]
async fn checksum_that_nobody_requires_is_left_out_by_setting() {
    let (config, log) = script(TLS, &[200]);
    let config = config.request_checksum_calculation(RequestChecksumCalculation::WhenRequired);
    let client = Client::from_conf(config.build());
    client.put_entry().content(once(b"content")).length(7).send().await.unwrap();
    client.put_entry().content(once(b"content")).length(7).algorithm(Algorithm::Sha1).send().await.unwrap();
    let file = File::new(b"content");
    let stream = ByteStream::from_path(&file.0).await.unwrap();
    client.put_copy().content(stream).send().await.unwrap();
    let requests = sent(&log).await;
    assert_eq!(text(&requests[0], "x-amz-trailer"), None);
    assert_eq!(text(&requests[0], "x-amz-sdk-checksum-algorithm"), None);
    assert_eq!(requests[0].body(), b"content");
    verify(&requests[1], b"content", "SHA1", Kind::Once);
    assert_eq!(text(&requests[2], "x-amz-trailer"), Some("x-amz-checksum-crc32"));
}

/// Resolves an endpoint without TLS and one with TLS in turn.
#[derive(Debug)]
struct Turns(AtomicUsize);

impl ResolveEndpoint for Turns {
    fn resolve_endpoint<'a>(&'a self, _params: &'a Params) -> EndpointFuture<'a> {
        let url = [PLAIN, TLS][self.0.fetch_add(1, Ordering::Relaxed) % 2];
        EndpointFuture::ready(Ok(Endpoint::builder().url(url).build()))
    }
}

#[tokio::test]
async fn attempt_is_signed_for_its_own_endpoint() {
    let (log, count) = (Log::default(), AtomicUsize::new(0));
    let requests = Arc::clone(&log);
    let http = infallible_client_fn(move |request| {
        let index = count.fetch_add(1, Ordering::Relaxed);
        // The first request is dropped, as it is after an error of the connection.
        requests.lock().unwrap().extend((index > 0).then_some(request));
        http::Response::builder().status([503, 503, 200][index]).body(SdkBody::empty()).unwrap()
    });
    let config = config(PLAIN).http_client(http).endpoint_resolver(Turns(AtomicUsize::new(0)));
    let file = File::new(b"content");
    let stream = ByteStream::from_path(&file.0).await.unwrap();
    Client::from_conf(config.build()).put_entry().content(stream).send().await.unwrap();
    let requests = sent(&log).await;
    let schemes: Vec<_> = requests.iter().map(|request| request.uri().scheme_str().unwrap()).collect();
    assert_eq!(schemes, ["https", "http"]);
    for request in &requests {
        verify(request, b"content", "CRC32", Kind::File);
    }
}

/// Signature version 4a has no chunks.
#[tokio::test]
async fn other_signatures_need_tls() {
    let send = async |url: &str| {
        let (config, log) = script(url, &[200]);
        let config = config.auth_scheme_preference([AuthSchemeId::from("sigv4a")]).build();
        let result = Client::from_conf(config).put_entry().content(once(b"content")).length(7).send().await;
        (result, sent(&log).await)
    };
    let (result, requests) = send(TLS).await;
    result.unwrap();
    let payload = text(&requests[0], "x-amz-content-sha256");
    assert_eq!(payload, Some("STREAMING-UNSIGNED-PAYLOAD-TRAILER"));
    assert!(text(&requests[0], "authorization").unwrap().starts_with("AWS4-ECDSA-P256-SHA256 "));
    assert_eq!(decode(requests[0].body(), None).0, b"content");
    let (result, requests) = send(PLAIN).await;
    let message = DisplayErrorContext(result.unwrap_err()).to_string();
    assert!(message.contains("use an `https` endpoint"), "{message}");
    assert!(requests.is_empty());
}

/// `aws-config` reads it from the profile and the environment.
#[test]
fn setting_is_that_of_other_clients() {
    let shared = aws_types::SdkConfig::builder()
        .request_checksum_calculation(RequestChecksumCalculation::WhenRequired)
        .build();
    let config = Config::from(&shared);
    assert_eq!(config.request_checksum_calculation(), Some(&RequestChecksumCalculation::WhenRequired));
}

/// Replaces the body, as encryption by the client does.
#[derive(Debug)]
struct Replacing(&'static [u8]);

impl Intercept for Replacing {
    fn name(&self) -> &'static str {
        "Replacing"
    }

    fn modify_before_signing(
        &self,
        context: &mut BeforeTransmitInterceptorContextMut<'_>,
        _components: &RuntimeComponents,
        _config: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        *context.request_mut().body_mut() = SdkBody::from(self.0);
        Ok(())
    }
}

#[tokio::test]
async fn checksum_is_of_the_body_after_interceptors_of_the_client() {
    let (config, log) = script(TLS, &[503, 200]);
    let client = Client::from_conf(config.interceptor(Replacing(b"CONTENT")).build());
    client.put_entry().content(ByteStream::from_static(b"content")).send().await.unwrap();
    let requests = sent(&log).await;
    assert_eq!(requests.len(), 2);
    for request in &requests {
        assert_eq!(request.body(), b"CONTENT");
        assert_eq!(text(request, "x-amz-checksum-crc32"), Some(checksum("CRC32", b"CONTENT").as_str()));
    }
}

#[tokio::test]
async fn stream_of_unknown_length_is_an_error_with_advice() {
    let (config, log) = script(TLS, &[200]);
    let client = Client::from_conf(config.build());
    let error = client.put_entry().content(once(b"content")).send().await.unwrap_err();
    let message = DisplayErrorContext(&error).to_string();
    assert!(message.contains("set the content length"), "{message}");
    assert!(log.lock().unwrap().is_empty());
}

#[tokio::test]
async fn stream_with_another_length_than_the_input_is_an_error() {
    for url in [TLS, PLAIN] {
        for length in [6, 8] {
            let (config, log) = script(url, &[200]);
            let client = Client::from_conf(config.build());
            client.put_entry().content(once(b"content")).length(length).send().await.unwrap();
            let request = log.lock().unwrap().remove(0);
            ByteStream::new(request.into_body()).collect().await.unwrap_err();
        }
    }
}

#[tokio::test]
async fn file_that_changes_between_attempts_does_not_get_a_new_checksum() {
    let file = File::new(b"content");
    let path = file.0.clone();
    let (url, server) = serve(&[UNAVAILABLE, OK], move |index| {
        if index == 0 {
            std::fs::write(&path, "CONTENT").unwrap();
        }
    });
    let client = Client::from_conf(config(&url).build());
    let stream = ByteStream::from_path(&file.0).await.unwrap();
    client.put_entry().content(stream).send().await.unwrap();
    let requests = server.join().unwrap();
    let checksum = checksum("CRC32", b"content");
    assert!(requests[0].contains("content") && requests[0].contains(&checksum), "{}", requests[0]);
    assert!(requests[1].contains("CONTENT") && requests[1].contains(&checksum), "{}", requests[1]);
}

#[tokio::test]
async fn other_encodings_come_before_that_of_chunks() {
    let (config, log) = script(PLAIN, &[200]);
    let client = Client::from_conf(config.build());
    client.put_entry().content(once(b"content")).length(7).encoding("gzip").send().await.unwrap();
    let requests = sent(&log).await;
    assert_eq!(values(&requests[0], "content-encoding"), "gzip,aws-chunked");
    let (content, _) = decode(requests[0].body(), Some(Signature::of(&requests[0])));
    assert_eq!(content, b"content");
}

#[tokio::test]
async fn request_that_nobody_signs_has_no_signed_chunks() {
    for url in [TLS, PLAIN] {
        let (http, log) = scripted(&[200]);
        let client = Client::from_conf(anonymous(url).http_client(http).allow_no_auth().build());
        client.put_entry().content(once(b"content")).length(7).send().await.unwrap();
        let requests = sent(&log).await;
        assert_eq!(text(&requests[0], "authorization"), None);
        assert_eq!(text(&requests[0], "x-amz-content-sha256"), Some("STREAMING-UNSIGNED-PAYLOAD-TRAILER"));
        assert_eq!(text(&requests[0], "content-length"), Some(requests[0].body().len().to_string().as_str()));
        let (content, trailer) = decode(requests[0].body(), None);
        assert_eq!(content, b"content");
        assert_eq!(trailer, format!("x-amz-checksum-crc32:{}", checksum("CRC32", b"content")));
    }
}

#[test]
fn request_without_io_has_a_header_or_an_unsigned_trailer() {
    let endpoint = Endpoint::builder().url(TLS).build();
    let input = || PutEntryInput::builder().algorithm(Algorithm::Crc64Nvme);
    let expected = checksum("CRC64NVME", b"content");
    let memory = input().content(ByteStream::from_static(b"content")).build().unwrap();
    let request = PutEntry::http_request(memory, &endpoint).unwrap();
    assert_eq!(request.headers()["x-amz-checksum-crc64nvme"], expected);
    assert_eq!(request.body().bytes(), Some(&b"content"[..]));

    let stream = input().content(once(b"content")).length(7).build().unwrap();
    let request = PutEntry::http_request(stream, &endpoint).unwrap();
    assert_eq!(request.headers()["x-amz-trailer"], "x-amz-checksum-crc64nvme");
    assert_eq!(request.headers()["x-amz-decoded-content-length"], "7");
    assert_eq!(request.headers()["content-encoding"], "aws-chunked");
    let (head, body) = request.into_parts();
    let body = block_on(body.collect()).unwrap().to_vec();
    assert_eq!(head.headers[CONTENT_LENGTH], body.len().to_string());
    let (content, trailer) = decode(&body, None);
    assert_eq!(
        (content.as_slice(), trailer),
        (&b"content"[..], &*format!("x-amz-checksum-crc64nvme:{expected}"))
    );

    let unknown = input().content(once(b"content")).build().unwrap();
    PutEntry::http_request(unknown, &endpoint).unwrap_err();
    let given = PutEntryInput::builder().content(once(b"content")).sha256("given").build().unwrap();
    let request = PutEntry::http_request(given, &endpoint).unwrap();
    assert!(!request.headers().contains_key("x-amz-trailer"));
}

fn block_on<T>(future: impl Future<Output = T>) -> T {
    tokio::runtime::Builder::new_current_thread().build().unwrap().block_on(future)
}

const OK: &[&str] = &["HTTP/1.1 200 OK\r\ncontent-length: 0\r\nconnection: close\r\n\r\n"];
const UNAVAILABLE: &[&str] = &["HTTP/1.1 503 Slow\r\ncontent-length: 0\r\nconnection: close\r\n\r\n"];
