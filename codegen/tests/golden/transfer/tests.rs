//! Uploads and downloads in parts, over HTTP.
#![cfg(feature = "transfer")]

#[allow(dead_code, reason = "other goldens use the rest")]
mod checksums;
mod object_store;

use std::path::PathBuf;
use std::sync::{Arc, Mutex};
use std::{env, fs, process};

use aws_credential_types::Credentials;
use aws_smithy_types::error::metadata::ProvideErrorMetadata;
use aws_types::request_id::RequestId;
use checksums::checksum;
use golden_transfer::config::retry::RetryConfig;
use golden_transfer::config::{BehaviorVersion, Region, RequestChecksumCalculation};
use golden_transfer::operation::get_object::builders::GetObjectFluentBuilder;
use golden_transfer::operation::put_object::builders::PutObjectFluentBuilder;
use golden_transfer::transfer::{Source, TransferErrorKind};
use golden_transfer::{Client, Config};
use object_store::{Request, Response, Store};

const MIB: usize = 1024 * 1024;

/// The length of three parts of 5 MiB, of which the last one is short.
const LENGTH: usize = 10 * MIB + 7;

fn content(length: usize) -> Vec<u8> {
    (0..length).map(|index| (index % 251) as u8 ^ (index / 65_536) as u8).collect()
}

fn config(store: &Store) -> golden_transfer::config::Builder {
    Config::builder()
        .behavior_version(BehaviorVersion::latest())
        .region(Region::new("us-east-1"))
        .credentials_provider(Credentials::new("key", "secret", None, None, "test"))
        .retry_config(RetryConfig::standard().with_initial_backoff(std::time::Duration::from_millis(1)))
        .endpoint_url(&store.url)
}

fn put(store: &Store) -> PutObjectFluentBuilder {
    let client = Client::from_conf(config(store).build());
    client.put_object().bucket("b").key("k").content_type("text/plain")
}

fn get(store: &Store) -> GetObjectFluentBuilder {
    Client::from_conf(config(store).build()).get_object().bucket("b").key("k")
}

/// Does not change a response.
fn sound(_: &Request, _: usize, response: Response) -> Response {
    response
}

/// A file that is deleted when it is dropped.
struct File(PathBuf);

impl File {
    fn new(name: &str) -> Self {
        Self(env::temp_dir().join(format!("tinsmith-golden-{}-{name}", process::id())))
    }

    fn with(name: &str, content: &[u8]) -> Self {
        let file = Self::new(name);
        fs::write(&file.0, content).unwrap();
        file
    }
}

impl Drop for File {
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.0);
    }
}

#[tokio::test]
async fn file_is_uploaded_in_parts() {
    let store = Store::start(|request, earlier, response| match (&*request.summary, earlier) {
        ("part 2", 0) => Response::new(500, "<Error><Code>InternalError</Code></Error>"),
        _ => response,
    });
    let file = File::with("upload", &content(LENGTH));
    let progress = Arc::new(Mutex::new(Vec::new()));
    let record = progress.clone();
    let upload = put(&store).if_none_match("*").upload(Source::path(&file.0)).part_size(5 * MIB as u64);
    let upload = upload.on_progress(move |progress| record.lock().unwrap().push(progress.bytes));
    let output = upload.send().await.unwrap();
    assert_eq!((output.e_tag(), output.checksum_crc32()), (Some("\"tag\""), Some("of parts")));
    assert_eq!(output.request_id(), Some("id"));
    assert!(store.object() == content(LENGTH));
    assert_eq!(progress.lock().unwrap().last(), Some(&(LENGTH as u64)));

    let create = store.request("create");
    assert_eq!(create.header("content-type"), Some("text/plain"));
    assert_eq!(create.header("x-amz-checksum-algorithm"), Some("CRC32"));
    assert_eq!((create.header("if-none-match"), create.header("x-amz-checksum-type")), (None, None));
    let part = store.request("part 3");
    let expected = checksum("CRC32", &content(LENGTH)[10 * MIB..]);
    assert_eq!(part.header("x-amz-checksum-crc32"), Some(&*expected));
    let complete = store.request("complete 1 2 3");
    assert_eq!(complete.header("x-amz-mp-object-size"), Some("10485767"));
    assert_eq!(complete.header("if-none-match"), Some("*"));
    let last = format!(
        "<Part><ETag>&quot;tag&quot;</ETag><ChecksumCRC32>{expected}</ChecksumCRC32><PartNumber>3</PartNumber></Part>"
    );
    let body = String::from_utf8(complete.body).unwrap();
    assert!(body.replace("\"tag\"", "&quot;tag&quot;").contains(&last), "{body}");
    let summaries = store.take_summaries();
    assert_eq!(summaries, ["complete 1 2 3", "create", "part 1", "part 2", "part 2", "part 3"]);
}

