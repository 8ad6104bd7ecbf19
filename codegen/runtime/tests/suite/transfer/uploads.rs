//! Uploads.

use std::{
    fs, io,
    pin::Pin,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    task::{Context, Poll},
    time::Duration,
};

use tinsmith_runtime::transfer::{Progress, Source, TransferErrorKind, Upload};
use tokio::io::{AsyncRead, AsyncWriteExt as _, ReadBuf, duplex};

use super::{
    Folder, content,
    fake_upload::{FakeUpload, PART},
    recorded,
};

pub(super) fn upload(fake: &FakeUpload, source: impl Into<Source>) -> Upload<FakeUpload> {
    Upload::new(fake.clone(), source.into()).part_size(PART).multipart_threshold(PART).concurrency(3)
}

#[tokio::test(start_paused = true)]
async fn content_below_the_threshold_is_sent_as_a_whole() {
    let folder = Folder::new();
    for length in [0, 1, 99] {
        let content = content(length);
        let file = Source::path(folder.file(&content));
        for source in [file, content.clone().into(), Source::reader(io::Cursor::new(content.clone()))] {
            let (on_progress, progress) = recorded();
            let fake = FakeUpload::default();
            let output = upload(&fake, source).on_progress(on_progress).send().await.unwrap();
            assert_eq!((output, fake.calls()), ("whole", vec!["put".to_owned()]));
            assert_eq!(fake.0.lock().unwrap().whole.as_deref(), Some(&content[..]));
            let progress: Vec<_> = progress.lock().unwrap().iter().map(|it| (it.bytes, it.total)).collect();
            assert_eq!(progress, [(length as u64, Some(length as u64))]);
        }
    }
}

#[tokio::test(start_paused = true)]
async fn larger_content_is_sent_in_parts_at_the_same_time() {
    let folder = Folder::new();
    for (length, parts) in [(100, 1), (101, 2), (1000, 10), (1050, 11)] {
        let content = content(length);
        let file = Source::path(folder.file(&content));
        for source in [file, content.clone().into(), Source::reader(io::Cursor::new(content.clone()))] {
            let (on_progress, progress) = recorded();
            let fake = FakeUpload::default();
            let output = upload(&fake, source).on_progress(on_progress).send().await.unwrap();
            assert_eq!(output, "in parts");
            assert!(fake.object() == content);
            assert_eq!(fake.calls().len(), parts + 2, "{:?}", fake.calls());
            assert_eq!(fake.most_in_flight(), parts.min(3));
            let progress = progress.lock().unwrap();
            assert_eq!(progress.len(), parts);
            assert!(progress.is_sorted_by_key(|progress| progress.bytes));
            assert_eq!(progress.last().unwrap().bytes, length as u64);
        }
    }
}

#[tokio::test(start_paused = true)]
async fn parts_may_be_confirmed_in_any_order() {
    let fake = FakeUpload::default();
    upload(&fake, content(300)).send().await.unwrap();
    assert_eq!(fake.calls(), ["create", "part 3", "part 2", "part 1", "complete"]);
}

#[tokio::test(start_paused = true)]
async fn size_of_parts_is_raised_for_long_content() {
    let fake = FakeUpload::default();
    upload(&fake, content(1000)).part_size(1).send().await.unwrap();
    assert_eq!(fake.0.lock().unwrap().parts.len(), 20);
}

/// A reader that compares what it returned with what was confirmed.
struct Counted {
    content: io::Cursor<Vec<u8>>,
    confirmed: Arc<AtomicU64>,
    /// The greatest number of bytes that were not confirmed.
    most: Arc<AtomicU64>,
}

impl AsyncRead for Counted {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        let result = Pin::new(&mut self.content).poll_read(context, buffer);
        self.most
            .fetch_max(self.content.position() - self.confirmed.load(Ordering::Relaxed), Ordering::Relaxed);
        result
    }
}

