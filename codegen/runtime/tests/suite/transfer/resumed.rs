//! Uploads that continue earlier ones.

use std::io;

use aws_smithy_types::base64;
use tinsmith_runtime::transfer::{ListedPart, Source};

use super::{
    Folder, content,
    fake_upload::{FakeUpload, PART, Page},
    recorded,
    uploads::upload,
};

/// Returns the CRC-32 in base64, computed bit by bit.
fn crc32(data: &[u8]) -> String {
    let mut crc = u32::MAX;
    for byte in data {
        crc ^= u32::from(*byte);
        for _ in 0..8 {
            crc = if crc & 1 == 1 { (crc >> 1) ^ 0xedb8_8320 } else { crc >> 1 };
        }
    }
    base64::encode((!crc).to_be_bytes())
}

/// Returns a part of the content with its checksum.
fn listed(number: usize, content: &[u8]) -> ListedPart<i32> {
    let size = usize::try_from(PART).unwrap();
    let start = (number - 1) * size;
    let data = &content[start..content.len().min(start + size)];
    ListedPart {
        number: Some(i32::try_from(number).unwrap()),
        length: Some(i64::try_from(data.len()).unwrap()),
        checksums: vec![("CRC64NVME", None), ("CRC32", Some(crc32(data)))],
        e_tag: Some("\"not-an-md5\"".to_owned()),
        part: i32::try_from(number).unwrap(),
    }
}

fn with_pages(pages: Vec<Page>) -> FakeUpload {
    let fake = FakeUpload::default();
    fake.0.lock().unwrap().pages = pages;
    fake
}

/// Returns the calls other than of `list`.
async fn resumed(fake: &FakeUpload, source: impl Into<Source>) -> Vec<String> {
    upload(fake, source).concurrency(1).resume("id").send().await.unwrap();
    fake.calls().into_iter().filter(|call| call != "list").collect()
}

#[tokio::test(start_paused = true)]
async fn parts_that_the_service_has_are_not_sent_again() {
    let (folder, content) = (Folder::new(), content(450));
    let file = Source::path(folder.file(&content));
    for source in [file, content.clone().into(), Source::reader(io::Cursor::new(content.clone()))] {
        // The third part is missing; that after the last one is of no use.
        let mut other = listed(5, &content);
        other.number = Some(6);
        let fake = with_pages(vec![
            vec![listed(1, &content), listed(2, &content)],
            vec![listed(4, &content), listed(5, &content), other],
        ]);
        let (on_progress, progress) = recorded();
        upload(&fake, source).concurrency(1).resume("id").on_progress(on_progress).send().await.unwrap();
        assert_eq!(fake.calls(), ["list", "list", "part 3", "complete"]);
        assert_eq!(fake.0.lock().unwrap().completed, Some((vec![1, 2, 3, 4, 5], 450)));
        assert_eq!(progress.lock().unwrap().last().unwrap().bytes, 450);
    }
}

#[tokio::test(start_paused = true)]
async fn parts_with_other_content_are_sent_again() {
    let content = content(350);
    let other_checksum = ListedPart { checksums: vec![("CRC32", Some(crc32(b"")))], ..listed(1, &content) };
    let other_length = ListedPart { length: Some(99), ..listed(2, &content) };
    let unknown_length = ListedPart { length: None, ..listed(3, &content) };
    let no_checksum = ListedPart { checksums: vec![("SHA512", Some("x".to_owned()))], ..listed(4, &content) };
    let fake = with_pages(vec![vec![other_checksum, other_length, unknown_length, no_checksum]]);
    assert_eq!(resumed(&fake, content).await, ["part 1", "part 2", "part 3", "part 4", "complete"]);
}

#[tokio::test(start_paused = true)]
async fn entity_tag_is_compared_without_a_checksum() {
    let content = b"The quick brown fox jumps over the lazy dog".to_vec();
    // The MD5 is that of the article about it in Wikipedia.
    for (e_tag, is_same) in [
        ("\"9e107d9d372bb6826bd81d3542a419d6\"", true),
        ("9E107D9D372BB6826BD81D3542A419D6", true),
        ("\"e4d909c290d0fb1ca068ffaddf22cbd0\"", false),
        ("\"9e107d9d372bb6826bd81d3542a419d6-1\"", false),
    ] {
        let part = ListedPart { checksums: Vec::new(), e_tag: Some(e_tag.to_owned()), ..listed(1, &content) };
        let fake = with_pages(vec![vec![part]]);
        let calls = resumed(&fake, content.clone()).await;
        assert_eq!(calls.len(), if is_same { 1 } else { 2 }, "{e_tag}: {calls:?}");
    }
}

#[tokio::test(start_paused = true)]
async fn failed_upload_can_keep_its_parts_and_be_resumed() {
    let content = content(350);
    let fake = FakeUpload::failing("part 3");
    let call = upload(&fake, content.clone()).concurrency(1);
    let error = call.keep_parts_on_failure().send().await.unwrap_err();
    assert_eq!(error.to_string(), "part 3 failed (parts of the upload `id` remain)");
    assert_eq!(fake.calls(), ["create", "part 1", "part 2", "part 3"]);

    fake.0.lock().unwrap().pages = vec![vec![listed(1, &content), listed(2, &content)]];
    for failing in ["list", "part 3", "complete"] {
        fake.0.lock().unwrap().fails = failing;
        let call = upload(&fake, content.clone()).resume(error.upload_id().unwrap());
        let error = call.send().await.unwrap_err();
        assert_eq!(error.upload_id(), Some("id"));
        assert_eq!(error.to_string(), format!("{failing} failed (parts of the upload `id` remain)"));
    }
    fake.0.lock().unwrap().fails = "";
    upload(&fake, content.clone()).resume("id").send().await.unwrap();
    assert!(!fake.calls().contains(&"abort".to_owned()));
    let sent = fake.calls().into_iter().filter(|call| call.starts_with("part 1") || call == "create");
    assert_eq!(sent.count(), 2);
}

#[tokio::test(start_paused = true)]
async fn page_that_repeats_its_marker_is_an_error() {
    let content = content(350);
    let fake = with_pages(vec![vec![listed(1, &content)], vec![listed(2, &content)]]);
    fake.0.lock().unwrap().repeats_page = true;
    let error = upload(&fake, content).resume("id").send().await.unwrap_err();
    assert!(error.to_string().starts_with("a page of the parts has its own marker"), "{error}");
    assert_eq!((error.upload_id(), fake.calls()), (Some("id"), vec!["list".to_owned(); 2]));
}

#[tokio::test(start_paused = true)]
async fn upload_without_content_is_aborted_when_the_object_is_sent_as_a_whole() {
    let fake = FakeUpload::failing("put");
    let error = upload(&fake, Vec::new()).resume("id").send().await.unwrap_err();
    assert_eq!((error.upload_id(), fake.calls()), (Some("id"), vec!["put".to_owned()]));
    for failing in ["", "abort"] {
        let fake = FakeUpload::failing(failing);
        assert_eq!(upload(&fake, Vec::new()).resume("id").send().await.unwrap(), "whole");
        assert_eq!(fake.calls(), ["put", "abort"]);
    }
}
