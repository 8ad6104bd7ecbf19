//! Uploads in parts.

use std::{collections::BTreeMap, sync::Arc};

use aws_smithy_types::byte_stream;
use futures_util::stream::TryStreamExt as _;

use super::{
    ListedPart, TransferError, TransferErrorKind, Uploader,
    abort::{Abort, is_missing},
    content::Content,
    options::Options,
    progress::Meter,
    resume::{is_same, kept_parts},
    service::{CallFuture, CallResult},
    source_parts::{Part, Parts},
};

/// Sends the parts and completes the upload, or aborts it.
pub(super) async fn send_parts<U: Uploader>(
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
            abort.end();
            Ok(output)
        }
        Err(kind) => {
            let has_changed = match &content {
                Some(content) => content.has_changed().await,
                None => false,
            };
            if is_missing::<U>(&kind) {
                abort.end();
                return Err(kind.into());
            }
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
    fn send(self: Arc<Self>, part: Part) -> CallFuture<(i32, U::Part), U::Error> {
        Box::pin(async move {
            let Part { number, slice } = part;
            let sent = match self.kept.get(&number) {
                Some(kept) if is_same(kept, &slice).await.map_err(unreadable)? => kept.part.clone(),
                Some(_) | None => {
                    let body = slice.stream().await.map_err(unreadable)?;
                    self.uploader.send_part(&self.id, number, body).await?
                }
            };
            self.meter.add(slice.length());
            Ok((number, sent))
        })
    }
}

fn unreadable<E>(error: byte_stream::error::Error) -> TransferErrorKind<E> {
    TransferErrorKind::Io(error.into())
}
