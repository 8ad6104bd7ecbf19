//! Reading of models and overlays from files, in all formats.

mod botocore;
mod enumeration;
mod format;
pub mod json;
mod overlay;
mod smithy;

pub use format::{botocore_texts, model, text};
pub use overlay::{overlay, overlay_text, overlays};
