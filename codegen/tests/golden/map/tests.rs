//! Maps whose keys are an enum.

use aws_smithy_http_client::test_util::capture_request;
use aws_smithy_types::body::SdkBody;
use golden_map::config::{BehaviorVersion, Credentials, Region};
use golden_map::types::Colour;
use golden_map::{Client, Config};

#[tokio::test]
async fn keys_of_an_enum_are_written_and_read_as_their_values() {
    let response = r#"{"byColour":{"red":"red","blue":"green"}}"#;
    let response = http::Response::builder().status(200).body(SdkBody::from(response)).unwrap();
    let (http_client, sent) = capture_request(Some(response));
    let config = Config::builder()
        .behavior_version(BehaviorVersion::latest())
        .region(Region::new("us-east-1"))
        .credentials_provider(Credentials::new("key", "secret", None, None, "test"))
        .http_client(http_client)
        .build();
    let output = Client::from_conf(config).put_maps().by_colour(Colour::Red, Colour::Red).send().await.unwrap();
    let sent = sent.expect_request();
    assert_eq!(sent.body().bytes(), Some(&br#"{"byColour":{"red":"red"}}"#[..]));
    let found = output.by_colour().unwrap();
    assert_eq!(found.len(), 2);
    assert_eq!(found[&Colour::Red], Colour::Red);
    assert_eq!(found[&Colour::from("blue")].as_str(), "green");
}
