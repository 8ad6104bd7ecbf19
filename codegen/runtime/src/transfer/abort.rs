//! Aborting of uploads that are not completed.

use std::sync::Arc;

use tokio::runtime::Handle;

use super::{TransferErrorKind, Uploader};

/// Aborts an upload when it is dropped, unless it was ended before.
pub(super) struct Abort<U: Uploader> {
    /// `None` if parts are kept, and after the end.
    uploader: Option<Arc<U>>,
    id: String,
}

impl<U: Uploader> Abort<U> {
    pub(super) fn new(uploader: Arc<U>, id: &str, keeps_parts: bool) -> Self {
        Self { uploader: (!keeps_parts).then_some(uploader), id: id.to_owned() }
    }

    /// Does nothing: the service does not have the upload.
    pub(super) fn end(mut self) {
        self.uploader = None;
    }

    /// Aborts the upload. Returns its id if the service still has the parts.
    pub(super) async fn abort(mut self) -> Option<String> {
        let id = self.id.clone();
        let Some(uploader) = &self.uploader else { return Some(id) };
        let result = uploader.abort(&id).await;
        self.uploader = None;
        result.err().filter(|error| !is_missing::<U>(error)).map(|_| id)
    }
}

/// Returns `true` if the service does not have the upload, and none of its parts.
pub(super) fn is_missing<U: Uploader>(error: &TransferErrorKind<U::Error>) -> bool {
    matches!(error, TransferErrorKind::Call(error) if U::is_missing(error))
}

impl<U: Uploader> Drop for Abort<U> {
    fn drop(&mut self) {
        if let Some(uploader) = &self.uploader
            && let Ok(runtime) = Handle::try_current()
        {
            drop(runtime.spawn(uploader.abort(&self.id)));
        }
    }
}
