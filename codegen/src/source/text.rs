//! The text of an input file.

use std::fmt;
use std::sync::Arc;

/// One input file, kept for the excerpts in diagnostics.
#[derive(PartialEq, Eq)]
pub struct Source {
    /// The path as the user gave it.
    pub path: String,
    /// The whole text, unpacked.
    pub text: String,
}

impl Source {
    /// Wraps text that is held in memory.
    #[must_use]
    pub fn from_text(name: &str, text: &str) -> Arc<Self> {
        Arc::new(Self { path: name.to_owned(), text: text.to_owned() })
    }
}

impl fmt::Debug for Source {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Source({})", self.path)
    }
}