#[tokio::test(start_paused = true)]
async fn parts_of_a_reader_in_memory_are_bounded() {
    let (confirmed, most) = (Arc::new(AtomicU64::new(0)), Arc::new(AtomicU64::new(0)));
    let content = io::Cursor::new(content(1500));
    let reader = Counted { content, confirmed: confirmed.clone(), most: most.clone() };
    let on_progress = move |progress: Progress| confirmed.store(progress.bytes, Ordering::Relaxed);
    let fake = FakeUpload::default();
    upload(&fake, Source::reader(reader)).on_progress(on_progress).send().await.unwrap();
    assert_eq!(most.load(Ordering::Relaxed), 3 * PART);
    assert_eq!(fake.most_in_flight(), 3);
}

#[tokio::test(start_paused = true)]
async fn parts_are_sent_while_a_reader_waits() {
    let (mut writer, reader) = duplex(1000);
    writer.write_all(&content(300)).await.unwrap();
    let mut writer = Some(writer);
    // The reader ends when both parts before the last one are confirmed.
    let on_progress = move |progress: Progress| {
        if progress.bytes == 2 * PART {
            drop(writer.take());
        }
    };
    let fake = FakeUpload::default();
    let call = upload(&fake, Source::reader(reader)).on_progress(on_progress).send();
    tokio::time::timeout(Duration::from_secs(60), call).await.unwrap().unwrap();
    assert!(fake.object() == content(300));
}

#[tokio::test(start_paused = true)]
async fn failed_upload_is_aborted() {
    for (failing, has_upload) in [("create", false), ("part 2", true), ("complete", true)] {
        let fake = FakeUpload::failing(failing);
        let error = upload(&fake, content(350)).send().await.unwrap_err();
        assert_eq!(error.to_string(), format!("{failing} failed"));
        assert_eq!(error.upload_id(), None);
        assert_eq!(fake.calls().last().unwrap(), if has_upload { "abort" } else { "create" });
    }
    let fake = FakeUpload::failing("put");
    let error = upload(&fake, content(50)).send().await.unwrap_err();
    assert_eq!((error.to_string(), fake.calls()), ("put failed".to_owned(), vec!["put".to_owned()]));
}

#[tokio::test(start_paused = true)]
async fn no_part_is_sent_after_a_failure() {
    let fake = FakeUpload::failing("part 1");
    upload(&fake, content(1000)).concurrency(1).send().await.unwrap_err();
    assert_eq!(fake.calls(), ["create", "part 1", "abort"]);
}

#[tokio::test(start_paused = true)]
async fn failure_to_abort_does_not_hide_the_first_error() {
    let fake = FakeUpload::failing("part 2, abort");
    let error = upload(&fake, content(350)).send().await.unwrap_err();
    assert_eq!(error.to_string(), "part 2 failed (parts of the upload `id` remain)");
    assert_eq!(error.upload_id(), Some("id"));
    assert!(matches!(error.into_kind(), TransferErrorKind::Call(error) if error == "part 2 failed"));
}

#[tokio::test(start_paused = true)]
async fn upload_that_the_service_does_not_have_leaves_no_parts() {
    for (failing, keeps, calls) in [
        ("part 2", false, &["create", "part 1", "part 2"][..]),
        ("part 2", true, &["create", "part 1", "part 2"]),
        ("complete", false, &["create", "part 1", "part 2", "complete"]),
    ] {
        let fake = FakeUpload::failing(failing);
        fake.0.lock().unwrap().is_missing = true;
        let call = upload(&fake, content(200)).concurrency(1);
        let call = if keeps { call.keep_parts_on_failure() } else { call };
        let error = call.send().await.unwrap_err();
        assert_eq!(
            (error.to_string(), fake.calls()),
            (format!("missing: {failing} failed"), calls.iter().map(|&call| call.to_owned()).collect())
        );
        assert_eq!(error.upload_id(), None);
    }
}

