//! Presigned requests.

use std::time::{Duration, SystemTime};

use aws_credential_types::Credentials;
use aws_smithy_runtime_api::client::result::SdkError;
use golden_presigning::config::{BehaviorVersion, Region};
use golden_presigning::presigning::PresigningConfig;
use golden_presigning::primitives::ByteStream;
use golden_presigning::{Client, Config};

/// 2013-05-24 00:00:00 UTC.
const START: Duration = Duration::from_secs(1_369_353_600);

fn client(credentials: Option<Credentials>) -> Client {
    let config = Config::builder().behavior_version(BehaviorVersion::latest()).region(Region::new("us-east-1"));
    Client::from_conf(match credentials {
        Some(credentials) => config.credentials_provider(credentials).build(),
        None => config.build(),
    })
}

fn credentials() -> Credentials {
    let secret = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";
    Credentials::new("AKIAIOSFODNN7EXAMPLE", secret, None, None, "test")
}

fn for_one_day() -> PresigningConfig {
    PresigningConfig::builder()
        .start_time(SystemTime::UNIX_EPOCH + START)
        .expires_in(Duration::from_secs(86_400))
        .build()
        .unwrap()
}

/// The signature is that of an example in the API reference of S3, "Authenticating Requests: Using Query Parameters".
#[tokio::test]
async fn presigned_request_has_the_documented_signature() {
    let call = client(Some(credentials())).get_object().bucket("examplebucket").key("test.txt");
    let request = call.presigned(for_one_day()).await.unwrap();
    assert_eq!(request.method(), "GET");
    let (path, query) = request.uri().split_once('?').unwrap();
    assert_eq!(path, "https://examplebucket.s3.amazonaws.com/test.txt");
    let signature = "X-Amz-Signature=aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404";
    assert!(query.contains(signature), "{query}");
    assert!(query.contains("X-Amz-Expires=86400"), "{query}");
    assert_eq!(request.headers().count(), 0, "{request:?}");
}

#[tokio::test]
async fn presigned_request_leaves_its_body_to_the_sender() {
    let call = client(Some(credentials())).put_object().bucket("examplebucket").key("test.txt");
    let call = call.content_type("text/plain").body(ByteStream::from_static(b"content"));
    let request = call.presigned(for_one_day()).await.unwrap();
    let headers: Vec<_> = request.headers().collect();
    assert_eq!(headers, [("content-type", "text/plain")]);
    assert!(request.uri().contains("X-Amz-SignedHeaders=content-type%3Bhost"), "{request:?}");
    let request = request.make_http_1x_request("content");
    assert_eq!((request.method().as_str(), *request.body()), ("PUT", "content"));
}

#[tokio::test]
async fn customized_call_can_be_presigned() {
    let call = client(None).get_object().bucket("examplebucket").key("test.txt").customize();
    let settings = Config::builder().credentials_provider(credentials());
    let request = call.config_override(settings).presigned(for_one_day()).await.unwrap();
    assert!(request.uri().contains("&X-Amz-Signature=aeeed9bb"), "{request:?}");
}

#[tokio::test]
async fn presigning_without_credentials_is_an_error() {
    let call = client(None).get_object().bucket("examplebucket").key("test.txt");
    let error = call.presigned(for_one_day()).await.unwrap_err();
    assert!(matches!(error, SdkError::DispatchFailure(_) | SdkError::ConstructionFailure(_)), "{error:?}");
}

#[test]
fn duration_must_be_set_and_at_most_a_week() {
    let error = PresigningConfig::builder().build().unwrap_err();
    assert_eq!(error.to_string(), "`expires_in` is required");
    let week = Duration::from_secs(7 * 24 * 60 * 60);
    PresigningConfig::expires_in(week).unwrap();
    let error = PresigningConfig::expires_in(week + Duration::from_secs(1)).unwrap_err();
    assert_eq!(error.to_string(), "`expires_in` must not be longer than one week");
}
