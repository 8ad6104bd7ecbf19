//! Downloads.

use std::{
    fmt,
    path::{Path, PathBuf},
    sync::Arc,
};

use crc_fast::Digest;
use futures_util::stream::{self, StreamExt as _, TryStreamExt as _};

use super::{
    Downloader, Fetched, Progress, TransferError, TransferErrorKind,
    checksum::{Expected, of_whole},
    fetch::Object,
    partial_file::{PartialFile, require_replaceable},
    parts::{DEFAULT_CONCURRENCY, DEFAULT_PART_SIZE, Span, divide},
    progress::{Meter, OnProgress},
    service::{CallFuture, CallResult},
};
use crate::orchestrator::BoxFuture;

/// A download of one object to a file, in parts if it is large.
#[must_use = "a download does nothing until it is sent"]
pub struct Download<D> {
    downloader: D,
    target: PathBuf,
    part_size: u64,
    concurrency: usize,
    on_progress: Option<OnProgress>,
}

impl<D: Downloader> Download<D> {
    #[doc(hidden)]
    pub fn new(downloader: D, target: PathBuf) -> Self {
        Self {
            downloader,
            target,
            part_size: DEFAULT_PART_SIZE,
            concurrency: DEFAULT_CONCURRENCY,
            on_progress: None,
        }
    }

    /// Sets the size of parts in bytes: by default 8 MiB, and at least 64 KiB.
    pub fn part_size(mut self, bytes: u64) -> Self {
        self.part_size = bytes;
        self
    }

    /// Sets the number of parts that are received at the same time: by default 6. They are not kept in memory.
    pub fn concurrency(mut self, parts: usize) -> Self {
        self.concurrency = parts.max(1);
        self
    }

    /// Sets a function that is called for each piece of content that was received.
    pub fn on_progress(mut self, on_progress: impl FnMut(Progress) + Send + 'static) -> Self {
        self.on_progress = Some(Box::new(on_progress));
        self
    }

    /// Receives the object and writes it to the file, which replaces an older one. Returns the output of the first response,
    /// whose body is empty.
    ///
    /// Until the object is complete, it is in a file next to the target, which is deleted if the download fails or the future
    /// is dropped.
    ///
    /// # Errors
    ///
    /// Returns an error if a call fails, the object changes, its checksum is another one, or the file cannot be written.
    pub async fn send(self) -> Result<D::Output, TransferError<D::Error>> {
        let future: BoxFuture<_> = Box::pin(async move { Ok(self.run().await?) });
        future.await
    }

    async fn run(self) -> CallResult<D::Output, D::Error> {
        let Self { downloader, target, part_size, concurrency, on_progress } = self;
        require_replaceable(&target).await?;
        let fetched = downloader.get(None).await?;
        let total = fetched.length.and_then(|length| u64::try_from(length).ok()).ok_or_else(|| {
            TransferErrorKind::Response("the response does not have the length of the object".to_owned())
        })?;
        let expected = Expected::find(of_whole(&fetched));
        let is_compared_by_body = expected.is_none() && of_whole(&fetched).next().is_some();
        let Fetched { output, body, e_tag, .. } = fetched;
        let limits = downloader.limits();
        let object = Object {
            downloader,
            file: PartialFile::create(&target).await?,
            meter: Meter::new(Some(total), on_progress),
            total,
            expected,
            // A weak tag may be that of another object.
            e_tag: e_tag.filter(|tag| !tag.starts_with("W/")),
            is_compared_by_body,
        };
        // Without an entity tag, another response might have another object.
        let part_size = if object.e_tag.is_some() { part_size } else { total };
        let spans = divide(total, part_size, limits);
        receive(object, spans, body, concurrency, &target).await?;
        Ok(output)
    }
}

impl<D> fmt::Debug for Download<D> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Download").field("target", &self.target).finish_non_exhaustive()
    }
}

/// Receives the parts, the first of them from `body`.
async fn receive<D: Downloader>(
    object: Object<D>,
    spans: impl Iterator<Item = Span> + Send + 'static,
    body: aws_smithy_types::byte_stream::ByteStream,
    concurrency: usize,
    target: &Path,
) -> CallResult<(), D::Error> {
    let object = Arc::new(object);
    let (receiving, mut body) = (object.clone(), Some(body));
    let fetches = spans.map(move |span| {
        let (object, body) = (receiving.clone(), body.take());
        let fetch: CallFuture<(u64, Option<Digest>), D::Error> =
            Box::pin(async move { Ok((span.offset, object.fetch(span, body).await?)) });
        fetch
    });
    let received = stream::iter(fetches).buffer_unordered(concurrency);
    let mut received: Vec<(u64, Option<Digest>)> = received.try_collect().await?;
    received.sort_unstable_by_key(|(offset, _)| *offset);
    let digests = received.into_iter().filter_map(|(_, digest)| digest);
    if object.expected.as_ref().is_some_and(|expected| !expected.is_of(digests)) {
        return Err(TransferErrorKind::Checksum);
    }
    let object = Arc::into_inner(object).expect("all parts are received");
    Ok(object.file.complete(target).await?)
}
