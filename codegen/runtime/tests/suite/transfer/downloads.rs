//! Downloads.

use std::{fs, path::Path, time::Duration};

use aws_smithy_types::base64;
use tinsmith_runtime::transfer::{Download, TransferError, TransferErrorKind};

use super::{
    Folder, content,
    fake_object::{FakeObject, Fault},
    recorded,
};

fn download(object: &FakeObject, folder: &Folder) -> Download<FakeObject> {
    Download::new(object.clone(), folder.path().join("file")).part_size(100).concurrency(3)
}

/// Downloads over an older file, which must be the only one after the error.
async fn failed(object: &FakeObject) -> TransferError<String> {
    let folder = Folder::new();
    let path = folder.file(b"older");
    let error = download(object, &folder).send().await.unwrap_err();
    assert_eq!((folder.names(), fs::read(path).unwrap()), (vec!["file".to_owned()], b"older".to_vec()));
    error
}

async fn received(object: &FakeObject) {
    let folder = Folder::new();
    let path = folder.file(b"older");
    assert_eq!(download(object, &folder).send().await.unwrap(), "output");
    assert!(fs::read(path).unwrap() == object.0.lock().unwrap().content);
    assert_eq!(folder.names(), ["file"]);
}

#[tokio::test(start_paused = true)]
async fn small_object_needs_one_request() {
    for length in [0, 1, 100] {
        let object = FakeObject::new(content(length));
        received(&object).await;
        assert_eq!(object.requests(), [None]);
    }
}

#[tokio::test(start_paused = true)]
async fn large_object_is_received_in_parts_at_the_same_time() {
    let (folder, object) = (Folder::new(), FakeObject::new(content(1050)));
    let (on_progress, progress) = recorded();
    download(&object, &folder).on_progress(on_progress).send().await.unwrap();
    assert!(fs::read(folder.path().join("file")).unwrap() == content(1050));
    let mut requests = object.requests();
    requests.sort_unstable();
    let ranges = (1..10).map(|part| Some((part * 100, part * 100 + 99)));
    assert_eq!(requests, [None].into_iter().chain(ranges).chain([Some((1000, 1049))]).collect::<Vec<_>>());
    assert!((2..=3).contains(&object.0.lock().unwrap().most_in_flight));
    let progress = progress.lock().unwrap();
    assert!(progress.is_sorted_by_key(|progress| progress.bytes));
    assert_eq!(progress.last().map(|progress| (progress.bytes, progress.total)), Some((1050, Some(1050))));
}

#[tokio::test(start_paused = true)]
async fn broken_part_continues_where_it_stopped() {
    for fault in [Fault::Breaks(30), Fault::Ends(30)] {
        let object = FakeObject::with_fault(content(250), move |range| match range {
            None | Some((100 | 130, 199)) => fault,
            _ => Fault::None,
        });
        received(&object).await;
        let mut requests = object.requests();
        requests.sort_unstable();
        let expected =
            [None, Some((30, 99)), Some((100, 199)), Some((130, 199)), Some((160, 199)), Some((200, 249))];
        assert_eq!(requests, expected);
    }
}

#[tokio::test(start_paused = true)]
async fn part_is_given_up_after_five_responses() {
    let object = FakeObject::with_fault(content(250), |range| match range {
        Some((_, 199)) => Fault::Breaks(1),
        _ => Fault::None,
    });
    let error = failed(&object).await;
    assert!(matches!(error.kind(), TransferErrorKind::Body(_)), "{error:?}");
    assert_eq!(error.to_string(), "the body of the response could not be read to its end");
    let attempts = object.requests().into_iter().filter(|range| matches!(range, Some((_, 199))));
    assert_eq!(attempts.count(), 5);
}

#[tokio::test(start_paused = true)]
async fn object_that_changes_is_an_error() {
    for fault in [Fault::Changed, Fault::OtherTag] {
        let object = FakeObject::with_fault(content(250), move |range| match range {
            Some((200, _)) => fault,
            _ => Fault::None,
        });
        let error = failed(&object).await;
        assert!(matches!(error.kind(), TransferErrorKind::ObjectChanged), "{error:?}");
    }
}

#[tokio::test(start_paused = true)]
async fn failed_call_is_an_error() {
    for first in [true, false] {
        let fault = move |range: Option<_>| if range.is_none() == first { Fault::Call } else { Fault::None };
        let object = FakeObject::with_fault(content(250), fault);
        assert_eq!(failed(&object).await.to_string(), "the call failed");
    }
}

#[tokio::test(start_paused = true)]
async fn response_must_have_the_requested_range() {
    let object = FakeObject::with_fault(content(250), |_| Fault::Whole);
    let error = failed(&object).await.to_string();
    assert!(error.starts_with("a response has the range `` instead of `bytes "), "{error}");
}

