//! Listings, which the client requests URL-encoded and decodes.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

use aws_smithy_http_client::test_util::infallible_client_fn;
use aws_smithy_types::body::SdkBody;
use golden_customized_listing::config::{BehaviorVersion, Credentials, Region};
use golden_customized_listing::types::{EncodingType, Object};
use golden_customized_listing::{Client, Config};

const KEYS: &str = "<ListBucketResult><EncodingType>url</EncodingType><Delimiter>%2F</Delimiter>\
    <Contents><Key>a+b%2Bc%0A%E2%82%AC</Key><ETag>%2B</ETag></Contents><Contents><Key>100%25%zz%</Key></Contents>\
    <CommonPrefixes><Prefix>x%01/</Prefix></CommonPrefixes></ListBucketResult>";

/// Returns a client that gets the responses in turn, and the queries of the requests.
fn client(responses: &'static [&'static str]) -> (Client, Arc<Mutex<Vec<String>>>) {
    let sent = Arc::<Mutex<Vec<String>>>::default();
    let (log, count) = (sent.clone(), AtomicUsize::new(0));
    let http = infallible_client_fn(move |request: http::Request<SdkBody>| {
        log.lock().unwrap().push(request.uri().query().unwrap_or_default().to_owned());
        http::Response::builder().body(responses[count.fetch_add(1, Ordering::Relaxed)]).unwrap()
    });
    let config = Config::builder()
        .behavior_version(BehaviorVersion::latest())
        .region(Region::new("us-east-1"))
        .credentials_provider(Credentials::new("key", "secret", None, None, "test"))
        .http_client(http);
    (Client::from_conf(config.build()), sent)
}

fn keys(objects: &[Object]) -> Vec<&str> {
    objects.iter().filter_map(|object| object.key()).collect()
}

#[tokio::test]
async fn keys_are_requested_encoded_and_decoded() {
    let (client, sent) = client(&[KEYS]);
    let output = client.list_objects_v2().bucket("b").send().await.unwrap();
    assert_eq!(*sent.lock().unwrap(), ["list-type=2&encoding-type=url"]);
    assert_eq!(keys(output.contents()), ["a b+c\n€", "100%%zz%"]);
    assert_eq!(output.contents()[0].e_tag(), Some("%2B"));
    assert_eq!(output.common_prefixes()[0].prefix(), Some("x\u{1}/"));
    assert_eq!((output.delimiter(), output.encoding_type()), (Some("/"), None));
}

#[tokio::test]
async fn keys_stay_encoded_if_the_caller_requests_it() {
    let (client, sent) = client(&[KEYS]);
    let call = client.list_objects_v2().bucket("b").encoding_type(EncodingType::Url);
    let output = call.send().await.unwrap();
    assert_eq!(*sent.lock().unwrap(), ["list-type=2&encoding-type=url"]);
    assert_eq!(keys(output.contents())[0], "a+b%2Bc%0A%E2%82%AC");
    assert_eq!((output.delimiter(), output.encoding_type()), (Some("%2F"), Some(&EncodingType::Url)));
}

#[tokio::test]
async fn keys_are_not_decoded_if_the_service_does_not_encode_them() {
    let body = "<ListBucketResult><Contents><Key>a+b%20c</Key></Contents></ListBucketResult>";
    let (client, _) = client(Box::leak(Box::new([body])));
    let output = client.list_objects_v2().bucket("b").send().await.unwrap();
    assert_eq!(keys(output.contents()), ["a+b%20c"]);
}

#[tokio::test]
async fn paginator_sends_decoded_markers() {
    let (client, sent) = client(&[
        "<ListVersionsResult><EncodingType>url</EncodingType><NextKeyMarker>a+%25b</NextKeyMarker>\
         <Version><Key>a+1</Key></Version></ListVersionsResult>",
        "<ListVersionsResult><EncodingType>url</EncodingType><KeyMarker>a+%25b</KeyMarker>\
         <DeleteMarker><Key>b%2F2</Key></DeleteMarker></ListVersionsResult>",
    ]);
    let mut pages = client.list_object_versions().bucket("b").into_paginator().send();
    let first = pages.try_next().await.unwrap().unwrap();
    assert_eq!((first.next_key_marker(), keys(first.versions())), (Some("a %b"), vec!["a 1"]));
    let second = pages.try_next().await.unwrap().unwrap();
    assert_eq!((second.key_marker(), keys(second.delete_markers())), (Some("a %b"), vec!["b/2"]));
    assert!(pages.try_next().await.unwrap().is_none());
    let queries = ["versions&encoding-type=url", "versions&key-marker=a%20%25b&encoding-type=url"];
    assert_eq!(*sent.lock().unwrap(), queries);
}
