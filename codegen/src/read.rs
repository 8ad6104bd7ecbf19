//! Reading of models and overlays from files, in all formats.

mod botocore;
mod enumeration;
pub mod file;
mod foreign;
mod format;
pub mod json;
mod overlay;
mod smithy;

pub use botocore::service_id;
pub use format::{botocore_files, botocore_texts, bytes, model, text};
pub use overlay::{overlay, overlay_text, overlays};
