//! S3: restXml with streams.

use std::collections::BTreeSet;
use std::error::Error;
use std::time::Duration;

use aws_smithy_async::time::SystemTimeSource;
use aws_smithy_http_client::Builder;
use aws_smithy_runtime_api::client::http::{HttpClient as _, HttpConnector as _, HttpConnectorSettings};
use aws_smithy_runtime_api::client::orchestrator::HttpRequest;
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponentsBuilder;
use aws_smithy_types::body::SdkBody;
use s3::Client;
use s3::error::ProvideErrorMetadata as _;
use s3::presigning::{PresignedRequest, PresigningConfig};
use s3::primitives::ByteStream;
use s3::transfer::Source;
use s3::types::{
    ChecksumAlgorithm, CompletedMultipartUpload, CompletedPart, Delete, ObjectIdentifier, Tag, Tagging,
};

use crate::check::{Outcome, equal, failed, report};

const BUCKET: &str = "bucket-of-tests";

/// Keys that URLs, XML or headers must escape.
const KEYS: [&str; 7] = ["a b", "a+b", "a&b<c>", "ü/ö", "a//b", "a/../b", "%41"];

/// Content that is larger than the buffers on its way.
fn content() -> Vec<u8> {
    (0_u8..=250).cycle().take(1_000_000).collect()
}

pub(crate) async fn run(endpoint: &str) -> Outcome {
    let client = client(endpoint);
    client.create_bucket().bucket(BUCKET).send().await?;
    objects(&client).await?;
    checksums(&client).await?;
    listings(&client).await?;
    copies_and_tags(&client).await?;
    conditions(&client).await?;
    parts(&client).await?;
    transfers(&client).await?;
    presigned(&client).await?;
    errors(&client).await?;
    empty(&client).await?;
    client.delete_bucket().bucket(BUCKET).send().await?;
    Ok(())
}

fn client(endpoint: &str) -> Client {
    Client::from_conf(
        s3::Config::builder()
            .behavior_version(s3::config::BehaviorVersion::latest())
            .region(s3::config::Region::new("us-east-1"))
            .credentials_provider(s3::config::Credentials::new("testing", "testing", None, None, "e2e"))
            .http_client(Builder::new().build_http())
            .endpoint_url(endpoint)
            .force_path_style(true)
            .build(),
    )
}

async fn get(client: &Client, key: &str) -> Outcome<Vec<u8>> {
    let object = client.get_object().bucket(BUCKET).key(key).send().await?;
    Ok(object.body.collect().await?.to_vec())
}

async fn objects(client: &Client) -> Outcome {
    for key in KEYS {
        let body = ByteStream::from(content());
        let put =
            client.put_object().bucket(BUCKET).key(key).metadata("name", "value").body(body).send().await?;
        equal("entity tag", put.e_tag().is_some(), true)?;
        equal(key, get(client, key).await? == content(), true)?;
    }
    let range = client.get_object().bucket(BUCKET).key(KEYS[0]).range("bytes=10-19").send().await?;
    equal("range", range.content_range(), Some("bytes 10-19/1000000"))?;
    equal("range", range.body.collect().await?.to_vec(), content()[10..20].to_vec())?;
    let head = client.head_object().bucket(BUCKET).key(KEYS[0]).send().await?;
    equal("length", head.content_length(), Some(1_000_000))?;
    let name = head.metadata().and_then(|metadata| metadata.get("name")).map(String::as_str);
    equal("metadata", name, Some("value"))
}

async fn checksums(client: &Client) -> Outcome {
    let file = std::env::temp_dir().join(format!("tinsmith-e2e-{}", std::process::id()));
    std::fs::write(&file, content())?;
    let algorithms = [
        ChecksumAlgorithm::Crc32,
        ChecksumAlgorithm::Crc32C,
        ChecksumAlgorithm::Crc64Nvme,
        ChecksumAlgorithm::Sha1,
        ChecksumAlgorithm::Sha256,
    ];
    for algorithm in algorithms {
        let key = format!("checksum-{}", algorithm.as_str());
        for body in [ByteStream::from(content()), ByteStream::from_path(&file).await?] {
            let call = client.put_object().bucket(BUCKET).key(&key).checksum_algorithm(algorithm.clone());
            call.body(body).send().await?;
            equal(&key, get(client, &key).await? == content(), true)?;
        }
    }
    std::fs::remove_file(&file)?;
    Ok(())
}

async fn listings(client: &Client) -> Outcome {
    let pages = client.list_objects_v2().bucket(BUCKET).into_paginator().page_size(3).send();
    let pages = pages.collect::<Result<Vec<_>, _>>().await?;
    let objects = pages.iter().flat_map(|page| page.contents());
    let listed: BTreeSet<&str> = objects.filter_map(|object| object.key()).collect();
    for key in KEYS {
        equal(key, listed.contains(key), true)?;
    }
    Ok(())
}

async fn copies_and_tags(client: &Client) -> Outcome {
    let source = format!("{BUCKET}/{}", KEYS[0]);
    client.copy_object().bucket(BUCKET).key("copy").copy_source(source).send().await?;
    equal("copy", get(client, "copy").await? == content(), true)?;
    let tag = Tag::builder().key("name").value("a b").build()?;
    let tagging = Tagging::builder().tag_set(tag).build()?;
    client.put_object_tagging().bucket(BUCKET).key("copy").tagging(tagging).send().await?;
    let tags = client.get_object_tagging().bucket(BUCKET).key("copy").send().await?;
    equal("tag", tags.tag_set().iter().map(Tag::value).collect(), vec!["a b"])
}

