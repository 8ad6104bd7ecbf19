//! CPU time of small objects of S3, and time until the first byte of an object, as JSON.
//!
//! The argument is the address of `transfer serve`.

use std::time::Instant;

use aws_credential_types::Credentials;
use aws_smithy_types::byte_stream::ByteStream;
use aws_types::region::Region;
use bench::{Failure, http_client_for, median, on_one_thread};
use serde_json::{Value, json};

#[path = "../../services/src/measure.rs"]
#[expect(dead_code, reason = "there are neither long responses nor calls without a counterpart")]
mod measure;

use measure::{SHORT, compare};

/// Length of the objects.
const LENGTH: usize = 1024;
/// CRC-32 of the object.
const CHECKSUM: &str = "hDMetw==";
/// Number of objects of which the first byte is awaited.
const FIRST_BYTES: usize = 400;

/// Returns a client of a crate. Other settings are the defaults of the latest behavior version.
macro_rules! client {
    ($sdk:ident, $http:expr $(, $endpoint:expr)?) => {
        $sdk::Client::from_conf(
            $sdk::Config::builder()
                .behavior_version_latest()
                .region(Region::from_static("eu-central-1"))
                .credentials_provider(Credentials::new("AKIAIOSFODNN7EXAMPLE", "secret", None, None, "bench"))
                .http_client($http)$(
                .endpoint_url($endpoint))?
                .build(),
        )
    };
}

/// Gets the object and checks its length.
macro_rules! get {
    ($client:expr) => {
        async || {
            let object = $client.get_object().bucket("images").key("2026/11/26/image.jpg").send().await?;
            expect(object.body.collect().await?.into_bytes().len() == LENGTH)
        }
    };
}

/// Puts an object and checks that the response has been read.
macro_rules! put {
    ($client:expr) => {
        async || {
            let call = $client.put_object().bucket("images").key("2026/11/26/image.jpg");
            let body = ByteStream::from_static(&[7; LENGTH]);
            expect(call.content_type("image/jpeg").body(body).send().await?.e_tag().is_some())
        }
    };
}

/// Seconds from the call until the first byte of an object arrives. The rest is read, so that the connection is used again.
macro_rules! first_byte {
    ($client:expr) => {
        async || {
            let start = Instant::now();
            let mut body = $client.get_object().bucket("images").key("small").send().await?.body;
            body.try_next().await?;
            let seconds = start.elapsed().as_secs_f64();
            while body.try_next().await?.is_some() {}
            Ok::<f64, Failure>(seconds)
        }
    };
}

fn expect(is_right: bool) -> Result<(), Failure> {
    if is_right { Ok(()) } else { Err("the response is wrong".into()) }
}

fn main() -> Result<(), Failure> {
    let address = std::env::args().nth(1).ok_or("usage: s3-bench ADDRESS")?;
    on_one_thread(async {
        let figures =
            json!({ "get": get().await?, "put": put().await?, "first_byte": first_bytes(&address).await? });
        println!("{figures:#}");
        Ok(())
    })
}

/// Headers of an object.
const HEADERS: [(&str, &str); 6] = [
    ("content-type", "image/jpeg"),
    ("etag", "\"9a0364b9e99bb480dd25e1f0284c8555\""),
    ("last-modified", "Thu, 26 Nov 2026 12:00:00 GMT"),
    ("accept-ranges", "bytes"),
    ("x-amz-server-side-encryption", "AES256"),
    ("x-amz-checksum-crc32", CHECKSUM),
];

async fn get() -> Result<Value, Failure> {
    let http = http_client_for(vec![7; LENGTH].into(), &HEADERS);
    let (official, ours) = (client!(aws_sdk_s3, http.clone()), client!(s3, http));
    compare(SHORT, get!(official), get!(ours)).await
}

async fn put() -> Result<Value, Failure> {
    let http = http_client_for("".into(), &HEADERS);
    let (official, ours) = (client!(aws_sdk_s3, http.clone()), client!(s3, http));
    compare(SHORT, put!(official), put!(ours)).await
}

/// Takes turns, so that changes in the speed of the machine affect both crates.
async fn first_bytes(address: &str) -> Result<Value, Failure> {
    let (http, url) = (aws_smithy_http_client::Builder::new().build_http(), format!("http://{address}"));
    let official = client!(aws_sdk_s3, http.clone(), url.clone());
    let ours = client!(s3, http, url);
    let (official, ours) = (first_byte!(official), first_byte!(ours));
    let (mut officials, mut all, mut ratios) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..FIRST_BYTES {
        let seconds: [f64; 2] = [official().await?, ours().await?];
        officials.push(seconds[0]);
        all.push(seconds[1]);
        ratios.push(seconds[1] / seconds[0]);
    }
    Ok(json!({ "official": median(officials), "ours": median(all), "median_ratio": median(ratios) }))
}
