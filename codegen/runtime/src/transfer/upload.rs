//! Uploads.

use std::fmt;

use futures_util::future::OptionFuture;

use super::{
    Progress, Source, TransferError, TransferErrorKind, Uploader,
    content::Content,
    multipart::send_parts,
    options::Options,
    progress::{Meter, OnProgress},
    service::CallResult,
    source::{Opened, read_first_part},
    source_parts::{parts_of_content, parts_of_reader},
};
use crate::orchestrator::BoxFuture;

/// An upload of one object, in parts if it is large.
#[must_use = "an upload does nothing until it is sent"]
pub struct Upload<U> {
    uploader: U,
    source: Source,
    options: Options,
}

impl<U: Uploader> Upload<U> {
    #[doc(hidden)]
    pub fn new(uploader: U, source: Source) -> Self {
        Self { uploader, source, options: Options::default() }
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
                let first = read_first_part(&mut reader, size).await.map_err(TransferErrorKind::Io)?;
                if (first.len() as u64) < size {
                    let is_whole = options.upload_id.is_none();
                    return send_content(uploader, Content::Memory(first), is_whole, options).await;
                }
                let parts = parts_of_reader(first, reader, size, uploader.limits());
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
        return send_whole(uploader, &content, options).await;
    }
    let parts = parts_of_content(&content, options.part_size, uploader.limits());
    send_parts(uploader, parts, Some(content), options).await
}

/// Sends the object in one request, and aborts the upload that would have been resumed, which has no use after that.
async fn send_whole<U: Uploader>(
    uploader: U,
    content: &Content,
    options: Options,
) -> Result<U::Output, TransferError<U::Error>> {
    let abort = options.upload_id.as_deref().map(|id| uploader.abort(id));
    match put(uploader, content, options.on_progress).await {
        Ok(output) => {
            if let Some(Err(_)) = OptionFuture::from(abort).await {
                tracing::debug!("the upload of an object that was sent as a whole remains");
            }
            Ok(output)
        }
        Err(kind) => Err(TransferError::new(kind, options.upload_id)),
    }
}

async fn put<U: Uploader>(
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
