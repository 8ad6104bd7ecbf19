//! Presigned requests.

use std::collections::BTreeMap;
use std::time::{Duration, SystemTime};

use aws_credential_types::Credentials;
use aws_smithy_runtime_api::client::result::SdkError;
use aws_smithy_types::error::display::DisplayErrorContext;
use golden_presigning::config::{BehaviorVersion, Region};
use golden_presigning::presigning::{PostPolicy, PresigningConfig};
use golden_presigning::primitives::ByteStream;
use golden_presigning::{Client, Config};
use serde_json::{Value, json};

/// 2013-05-24 00:00:00 UTC.
const START: Duration = Duration::from_secs(1_369_353_600);

fn client(credentials: Option<Credentials>) -> Client {
    let config =
        Config::builder().behavior_version(BehaviorVersion::latest()).region(Region::new("us-east-1"));
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
async fn content_length_of_a_presigned_request_is_that_of_the_sender() {
    let call = client(Some(credentials())).put_object().bucket("examplebucket").key("test.txt");
    let request = call.content_length(7).presigned(for_one_day()).await.unwrap();
    assert_eq!(request.headers().collect::<Vec<_>>(), [("content-length", "7")]);
    assert!(request.uri().contains("X-Amz-SignedHeaders=content-length%3Bhost"), "{request:?}");
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

/// Returns the policy of "Example: Browser-Based Upload using HTTP POST (Using AWS Signature Version 4)" in the API reference of S3.
fn policy() -> PostPolicy {
    let config = PresigningConfig::builder()
        .start_time(SystemTime::UNIX_EPOCH + Duration::from_secs(1_451_347_200))
        .expires_in(Duration::from_secs(36 * 60 * 60));
    PostPolicy::new(config.build().unwrap())
        .field("acl", "public-read")
        .field("success_action_redirect", "http://sigv4examplebucket.s3.amazonaws.com/successful_upload.html")
        .starts_with("Content-Type", "image/")
        .field("x-amz-meta-uuid", "14365123651274")
        .field("x-amz-server-side-encryption", "AES256")
        .starts_with("x-amz-meta-tag", "")
}

#[tokio::test]
async fn form_has_the_fields_and_conditions_of_the_documented_example() {
    let call = client(Some(credentials())).put_object().bucket("sigv4examplebucket");
    let post = call.key("user/user1/${filename}").presigned_post(policy()).await.unwrap();
    assert_eq!(post.url(), "https://sigv4examplebucket.s3.amazonaws.com/");
    let fields: BTreeMap<_, _> = post.fields().collect();
    for (name, value) in [
        ("acl", "public-read"),
        ("key", "user/user1/${filename}"),
        ("x-amz-algorithm", "AWS4-HMAC-SHA256"),
        ("x-amz-credential", "AKIAIOSFODNN7EXAMPLE/20151229/us-east-1/s3/aws4_request"),
        ("x-amz-date", "20151229T000000Z"),
        ("x-amz-meta-uuid", "14365123651274"),
    ] {
        assert_eq!(fields[name], value);
    }
    assert_eq!(fields["x-amz-signature"].len(), 64);
    let policy = aws_smithy_types::base64::decode(fields["policy"]).unwrap();
    let policy: Value = serde_json::from_slice(&policy).unwrap();
    assert_eq!(policy["expiration"], "2015-12-30T12:00:00Z");
    let expected = json!([
        {"acl": "public-read"},
        {"success_action_redirect": "http://sigv4examplebucket.s3.amazonaws.com/successful_upload.html"},
        ["starts-with", "$Content-Type", "image/"],
        {"x-amz-meta-uuid": "14365123651274"},
        {"x-amz-server-side-encryption": "AES256"},
        ["starts-with", "$x-amz-meta-tag", ""],
        {"bucket": "sigv4examplebucket"},
        ["starts-with", "$key", "user/user1/"],
        {"x-amz-algorithm": "AWS4-HMAC-SHA256"},
        {"x-amz-credential": "AKIAIOSFODNN7EXAMPLE/20151229/us-east-1/s3/aws4_request"},
        {"x-amz-date": "20151229T000000Z"},
    ]);
    assert_eq!(policy["conditions"], expected);
}

#[tokio::test]
async fn form_of_one_key_limits_the_length_and_has_the_session_token() {
    let session = Credentials::new("AKID", "secret", Some("token".to_owned()), None, "test");
    let policy = PostPolicy::new(for_one_day()).content_length_range(1..=1024);
    let call = client(Some(session)).put_object().bucket("b").key("k \"ä\"");
    let post = call.presigned_post(policy).await.unwrap();
    let fields: BTreeMap<_, _> = post.fields().collect();
    assert_eq!((fields["key"], fields["x-amz-security-token"]), ("k \"ä\"", "token"));
    let policy = aws_smithy_types::base64::decode(fields["policy"]).unwrap();
    assert!(policy.is_ascii());
    let policy: Value = serde_json::from_slice(&policy).unwrap();
    let expected = json!([["content-length-range", 1, 1024], {"bucket": "b"}, {"key": "k \"ä\""}]);
    assert_eq!(policy["conditions"].as_array().unwrap()[..3], expected.as_array().unwrap()[..]);
    assert_eq!(policy["conditions"][6], json!({"x-amz-security-token": "token"}));
}

#[tokio::test]
async fn form_needs_credentials_and_a_key() {
    let call = || client(None).put_object().bucket("b");
    assert!(call().key("k").presigned_post(policy()).await.is_err());
    let error = call().presigned_post(policy()).await.unwrap_err();
    assert!(matches!(error, SdkError::ConstructionFailure(_)), "{error:?}");
}

#[tokio::test]
async fn request_without_a_signature_is_an_error() {
    let config =
        Config::builder().behavior_version(BehaviorVersion::latest()).region(Region::new("us-east-1"));
    let client = Client::from_conf(config.allow_no_auth().build());
    let call = client.get_object().bucket("examplebucket").key("test.txt");
    let error = call.presigned(for_one_day()).await.unwrap_err();
    assert!(DisplayErrorContext(&error).to_string().contains("was not presigned"), "{error:?}");
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
