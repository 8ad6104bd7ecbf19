//! The generated crate in memory.

use std::collections::BTreeMap;

use crate::diagnostic::Diagnostic;

/// A generated crate in memory.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GeneratedCrate {
    /// The text of each file, by its path relative to the crate's folder with `/` as the separator.
    pub files: BTreeMap<String, String>,
    /// Warnings of the generation, for example about a waiter that was left out.
    pub warnings: Vec<Diagnostic>,
}