#[tokio::test(start_paused = true)]
async fn missing_upload_need_not_be_aborted() {
    let fake = FakeUpload::failing("abort");
    fake.0.lock().unwrap().is_missing = true;
    let source = Source::reader(Failing(io::Cursor::new(content(250))));
    let error = upload(&fake, source).send().await.unwrap_err();
    assert_eq!((error.to_string(), error.upload_id()), ("unplugged".to_owned(), None));
    assert_eq!(fake.calls().last().unwrap(), "abort");
}

#[tokio::test(start_paused = true)]
async fn dropped_upload_is_aborted_in_the_background() {
    for (keeps, calls) in [(false, &["create", "abort"][..]), (true, &["create"])] {
        let fake = FakeUpload::default();
        let call = upload(&fake, content(350));
        let call = if keeps { call.keep_parts_on_failure() } else { call };
        tokio::time::timeout(Duration::from_millis(20), call.send()).await.unwrap_err();
        tokio::time::sleep(Duration::from_secs(1)).await;
        assert_eq!(fake.calls(), calls);
    }
}

#[tokio::test(start_paused = true)]
async fn changed_file_is_an_error() {
    for length in [0, 349, 351] {
        let folder = Folder::new();
        let path = folder.file(&content(350));
        let (fake, changed) = (FakeUpload::default(), path.clone());
        fake.0.lock().unwrap().on_part = Some(Box::new(move |number| {
            if number == 1 {
                fs::write(&changed, content(length)).unwrap();
            }
        }));
        let error = upload(&fake, path).send().await.unwrap_err();
        assert!(matches!(error.kind(), TransferErrorKind::SourceChanged), "{error:?}");
        assert_eq!(fake.calls().last().unwrap(), "abort");
    }
}

#[tokio::test(start_paused = true)]
async fn unreadable_source_is_an_error() {
    let folder = Folder::new();
    for path in [folder.path().join("missing"), folder.path().to_owned()] {
        let fake = FakeUpload::default();
        let error = upload(&fake, path).send().await.unwrap_err();
        assert!(matches!(error.kind(), TransferErrorKind::Io(_)), "{error:?}");
        assert_eq!(fake.calls(), Vec::<String>::new());
    }
}

/// A reader that fails after its content.
struct Failing(io::Cursor<Vec<u8>>);

impl AsyncRead for Failing {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        let before = buffer.filled().len();
        match Pin::new(&mut self.0).poll_read(context, buffer) {
            Poll::Ready(Ok(())) if buffer.filled().len() == before => {
                Poll::Ready(Err(io::Error::other("unplugged")))
            }
            result => result,
        }
    }
}

#[tokio::test(start_paused = true)]
async fn failed_reader_aborts_the_upload() {
    let fake = FakeUpload::default();
    let source = Source::reader(Failing(io::Cursor::new(content(250))));
    let error = upload(&fake, source).send().await.unwrap_err();
    assert!(matches!(error.kind(), TransferErrorKind::Io(error) if error.to_string() == "unplugged"));
    assert_eq!(fake.calls().last().unwrap(), "abort");
}

#[tokio::test(start_paused = true)]
async fn reader_with_too_many_parts_is_an_error() {
    let fake = FakeUpload::default();
    let error = upload(&fake, Source::reader(io::Cursor::new(content(2001)))).send().await.unwrap_err();
    assert_eq!(error.to_string(), "the source has more than 20 parts: set a greater `part_size`");
    assert_eq!(fake.calls().last().unwrap(), "abort");
    let fake = FakeUpload::default();
    upload(&fake, Source::reader(io::Cursor::new(content(2000)))).send().await.unwrap();
    assert!(fake.object() == content(2000));
}

#[test]
fn futures_can_be_spawned() {
    fn check(_: impl Send + 'static) {}
    check(upload(&FakeUpload::default(), content(1)).send());
}