#[tokio::test(start_paused = true)]
async fn object_without_a_strong_entity_tag_is_read_from_one_response() {
    for e_tag in [None, Some("W/\"tag\"")] {
        let object = FakeObject::new(content(250));
        object.0.lock().unwrap().e_tag = e_tag;
        received(&object).await;
        assert_eq!(object.requests(), [None]);
        object.0.lock().unwrap().fault = Box::new(|_| Fault::Breaks(30));
        failed(&object).await;
        assert_eq!(object.requests(), [None, None]);
    }
}

#[tokio::test(start_paused = true)]
async fn object_without_a_length_is_an_error() {
    let object = FakeObject::new(content(250));
    object.0.lock().unwrap().has_length = false;
    assert_eq!(failed(&object).await.to_string(), "the response does not have the length of the object");
}

/// The CRC-32 of 250 zeros was computed by the `zlib` of Python.
#[tokio::test(start_paused = true)]
async fn checksum_of_the_object_is_compared() {
    let object = FakeObject::new(vec![0; 250]);
    let set = |checksum: u32| {
        object.0.lock().unwrap().checksums = vec![("CRC32", Some(base64::encode(checksum.to_be_bytes())))];
    };
    set(CRC_OF_ZEROS);
    received(&object).await;
    set(CRC_OF_ZEROS + 1);
    let error = failed(&object).await;
    assert!(matches!(error.kind(), TransferErrorKind::Checksum), "{error:?}");
    object.0.lock().unwrap().content.clear();
    set(0);
    received(&object).await;
}

/// Returns an object of one part with a checksum that bodies compare, whose first response breaks.
fn broken_with_sha256(second: Fault) -> FakeObject {
    let mut faults = [Fault::Breaks(30), second].into_iter();
    let object = FakeObject::with_fault(content(100), move |_| faults.next().unwrap_or(Fault::None));
    object.0.lock().unwrap().checksums = vec![("CRC32", None), ("SHA256", Some("AAAA".to_owned()))];
    object
}

#[tokio::test(start_paused = true)]
async fn object_whose_checksum_cannot_be_combined_is_requested_again_as_a_whole() {
    let (folder, object) = (Folder::new(), broken_with_sha256(Fault::Breaks(50)));
    let (on_progress, progress) = recorded();
    download(&object, &folder).on_progress(on_progress).send().await.unwrap();
    assert!(fs::read(folder.path().join("file")).unwrap() == content(100));
    assert_eq!(object.requests(), [None, None, None]);
    let progress = progress.lock().unwrap();
    assert!(progress.is_sorted_by_key(|progress| progress.bytes));
    assert_eq!(progress.last().map(|progress| progress.bytes), Some(100));
}

#[tokio::test(start_paused = true)]
async fn object_that_changes_before_it_is_requested_again_is_an_error() {
    let error = failed(&broken_with_sha256(Fault::OtherTag)).await;
    assert!(matches!(error.kind(), TransferErrorKind::ObjectChanged), "{error:?}");
}

#[tokio::test(start_paused = true)]
async fn broken_object_with_a_checksum_of_checksums_continues_where_it_stopped() {
    let object = broken_with_sha256(Fault::None);
    object.0.lock().unwrap().checksums = vec![("SHA256", Some("AAAA-2".to_owned()))];
    received(&object).await;
    assert_eq!(object.requests(), [None, Some((30, 99))]);
}

const CRC_OF_ZEROS: u32 = 0x0b9a_04c3;

#[tokio::test(start_paused = true)]
async fn dropped_download_leaves_nothing() {
    let (folder, object) = (
        Folder::new(),
        FakeObject::with_fault(content(250), |range| match range {
            Some((200, _)) => Fault::Waits,
            _ => Fault::None,
        }),
    );
    let call = download(&object, &folder).send();
    tokio::time::timeout(Duration::from_secs(1), call).await.unwrap_err();
    assert_eq!(folder.names(), Vec::<String>::new());
}

#[tokio::test(start_paused = true)]
async fn target_without_a_folder_is_an_error() {
    let folder = Folder::new();
    let object = FakeObject::new(content(250));
    let error = Download::new(object, folder.path().join("missing/file")).send().await.unwrap_err();
    assert!(matches!(error.kind(), TransferErrorKind::Io(_)), "{error:?}");
}

#[tokio::test(start_paused = true)]
async fn target_that_is_not_a_regular_file_is_refused_before_the_call() {
    let folder = Folder::new();
    for target in [folder.path(), Path::new("/dev/null")] {
        let object = FakeObject::new(content(250));
        let error = Download::new(object.clone(), target.to_owned()).send().await.unwrap_err();
        assert_eq!(error.to_string(), format!("{} is not a regular file", target.display()));
        assert_eq!(object.requests(), []);
    }
}

#[test]
fn futures_can_be_spawned() {
    fn check(_: impl Send + 'static) {}
    check(download(&FakeObject::new(content(1)), &Folder::new()).send());
}
