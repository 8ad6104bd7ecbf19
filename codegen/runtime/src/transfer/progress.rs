//! Progress of a transfer.

use std::sync::{Mutex, PoisonError};

/// Progress of a transfer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Progress {
    /// Bytes that the service has confirmed, of an upload, or that were written to the file, of a download.
    pub bytes: u64,
    /// Length of the content; `None` if it is unknown.
    pub total: Option<u64>,
}

/// Function that is called with the progress.
pub(super) type OnProgress = Box<dyn FnMut(Progress) + Send>;

/// Counts bytes and reports them.
pub(super) struct Meter(Mutex<(Progress, Option<OnProgress>)>);

impl Meter {
    pub(super) fn new(total: Option<u64>, on_progress: Option<OnProgress>) -> Self {
        Self(Mutex::new((Progress { bytes: 0, total }, on_progress)))
    }

    pub(super) fn add(&self, bytes: u64) {
        let mut state = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let (progress, on_progress) = &mut *state;
        progress.bytes += bytes;
        if let Some(on_progress) = on_progress {
            on_progress(*progress);
        }
    }

    /// Returns the number of bytes.
    pub(super) fn bytes(&self) -> u64 {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).0.bytes
    }
}
