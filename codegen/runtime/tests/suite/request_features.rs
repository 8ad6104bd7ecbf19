//! Request features: tokens, host prefixes, compression and checksums.

use aws_smithy_types::error::display::DisplayErrorContext;
use bytes::Bytes;

use super::sample::{DeleteConnectionInput, decorated::Decorated};
use tinsmith_runtime::{
    config::IdempotencyTokenProvider,
    protocol::{add_checksum, add_content_md5, compress_request, host_label, prefix_host, with_token},
};

mod client;

#[test]
fn tokens_are_random_uuids() {
    let provider = IdempotencyTokenProvider::random();
    let tokens: Vec<String> = (0..64).map(|_| provider.make_idempotency_token()).collect();
    for token in &tokens {
        let lengths: Vec<usize> = token.split('-').map(str::len).collect();
        assert_eq!(lengths, [8, 4, 4, 4, 12], "{token}");
        assert_eq!(&token[14..15], "4", "{token}");
        assert!("89ab".contains(&token[19..20]), "{token}");
    }
    assert_ne!(tokens[0], tokens[1]);
}

#[test]
fn tokens_can_be_known() {
    assert_eq!(IdempotencyTokenProvider::from("t").make_idempotency_token(), "t");
    let seeded = || IdempotencyTokenProvider::with_seed(7);
    assert_eq!(seeded().make_idempotency_token(), seeded().make_idempotency_token());
}

#[test]
fn clones_of_a_provider_never_make_the_same_token() {
    let provider = IdempotencyTokenProvider::with_seed(7);
    assert_ne!(provider.clone().make_idempotency_token(), provider.make_idempotency_token());
}

#[test]
fn labels_are_what_a_host_may_hold() {
    for label in ["a", "a-b", "0A9", &"x".repeat(63)] {
        assert_eq!(host_label(Some(label), "name", "Get").unwrap(), label);
    }
    for label in ["", "-a", "a-", "a.b", "a/b", "a@b", "a:1", "ä", &"x".repeat(64)] {
        let error = host_label(Some(label), "name", "Get").unwrap_err().to_string();
        assert!(error.contains("name") && error.contains("Get"), "{label}: {error}");
    }
    assert!(host_label(None, "name", "Get").is_err());
}

/// An input for the host `stage` with a checksum by `algorithm`.
fn input(stage: &str, algorithm: Option<&str>) -> DeleteConnectionInput {
    let stage = ("stage".to_owned(), stage.to_owned());
    let algorithm = algorithm.map(|algorithm| ("algorithm".to_owned(), algorithm.to_owned()));
    DeleteConnectionInput {
        labels: Some([stage].into_iter().chain(algorithm).collect()),
        ..DeleteConnectionInput::default()
    }
}

#[test]
fn a_prefix_stands_before_host_and_port() {
    let mut request = http::Request::new(Bytes::new());
    *request.uri_mut() = http::Uri::from_static("http://localhost:5000/path?query");
    prefix_host::<Decorated>(&mut request, &input("eu", None)).unwrap();
    assert_eq!(request.uri(), "http://on-eu.localhost:5000/path?query");
}

#[test]
fn hosts_that_do_not_exist_with_a_prefix_are_refused() {
    let long = "x".repeat(64);
    for (endpoint, cause) in [
        ("http://127.0.0.1:5000/", "an IP address"),
        ("http://[::1]/", "an IP address"),
        ("http://127.0.0.1./", "an IP address"),
        ("http://127.1/", "an IP address"),
        ("http://0x7f000001/", "an IP address"),
        ("http://1.2.3.4.5/", "an IP address"),
        ("http://example..com/", "an empty part"),
        ("http://user:word@localhost/", "a user name"),
        (&*format!("http://{long}.example.com/"), "longer"),
        (&*format!("http://{}example.com/", "0123456789.".repeat(22)), "longer"),
    ] {
        let mut request = http::Request::new(Bytes::new());
        *request.uri_mut() = endpoint.parse().unwrap();
        let error = prefix_host::<Decorated>(&mut request, &input("eu", None)).unwrap_err();
        let error = DisplayErrorContext(error).to_string();
        assert!(error.contains(cause) && error.contains("`on-eu.`"), "{endpoint}: {error}");
        assert!(!error.contains("word"), "{error}");
        assert_eq!(request.uri(), endpoint);
    }
    for endpoint in ["http://127.0.0.1.nip.io/", "http://example.com./", "http://localhost/"] {
        let mut request = http::Request::new(Bytes::new());
        *request.uri_mut() = endpoint.parse().unwrap();
        prefix_host::<Decorated>(&mut request, &input("eu", None)).unwrap();
    }
}

#[test]
fn a_token_is_made_where_there_is_none() {
    let token = |input| with_token::<Decorated>(&input).connection_id.unwrap();
    assert_eq!(token(DeleteConnectionInput::new("mine")), "mine");
    assert_eq!(token(DeleteConnectionInput::default()).len(), 36);
}

#[test]
fn a_checksum_is_that_of_the_chosen_algorithm() {
    let checksummed = |algorithm| {
        let mut request = http::Request::new(Bytes::from_static(b"{}"));
        add_checksum::<Decorated>(&mut request, &input("eu", algorithm)).map(|()| request)
    };
    let request = checksummed(Some("SHA256")).unwrap();
    assert_eq!(request.headers()["x-amz-checksum-sha256"], "RBNvo1WzZ4oRRq0W9+hknpT7T8If536DEMBg9hyq/4o=");
    let request = checksummed(None).unwrap();
    assert_eq!(request.headers()["x-amz-checksum-crc32"], "o6a/Qw==");
    for unknown in ["CRC7", "MD5"] {
        assert!(checksummed(Some(unknown)).is_err(), "{unknown}");
    }
}

fn compressed(length: usize) -> http::Request<Bytes> {
    let mut request = http::Request::new(Bytes::from(vec![b'a'; length]));
    compress_request(&mut request).unwrap();
    request
}

#[test]
fn long_bodies_are_compressed() {
    let request = compressed(10_240);
    assert_eq!(request.headers()["content-encoding"], "gzip");
    assert_eq!(request.headers()["content-length"], request.body().len().to_string().as_str());
    assert_eq!(request.body()[..2], [0x1f, 0x8b]);
    assert!(request.body().len() < 100);
}

#[test]
fn short_bodies_are_not_compressed() {
    let request = compressed(10_239);
    assert!(request.headers().is_empty());
    assert_eq!(request.body().len(), 10_239);
}

#[test]
fn content_md5_is_in_base64() {
    let mut request = http::Request::new(Bytes::from_static(b"{}"));
    add_content_md5(&mut request).unwrap();
    assert_eq!(request.headers()["content-md5"], "mZFLkyvTelC5g8XnyQrpOw==");
}
