//! The runtime crate as a crate of its own.

use super::generated_crate::{GeneratedCrate, Summary};
use super::{embedded, manifest};

/// Returns the runtime crate, for a folder that several generated crates share.
#[must_use]
pub fn runtime() -> GeneratedCrate {
    let mut files = embedded::runtime("tinsmith-runtime", false);
    files.insert(manifest::PATH.to_owned(), manifest::render(&files, None));
    let summary = Summary {
        name: "tinsmith-runtime".to_owned(),
        version: env!("CARGO_PKG_VERSION").to_owned(),
        operations: 0,
        protocol: None,
    };
    GeneratedCrate { files, summary, warnings: Vec::new() }
}
