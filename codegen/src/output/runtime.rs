//! The runtime crate as a crate of its own.

use super::generated_crate::GeneratedCrate;
use super::{embedded, manifest};

/// Returns the runtime crate, for a folder that several generated crates share.
#[must_use]
pub fn runtime() -> GeneratedCrate {
    let mut files = embedded::runtime("tinsmith-runtime");
    files.insert(manifest::PATH.to_owned(), manifest::render(&files));
    GeneratedCrate { files, warnings: Vec::new() }
}
