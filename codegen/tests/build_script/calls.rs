//! Calls of the package's own client, with responses from memory.

use aws_smithy_http_client::test_util::infallible_client_fn;
use build_script::clients::things::config::endpoint::{DefaultResolver, Params};
use build_script::clients::things::config::{BehaviorVersion, Credentials, Region};
use build_script::clients::things::operation::describe_things::{DescribeThings, DescribeThingsInput};
use build_script::clients::things::types::Thing;
use build_script::clients::things::{Client, Config};

/// Returns a client that receives one response.
fn client(status: u16, body: &'static str) -> Client {
    let http = infallible_client_fn(move |_| http::Response::builder().status(status).body(body).unwrap());
    let config = Config::builder()
        .behavior_version(BehaviorVersion::latest())
        .region(Region::new("us-east-1"))
        .credentials_provider(Credentials::new("key", "secret", None, None, "test"))
        .http_client(http);
    Client::from_conf(config.build())
}

#[tokio::test]
async fn call_returns_the_items() {
    let client = client(200, r#"{"page": {"next": {}, "things": [{"name": "a"}, {"name": "b"}]}}"#);
    assert_eq!(build_script::names(&client).await.unwrap(), ["a", "b"]);
}

#[tokio::test]
async fn error_of_a_call_is_described() {
    let client = client(400, r#"{"__type": "Refused", "message": "no"}"#);
    let error = build_script::names(&client).await.unwrap_err();
    assert_eq!(error.to_string(), "DescribeThings: Refused: no (HTTP 400)");
}

#[test]
fn request_is_built_without_a_client() {
    let endpoint = DefaultResolver::new();
    let endpoint = endpoint.resolve(&Params::builder().build().unwrap()).unwrap();
    let request = DescribeThings::http_request(&DescribeThingsInput::builder().build().unwrap(), &endpoint);
    assert_eq!(request.unwrap().uri(), "https://paginators.example.com/");
}

#[test]
fn types_implement_the_traits_of_serde() {
    let thing: Thing = serde_json::from_str(r#"{"name": "a"}"#).unwrap();
    assert_eq!(serde_json::to_string(&thing).unwrap(), r#"{"name":"a"}"#);
}
