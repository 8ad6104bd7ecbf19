//! Uploads.

use std::{collections::BTreeMap, fmt, sync::Arc};

use futures_util::stream::{self, BoxStream, StreamExt as _, TryStreamExt as _};

use super::{
    ListedPart, PartLimits, Progress, Source, TransferError, TransferErrorKind, Uploader,
    abort::Abort,
    parts::{DEFAULT_CONCURRENCY, DEFAULT_PART_SIZE, divide},
    progress::{Meter, OnProgress},
    resume::{is_same, kept_parts},
    service::CallResult,
    source::{Content, Opened, Reader, Slice, read_part},
};
use crate::orchestrator::BoxFuture;

/// An upload of one object, in parts if it is large.
#[must_use = "an upload does nothing until it is sent"]
pub struct Upload<U> {
    uploader: U,
    source: Source,
    options: Options,
}

struct Options {
    part_size: u64,
    concurrency: usize,
    multipart_threshold: u64,
    upload_id: Option<String>,
    keeps_parts: bool,
    on_progress: Option<OnProgress>,
}

impl<U: Uploader> Upload<U> {
    #[doc(hidden)]
    pub fn new(uploader: U, source: Source) -> Self {
        let options = Options {
            part_size: DEFAULT_PART_SIZE,
            concurrency: DEFAULT_CONCURRENCY,
            multipart_threshold: DEFAULT_PART_SIZE,
            upload_id: None,
            keeps_parts: false,
            on_progress: None,
        };
        Self { uploader, source, options }
    }

    /// Sets the size of parts in bytes: by default 8 MiB, and more if there would be too many parts or they would be too small
    /// for the service.
    pub fn part_size(mut self, bytes: u64) -> Self {
        self.options.part_size = bytes;
        self
    }

    /// Sets the number of parts that are sent at the same time: by default 6.
    ///
    /// The parts of a reader are in memory, up to the product of this number and the size of parts.
    pub fn concurrency(mut self, parts: usize) -> Self {
        self.options.concurrency = parts.max(1);
        self
    }

    /// Sets the length in bytes from which content is sent in parts: by default 8 MiB. The content of a reader is sent in parts
    /// if it does not fit in one.
    pub fn multipart_threshold(mut self, bytes: u64) -> Self {
        self.options.multipart_threshold = bytes;
        self
    }

    /// Sets a function that is called when the service has confirmed a part, or the whole of content that has none.
    pub fn on_progress(mut self, on_progress: impl FnMut(Progress) + Send + 'static) -> Self {
        self.options.on_progress = Some(Box::new(on_progress));
        self
    }

    /// Continues an upload that failed. Parts that the service has are not sent again if they have the length and checksum of
    /// those of the source. Parts are kept if the upload fails again.
    pub fn resume(mut self, upload_id: impl Into<String>) -> Self {
        self.options.upload_id = Some(upload_id.into());
        self.keep_parts_on_failure()
    }

    /// Keeps the parts that were sent when the upload fails, for [`resume`](Self::resume) with
    /// [`TransferError::upload_id`]. By default, the upload is aborted, which deletes them.
    pub fn keep_parts_on_failure(mut self) -> Self {
        self.options.keeps_parts = true;
        self
    }

    /// Sends the content.
    ///
    /// When the future is dropped before it is ready, requests are cancelled, and the upload is aborted in the background if
    /// there is a Tokio runtime. A part that arrives after that remains: let a lifecycle rule of the bucket delete it.
    ///
    /// # Errors
    ///
    /// Returns an error if the source cannot be read or changes, or a call fails.
    pub async fn send(self) -> Result<U::Output, TransferError<U::Error>> {
        let future: BoxFuture<_> = Box::pin(self.run());
        future.await
    }

    async fn run(self) -> Result<U::Output, TransferError<U::Error>> {
        let Self { uploader, source, options } = self;
        let opened = source.open().await.map_err(TransferErrorKind::Io)?;
        let size = uploader.limits().size(options.part_size);
        match opened {
            Opened::Content(content) => {
                let is_whole = options.upload_id.is_none() && content.length() < options.multipart_threshold;
                send_content(uploader, content, is_whole, options).await
            }
            Opened::Reader(mut reader) => {
                let first = read_part(&mut reader, size).await.map_err(TransferErrorKind::Io)?;
                if (first.len() as u64) < size {
                    let is_whole = options.upload_id.is_none();
                    return send_content(uploader, Content::Memory(first), is_whole, options).await;
                }
                let first = Part { number: 1, slice: Slice::Memory(first) };
                let rest = parts_of_reader(reader, size, uploader.limits());
                let parts = stream::iter([Ok(first)]).chain(rest).boxed();
                send_parts(uploader, parts, None, options).await
            }
        }
    }
}

impl<U> fmt::Debug for Upload<U> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Upload").field("source", &self.source).finish_non_exhaustive()
    }
}