async fn conditions(client: &Client) -> Outcome {
    let tag = client.head_object().bucket(BUCKET).key("copy").send().await?.e_tag().map(str::to_owned);
    let unmatched = client.get_object().bucket(BUCKET).key("copy").if_match("\"other\"").send().await;
    let error = failed("unmatched tag", unmatched, |error| error)?;
    let status = error.raw_response().map(|response| response.status().as_u16());
    equal("unmatched tag", status, Some(412))?;
    let unchanged = client.get_object().bucket(BUCKET).key("copy").set_if_none_match(tag).send().await;
    let error = failed("unchanged object", unchanged, |error| error)?;
    equal("unchanged object", error.raw_response().map(|response| response.status().as_u16()), Some(304))
}

async fn parts(client: &Client) -> Outcome {
    let key = "parts";
    let created = client.create_multipart_upload().bucket(BUCKET).key(key).send().await?;
    let id = created.upload_id().ok_or("the upload has no id")?;
    let part = vec![7; 5 * 1024 * 1024];
    let mut parts = Vec::new();
    for (number, body) in [(1, part.clone()), (2, content())] {
        let call = client.upload_part().bucket(BUCKET).key(key).upload_id(id).part_number(number);
        let uploaded = call.body(ByteStream::from(body)).send().await?;
        parts.push(CompletedPart::builder().part_number(number).set_e_tag(uploaded.e_tag).build());
    }
    let upload = CompletedMultipartUpload::builder().set_parts(Some(parts)).build();
    let call = client.complete_multipart_upload().bucket(BUCKET).key(key).upload_id(id);
    call.multipart_upload(upload).send().await?;
    equal(key, get(client, key).await? == [part, content()].concat(), true)
}

/// Uploads a file in parts, of which the service has one already, and downloads the object.
async fn transfers(client: &Client) -> Outcome {
    let key = "transferred";
    let content: Vec<u8> = content().into_iter().cycle().take(20 * 1024 * 1024).collect();
    let file = std::env::temp_dir().join(format!("tinsmith-e2e-{}", std::process::id()));
    std::fs::write(&file, &content)?;
    let put = || client.put_object().bucket(BUCKET).key(key).metadata("name", "value");
    let uploaded = put().upload(Source::path(&file)).send().await?;
    equal("entity tag", uploaded.e_tag().is_some_and(|tag| tag.ends_with("-3\"")), true)?;

    let created = client.create_multipart_upload().bucket(BUCKET).key(key).send().await?;
    let id = created.upload_id().ok_or("the upload has no id")?;
    let call = client.upload_part().bucket(BUCKET).key(key).upload_id(id).part_number(2);
    let part = content[8 * 1024 * 1024..16 * 1024 * 1024].to_vec();
    call.body(ByteStream::from(part)).send().await?;
    put().upload(content.clone()).resume(id).send().await?;

    let downloaded = client.get_object().bucket(BUCKET).key(key).download(&file).send().await?;
    equal("length", downloaded.content_length(), Some(20 * 1024 * 1024))?;
    equal(key, std::fs::read(&file)? == content, true)?;
    std::fs::remove_file(&file)?;
    let missing = client.get_object().bucket(BUCKET).key("missing").download(&file).send().await;
    equal("missing object", missing.is_err() && !file.exists(), true)
}

async fn presigned(client: &Client) -> Outcome {
    let presigning = PresigningConfig::expires_in(Duration::from_mins(1))?;
    let put = client.put_object().bucket(BUCKET).key("presigned").presigned(presigning.clone()).await?;
    send(put, b"content").await?;
    let get = client.get_object().bucket(BUCKET).key("presigned").presigned(presigning).await?;
    equal("presigned", send(get, b"").await?, b"content".to_vec())
}

/// Sends a request without a client of the service, and returns the body of the response.
async fn send(request: PresignedRequest, body: &'static [u8]) -> Outcome<Vec<u8>> {
    let request = HttpRequest::try_from(request.into_http_1x_request(SdkBody::from(body)))?;
    let components = RuntimeComponentsBuilder::for_tests().with_time_source(Some(SystemTimeSource::new()));
    let components = components.build()?;
    let connector =
        Builder::new().build_http().http_connector(&HttpConnectorSettings::default(), &components);
    let response = connector.call(request).await?;
    equal("status", response.status().as_u16(), 200)?;
    Ok(ByteStream::new(response.into_body()).collect().await?.to_vec())
}

async fn errors(client: &Client) -> Outcome {
    let missing = client.get_object().bucket(BUCKET).key("missing").send().await;
    let error = failed("missing object", missing, |error| error.into_service_error())?;
    equal("missing object", error.is_no_such_key(), true)?;
    report("s3", &error);
    let missing = client.head_object().bucket(BUCKET).key("missing").send().await;
    let error = failed("missing object", missing, |error| error.into_service_error())?;
    equal("missing object", error.code(), Some("NotFound"))
}

/// Deletes all objects in one request.
async fn empty(client: &Client) -> Result<(), Box<dyn Error>> {
    let objects = client.list_objects_v2().bucket(BUCKET).send().await?;
    let identifiers = objects.contents().iter().filter_map(|object| object.key());
    let identifiers = identifiers.map(|key| ObjectIdentifier::builder().key(key).build());
    let delete = Delete::builder().set_objects(Some(identifiers.collect::<Result<_, _>>()?)).build()?;
    let deleted = client.delete_objects().bucket(BUCKET).delete(delete).send().await?;
    equal("errors", deleted.errors().len(), 0)?;
    let rest = client.list_objects_v2().bucket(BUCKET).send().await?;
    equal("objects", rest.contents().len(), 0)
}
