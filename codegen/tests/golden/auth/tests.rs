//! Operations without a signature.

use aws_smithy_http_client::test_util::infallible_client_fn;
use aws_smithy_types::body::SdkBody;
use golden_auth::{
    Client,
    config::{BehaviorVersion, Builder, Credentials, Region},
};

/// A client that answers a signed request with 200 and any other one with 204.
fn client(change: impl FnOnce(Builder) -> Builder) -> Client {
    let http = infallible_client_fn(|request: http::Request<SdkBody>| {
        let status = if request.headers().contains_key("authorization") { 200 } else { 204 };
        http::Response::builder().status(status).header("x-amzn-requestid", status.to_string()).body("").unwrap()
    });
    let builder = golden_auth::Config::builder()
        .behavior_version(BehaviorVersion::latest())
        .region(Region::new("us-east-1"))
        .http_client(http);
    Client::from_conf(change(builder).build())
}

fn with_credentials(builder: Builder) -> Builder {
    builder.credentials_provider(Credentials::new("key", "secret", None, None, "test"))
}

#[tokio::test]
async fn requests_are_signed_where_the_model_wants_it() {
    use aws_types::request_id::RequestId;
    let client = client(with_credentials);
    let status = |id: Option<&str>| id.unwrap().to_owned();
    assert_eq!(status(client.get_secret().send().await.unwrap().request_id()), "200");
    assert_eq!(status(client.get_other().send().await.unwrap().request_id()), "200");
    assert_eq!(status(client.get_either().send().await.unwrap().request_id()), "200");
    assert_eq!(status(client.get_open_id().send().await.unwrap().request_id()), "204");
}

#[tokio::test]
async fn no_credentials_are_needed_where_nothing_is_signed() {
    let client = client(|builder| builder);
    client.get_open_id().send().await.unwrap();
    client.get_either().send().await.unwrap();
    client.get_secret().send().await.unwrap_err();
}