/// Sends content whose length is known.
async fn send_content<U: Uploader>(
    uploader: U,
    content: Content,
    is_whole: bool,
    options: Options,
) -> Result<U::Output, TransferError<U::Error>> {
    // There are no parts without content.
    if is_whole || content.length() == 0 {
        return Ok(send_whole(uploader, &content, options.on_progress).await?);
    }
    let spans = divide(content.length(), options.part_size, uploader.limits());
    let sliced = content.clone();
    let parts = (1..).zip(spans).map(move |(number, span)| Ok(Part { number, slice: sliced.slice(span) }));
    send_parts(uploader, stream::iter(parts).boxed(), Some(content), options).await
}

async fn send_whole<U: Uploader>(
    uploader: U,
    content: &Content,
    on_progress: Option<OnProgress>,
) -> CallResult<U::Output, U::Error> {
    let result = match content.whole().stream().await {
        Ok(body) => uploader.put(body).await,
        Err(error) => Err(TransferErrorKind::Io(error.into())),
    };
    if content.has_changed().await {
        return Err(TransferErrorKind::SourceChanged);
    }
    let output = result?;
    Meter::new(Some(content.length()), on_progress).add(content.length());
    Ok(output)
}

/// A part of the source.
struct Part {
    number: i32,
    slice: Slice,
}

/// Parts of the source, in their order.
type Parts<E> = BoxStream<'static, CallResult<Part, E>>;

/// Reads the parts after the first one.
fn parts_of_reader<E: Send + 'static>(reader: Reader, size: u64, limits: PartLimits) -> Parts<E> {
    let numbers = 2..;
    let next = move |(mut reader, mut numbers): (Reader, std::ops::RangeFrom<i32>)| async move {
        let part = read_part(&mut reader, size).await?;
        let number = numbers.next().filter(|_| !part.is_empty());
        match number {
            Some(number) if u64::from(number.unsigned_abs()) > limits.max_count => {
                Err(TransferErrorKind::TooManyParts(limits.max_count))
            }
            number => {
                Ok(number.map(|number| (Part { number, slice: Slice::Memory(part) }, (reader, numbers))))
            }
        }
    };
    stream::try_unfold((reader, numbers), next).boxed()
}

/// Sends the parts and completes the upload, or aborts it.
async fn send_parts<U: Uploader>(
    uploader: U,
    parts: Parts<U::Error>,
    content: Option<Content>,
    options: Options,
) -> Result<U::Output, TransferError<U::Error>> {
    let uploader = Arc::new(uploader);
    let is_resumed = options.upload_id.is_some();
    let id = match options.upload_id {
        Some(id) => id,
        None => uploader.create().await?,
    };
    let abort = Abort::new(uploader.clone(), &id, options.keeps_parts);
    let meter = Meter::new(content.as_ref().map(Content::length), options.on_progress);
    let attempt = Attempt { uploader, id, kept: BTreeMap::new(), meter };
    let result = attempt.run(is_resumed, parts, options.concurrency, content.as_ref()).await;
    match result {
        Ok(output) => {
            abort.complete();
            Ok(output)
        }
        Err(kind) => {
            let has_changed = match &content {
                Some(content) => content.has_changed().await,
                None => false,
            };
            let kind = if has_changed { TransferErrorKind::SourceChanged } else { kind };
            Err(TransferError::new(kind, abort.abort().await))
        }
    }
}

/// An upload in parts.
struct Attempt<U: Uploader> {
    uploader: Arc<U>,
    id: String,
    /// Parts that the service has from an earlier attempt.
    kept: BTreeMap<i32, ListedPart<U::Part>>,
    meter: Meter,
}

impl<U: Uploader> Attempt<U> {
    async fn run(
        mut self,
        is_resumed: bool,
        parts: Parts<U::Error>,
        concurrency: usize,
        content: Option<&Content>,
    ) -> CallResult<U::Output, U::Error> {
        if is_resumed {
            self.kept = kept_parts(&*self.uploader, &self.id).await?;
        }
        let attempt = Arc::new(self);
        let sending = attempt.clone();
        let sent = parts.map_ok(move |part| sending.clone().send(part)).try_buffer_unordered(concurrency);
        let mut sent: Vec<(i32, U::Part)> = sent.try_collect().await?;
        sent.sort_unstable_by_key(|(number, _)| *number);
        if let Some(content) = content
            && content.has_changed().await
        {
            return Err(TransferErrorKind::SourceChanged);
        }
        let sent = sent.into_iter().map(|(_, part)| part).collect();
        attempt.uploader.complete(&attempt.id, sent, attempt.meter.bytes()).await
    }

    /// Sends a part, unless the service has it.
    fn send(self: Arc<Self>, part: Part) -> BoxFuture<CallResult<(i32, U::Part), U::Error>> {
        Box::pin(async move {
            let Part { number, slice } = part;
            let unreadable =
                |error: aws_smithy_types::byte_stream::error::Error| TransferErrorKind::Io(error.into());
            let kept = match self.kept.get(&number) {
                Some(kept) if is_same(kept, &slice).await.map_err(unreadable)? => Some(kept.part.clone()),
                _ => None,
            };
            let sent = match kept {
                Some(kept) => kept,
                None => {
                    let body = slice.stream().await.map_err(unreadable)?;
                    self.uploader.send_part(&self.id, number, body).await?
                }
            };
            self.meter.add(slice.length());
            Ok((number, sent))
        })
    }
}