#[tokio::test]
async fn small_content_is_uploaded_as_a_whole() {
    let store = Store::start(sound);
    for content in [content(1000), Vec::new()] {
        let output = put(&store).upload(content.clone()).send().await.unwrap();
        assert_eq!(output.e_tag(), Some("\"tag\""));
        assert_eq!(store.object(), content);
        let request = store.request("put");
        assert_eq!(request.header("content-type"), Some("text/plain"));
        assert_eq!(request.header("x-amz-checksum-crc32"), Some(&*checksum("CRC32", &content)));
        assert_eq!(store.take_summaries(), ["put"]);
    }
}

#[tokio::test]
async fn checksum_of_the_object_is_sent_at_the_end() {
    let store = Store::start(sound);
    let upload = put(&store).checksum_crc64_nvme("AAAAAAAAAAA=").content_md5("AAAA").upload(content(6 * MIB));
    upload.part_size(5 * MIB as u64).multipart_threshold(0).send().await.unwrap();
    let create = store.request("create");
    assert_eq!(create.header("x-amz-checksum-algorithm"), Some("CRC64NVME"));
    assert_eq!(create.header("x-amz-checksum-type"), Some("FULL_OBJECT"));
    assert_eq!(create.header("x-amz-checksum-crc64nvme"), None);
    let part = store.request("part 2");
    let expected = checksum("CRC64NVME", &content(6 * MIB)[5 * MIB..]);
    assert_eq!(
        (part.header("x-amz-checksum-crc64nvme"), part.header("content-md5")),
        (Some(&*expected), None)
    );
    let complete = store.request("complete 1 2");
    assert_eq!(complete.header("x-amz-checksum-crc64nvme"), Some("AAAAAAAAAAA="));
    assert_eq!(complete.header("x-amz-checksum-type"), Some("FULL_OBJECT"));
}

#[tokio::test]
async fn member_that_parts_cannot_have_is_refused() {
    let store = Store::start(sound);
    for length in [1000, 6 * MIB] {
        let upload = put(&store).write_offset_bytes(7).upload(content(length)).multipart_threshold(5000);
        let error = upload.send().await.unwrap_err().to_string();
        assert!(error.contains("write_offset_bytes"), "{error}");
    }
    let upload = || put(&store).checksum_sha256("AAAA").upload(content(1000));
    for upload in [upload().multipart_threshold(0), upload().resume("an id")] {
        let error = upload.send().await.unwrap_err().to_string();
        assert!(error.contains("checksum_sha256"), "{error}");
    }
    assert_eq!(store.take_summaries(), Vec::<String>::new());
    upload().send().await.unwrap();
    assert_eq!(store.request("put").header("x-amz-checksum-sha256"), Some("AAAA"));
}

