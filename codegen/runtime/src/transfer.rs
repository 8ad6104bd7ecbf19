//! Uploads and downloads of large objects, in parts and in parallel.
//!
//! `upload` and `download` do the transfers. They reach the service through the traits `Uploader` and `Downloader`, which
//! `calls` implements with the operations of a generated crate. Nothing is spawned, so that dropping a transfer cancels its
//! requests; only the call that aborts a dropped upload is.

mod abort;
mod calls;
mod checksum;
mod content;
mod download;
mod error;
mod fetch;
mod inputs;
mod multipart;
mod operations;
mod options;
mod partial_file;
mod parts;
mod progress;
mod resume;
mod service;
mod source;
mod source_parts;
mod upload;

pub use calls::{DownloadCalls, UploadCalls};
pub use download::Download;
pub use error::{TransferError, TransferErrorKind};
pub use inputs::{require_full_object, require_in_parts, require_whole_object, select_checksum};
pub use operations::{MultipartUpload, RangedDownload};
pub use parts::PartLimits;
pub use progress::Progress;
pub use service::{ByteRange, Downloader, Fetched, ListedPart, Listing, Uploader};
pub use source::Source;
pub use upload::Upload;
