//! The runtime crate on its own.

use super::generated_crate::GeneratedCrate;
use super::{embedded, manifest};

/// Returns the runtime crate, for a folder that generated crates share.
#[must_use]
pub fn runtime() -> GeneratedCrate {
    let mut files = embedded::runtime("tinsmith-runtime");
    files.insert(manifest::PATH.to_owned(), manifest::of(&files));
    GeneratedCrate { files, warnings: Vec::new() }
}
