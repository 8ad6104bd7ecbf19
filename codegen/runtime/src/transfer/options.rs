//! Settings of uploads.

use super::{
    parts::{DEFAULT_CONCURRENCY, DEFAULT_PART_SIZE},
    progress::OnProgress,
};

/// Settings of an upload.
pub(super) struct Options {
    pub(super) part_size: u64,
    pub(super) concurrency: usize,
    pub(super) multipart_threshold: u64,
    /// Id of the upload that is resumed.
    pub(super) upload_id: Option<String>,
    pub(super) keeps_parts: bool,
    pub(super) on_progress: Option<OnProgress>,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            part_size: DEFAULT_PART_SIZE,
            concurrency: DEFAULT_CONCURRENCY,
            multipart_threshold: DEFAULT_PART_SIZE,
            upload_id: None,
            keeps_parts: false,
            on_progress: None,
        }
    }
}