#[tokio::test]
async fn upload_that_the_service_does_not_have_leaves_no_parts() {
    let missing = || Response::new(404, "<Error><Code>NoSuchUpload</Code></Error>");
    for failing in ["part 2", "complete 1 2 3", "abort"] {
        let store = Store::start(move |request, _, response| match &*request.summary {
            summary if summary == failing => missing(),
            "part 3" if failing == "abort" => Response::new(403, "<Error><Code>AccessDenied</Code></Error>"),
            _ => response,
        });
        let upload = put(&store).upload(content(LENGTH)).part_size(5 * MIB as u64).concurrency(1);
        let error = upload.send().await.unwrap_err();
        assert_eq!(error.upload_id(), None, "{error}");
        assert_eq!(store.take_summaries().contains(&"abort".to_owned()), failing == "abort");
    }
}

#[tokio::test]
async fn checksums_can_be_turned_off() {
    let store = Store::start(sound);
    let config = config(&store).request_checksum_calculation(RequestChecksumCalculation::WhenRequired);
    let client = Client::from_conf(config.build());
    let upload = client.put_object().bucket("b").key("k").upload(content(6 * MIB)).multipart_threshold(0);
    upload.send().await.unwrap();
    assert_eq!(store.request("create").header("x-amz-checksum-algorithm"), None);
    let part = store.request("part 1");
    assert!(!part.headers.keys().any(|name| name.starts_with("x-amz-checksum")), "{:?}", part.headers);
}

#[tokio::test]
async fn failed_upload_is_aborted() {
    let store = Store::start(|request, _, response| match &*request.summary {
        "part 2" => Response::new(403, "<Error><Code>AccessDenied</Code><Message>no</Message></Error>"),
        _ => response,
    });
    let upload = put(&store).upload(content(LENGTH)).part_size(5 * MIB as u64).concurrency(1);
    let error = upload.send().await.unwrap_err();
    assert_eq!(error.to_string(), "UploadPart: AccessDenied: no (HTTP 403)");
    assert_eq!(error.upload_id(), None);
    let TransferErrorKind::Call(error) = error.into_kind() else { panic!("not a call") };
    assert_eq!(error.code(), Some("AccessDenied"));
    assert_eq!(store.take_summaries(), ["abort", "create", "part 1", "part 2"]);
}

#[tokio::test]
async fn failed_upload_is_resumed() {
    let store = Store::start(|request, earlier, response| match (&*request.summary, earlier) {
        ("part 2", 0) => Response::new(403, "<Error><Code>AccessDenied</Code></Error>"),
        _ => response,
    });
    let upload = || put(&store).upload(content(LENGTH)).part_size(5 * MIB as u64).concurrency(1);
    let error = upload().keep_parts_on_failure().send().await.unwrap_err();
    assert_eq!(error.upload_id(), Some("an id"));
    assert_eq!(store.take_summaries(), ["create", "part 1", "part 2"]);
    // The fault is in the first request of its kind that the store remembers.
    let error = upload().resume("an id").send().await.unwrap_err();
    assert_eq!(error.upload_id(), Some("an id"));
    upload().resume("an id").send().await.unwrap();
    assert!(store.object() == content(LENGTH));
    assert_eq!(store.take_summaries(), ["complete 1 2 3", "list", "list", "part 2", "part 2", "part 3"]);
    // Each page has one part.
    upload().resume("an id").send().await.unwrap();
    assert_eq!(store.take_summaries(), ["complete 1 2 3", "list", "list", "list"]);
}

#[tokio::test]
async fn large_object_is_downloaded_in_parts() {
    // The first response and a part break, and a part fails at first.
    let store = Store::start(|request, earlier, response| match (&*request.summary, earlier) {
        ("get", _) => Response { cut: Some(100), ..response },
        ("get bytes=100000-199999", 0) if response.status != 0 => Response { cut: Some(1000), ..response },
        ("get bytes=200000-250006", 0) => Response::new(503, "<Error><Code>SlowDown</Code></Error>"),
        _ => response,
    })
    .with_object(content(250_007));
    let file = File::with("download", b"older");
    let output = get(&store).download(&file.0).part_size(100_000).send().await.unwrap();
    assert!(fs::read(&file.0).unwrap() == content(250_007));
    assert_eq!((output.content_length(), output.e_tag()), (Some(250_007), Some("\"tag\"")));
    assert_eq!(output.body.bytes(), Some(&b""[..]));
    assert_eq!(store.request("get bytes=100-99999").header("if-match"), Some("\"tag\""));
    let expected = [
        "get",
        "get bytes=100-99999",
        "get bytes=100000-199999",
        "get bytes=101000-199999",
        "get bytes=200000-250006",
        "get bytes=200000-250006",
    ];
    assert_eq!(store.take_summaries(), expected);
}

