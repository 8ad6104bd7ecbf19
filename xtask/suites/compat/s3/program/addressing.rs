//! Endpoints of buckets.

use aws_sdk_s3::{
    Client,
    config::{Builder, Region},
};
use mock_server::Server;

use crate::record::{Record, WithSources};
use crate::setup::{config, response, stored, xml};
use crate::wire;

const BUCKETS: [&str; 6] = [
    "a-bucket",
    "dotted.bucket",
    "A_Bucket",
    "arn:aws:s3:eu-central-1:123456789012:accesspoint/ap",
    "ab",
    "a bucket",
];

/// Records host and path of a request for each of these buckets.
async fn hosts(record: &mut Record, label: &str, buckets: &[&str], change: impl Fn(Builder) -> Builder) {
    for bucket in buckets {
        let server = Server::start([response(200, &[], "")]);
        let client = Client::from_conf(change(config(&server)).build());
        let outcome = client.head_object().bucket(*bucket).key("k").send().await;
        let label = format!("{label}, {bucket}");
        match outcome {
            Ok(_) => sent(record, &label, &server),
            Err(error) => record.display(&label, WithSources(&error)),
        }
    }
}

fn sent(record: &mut Record, label: &str, server: &Server) {
    let request = server.request();
    let header = |name| request.headers().get(name).and_then(|value| value.to_str().ok()).unwrap_or_default();
    record.display(label, format_args!("{}://{} {}", header("x-scheme"), header("host"), request.uri()));
    record.display("authorization", header("authorization"));
}

pub(crate) async fn regions() -> Record {
    let mut record = Record::default();
    for region in [
        "us-east-1",
        "aws-global",
        "cn-north-1",
        "us-gov-west-1",
        "us-iso-east-1",
        "eusc-de-east-1",
        "not a region",
    ] {
        hosts(&mut record, region, &["a-bucket"], |config| config.region(Region::new(region))).await;
    }
    record
}

pub(crate) async fn buckets() -> Record {
    let mut record = Record::default();
    hosts(&mut record, "default", &BUCKETS, |config| config).await;
    hosts(&mut record, "path style", &BUCKETS, |config| config.force_path_style(true)).await;
    record
}

pub(crate) async fn settings() -> Record {
    let buckets = &BUCKETS[..2];
    let mut record = Record::default();
    hosts(&mut record, "accelerate", buckets, |config| config.accelerate(true)).await;
    hosts(&mut record, "dual stack", buckets, |config| config.use_dual_stack(true)).await;
    hosts(&mut record, "FIPS", buckets, |config| config.use_fips(true)).await;
    hosts(&mut record, "both", buckets, |config| config.use_fips(true).use_dual_stack(true)).await;
    hosts(&mut record, "accelerate, dual stack", buckets, |config| {
        config.accelerate(true).use_dual_stack(true)
    })
    .await;
    hosts(&mut record, "accelerate, FIPS", buckets, |config| config.accelerate(true).use_fips(true)).await;
    record
}

pub(crate) async fn access_points() -> Record {
    let buckets = [
        "arn:aws:s3:eu-west-1:123456789012:accesspoint/ap",
        "arn:aws:s3-object-lambda:eu-central-1:123456789012:accesspoint/ol",
        "arn:aws:s3-outposts:eu-central-1:123456789012:outpost/op-01234567890123456/accesspoint/ap",
        "arn:aws:s3:eu-central-1:123456789012:other/ap",
        "ap-0123456789-s3alias",
    ];
    let mut record = Record::default();
    hosts(&mut record, "default", &buckets, |config| config).await;
    hosts(&mut record, "region of the client", &buckets[..1], |config| config.use_arn_region(false)).await;
    hosts(&mut record, "region of the ARN", &buckets[..1], |config| config.use_arn_region(true)).await;
    record
}

pub(crate) async fn custom_endpoint() -> Record {
    let mut record = Record::default();
    for url in ["http://s3.test", "https://s3.test:8443", "http://127.0.0.1:9000", "http://[::1]:9000"] {
        hosts(&mut record, url, &BUCKETS[..3], |config| config.endpoint_url(url)).await;
    }
    record
}

/// Buckets with a label of less than three characters.
pub(crate) async fn short_label() -> Record {
    let mut record = Record::default();
    hosts(&mut record, "short", &["a.bucket"], |config| config.endpoint_url("http://s3.test")).await;
    record
}

/// The path of the endpoint comes before that of the bucket.
pub(crate) async fn path_of_endpoint() -> Record {
    let mut record = Record::default();
    let change = |config: Builder| config.endpoint_url("https://s3.test/below").force_path_style(true);
    hosts(&mut record, "path", &["a-bucket"], change).await;
    record
}

/// A directory bucket, whose requests have the credentials of a session.
pub(crate) async fn session() -> Record {
    let created = "<?xml version=\"1.0\"?>\n<CreateSessionResult xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"><Credentials>\
                   <SessionToken>a token</SessionToken><SecretAccessKey>a key</SecretAccessKey><AccessKeyId>ASIA</AccessKeyId>\
                   <Expiration>2027-01-01T00:00:00Z</Expiration></Credentials></CreateSessionResult>";
    let server = Server::start([xml(200, created), stored(), stored()]);
    let mut record = Record::of(&server);
    let client = Client::from_conf(config(&server).region(Region::new("us-west-2")).build());
    for key in ["one", "two"] {
        let call =
            client.put_object().bucket("a-bucket--usw2-az1--x-s3").key(key).body(b"content".to_vec().into());
        record.outcome("outcome", &call.send().await);
    }
    // The request for the session is not compared: its signature covers the version of the crate.
    record.debug("request", server.requests().first().map(|request| request.uri().clone()));
    for request in &server.requests()[1..] {
        wire::request(&mut record, request);
    }
    record
}

pub(crate) async fn no_bucket() -> Record {
    let server = Server::start([]);
    let mut record = Record::default();
    let client = Client::from_conf(config(&server).build());
    record.outcome("no bucket", &client.head_object().key("k").send().await);
    record.outcome("empty bucket", &client.head_object().bucket("").key("k").send().await);
    record.outcome("no key", &client.head_object().bucket("a-bucket").send().await);
    record.outcome("empty key", &client.head_object().bucket("a-bucket").key("").send().await);
    record
}