#[tokio::test]
async fn object_that_changes_or_has_another_checksum_is_an_error() {
    let store = Store::start(|request, _, response| match &*request.summary {
        "get bytes=200000-250006" => Response::new(412, ""),
        _ => response,
    })
    .with_object(content(250_007));
    let file = File::new("changed");
    let error = get(&store).download(&file.0).part_size(100_000).send().await.unwrap_err();
    assert!(matches!(error.kind(), TransferErrorKind::ObjectChanged), "{error:?}");

    for (length, is_sound) in [(250_007, true), (250_007, false), (1000, true), (1000, false)] {
        let checked = checksum("CRC32", &content(if is_sound { length } else { length - 1 }));
        let store = Store::start(move |request, _, response| match &*request.summary {
            "get" if response.status != 0 => response.with("x-amz-checksum-crc32", checked.clone()),
            _ => response,
        });
        let store = store.with_object(content(length));
        let result = get(&store).download(&file.0).part_size(100_000).send().await;
        assert_eq!(store.request("get").header("x-amz-checksum-mode"), Some("ENABLED"));
        assert_eq!((result.is_ok(), file.0.exists()), (is_sound, is_sound), "{result:?}");
        let _ = fs::remove_file(&file.0);
    }
}

#[tokio::test]
async fn broken_object_with_sha256_is_requested_again_as_a_whole() {
    for is_sound in [true, false] {
        let checked = checksum("SHA256", &content(if is_sound { 1000 } else { 999 }));
        let store = Store::start(move |request, earlier, response| match &*request.summary {
            "get" if response.status != 0 => Response {
                cut: (earlier == 0).then_some(100),
                ..response.with("x-amz-checksum-sha256", checked.clone())
            },
            _ => response,
        });
        let store = store.with_object(content(1000));
        let file = File::new("sha256");
        let result = get(&store).download(&file.0).send().await;
        assert_eq!((result.is_ok(), file.0.exists()), (is_sound, is_sound), "{result:?}");
        assert_eq!(store.take_summaries(), ["get", "get"]);
    }
}

#[tokio::test]
async fn checksum_of_checksums_is_not_compared() {
    let store = Store::start(|request, _, response| match &*request.summary {
        "get" if response.status != 0 => {
            response.with("x-amz-checksum-crc32", "AAAAAA==").with("x-amz-checksum-type", "COMPOSITE")
        }
        _ => response,
    })
    .with_object(content(250_007));
    let file = File::new("composite");
    // Parts have at least 64 KiB.
    get(&store).download(&file.0).part_size(0).send().await.unwrap();
    assert!(fs::read(&file.0).unwrap() == content(250_007));
    assert_eq!(store.take_summaries().len(), 4);
}

#[tokio::test]
async fn download_is_of_a_whole_object() {
    let store = Store::start(sound).with_object(content(10));
    let file = File::new("range");
    let error = get(&store).range("bytes=0-1").download(&file.0).send().await.unwrap_err();
    assert!(error.to_string().contains("range"), "{error}");
    assert_eq!(store.take_summaries(), Vec::<String>::new());
    let store = Store::start(|_, _, _| Response::new(404, "<Error><Code>NoSuchKey</Code></Error>"));
    let error = get(&store).download(&file.0).send().await.unwrap_err();
    assert_eq!(error.to_string(), "GetObject: NoSuchKey (HTTP 404)");
    assert!(!file.0.exists());
}
