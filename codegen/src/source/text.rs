//! The text of an input file.

use std::fmt;
use std::sync::Arc;

/// One input file, kept for the excerpts in diagnostics.
#[derive(PartialEq, Eq)]
pub struct Source {
    /// The path as the user gave it.
    pub path: String,
    /// The whole text, unpacked and without a byte order mark.
    pub text: String,
    /// True for an overlay. It is written by hand, so that what has no effect in it is a mistake.
    pub is_overlay: bool,
}

impl Source {
    /// Wraps the text of a model.
    #[must_use]
    pub fn new(path: impl Into<String>, mut text: String) -> Self {
        if text.starts_with(BYTE_ORDER_MARK) {
            text.drain(..BYTE_ORDER_MARK.len_utf8());
        }
        Self { path: path.into(), text, is_overlay: false }
    }

    /// Wraps text that is held in memory.
    #[must_use]
    pub fn from_text(name: &str, text: &str) -> Arc<Self> {
        Arc::new(Self::new(name, text.to_owned()))
    }

    /// Marks the text as that of an overlay.
    #[must_use]
    pub fn into_overlay(self) -> Self {
        Self { is_overlay: true, ..self }
    }
}

const BYTE_ORDER_MARK: char = '\u{feff}';

impl fmt::Debug for Source {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Source({})", self.path)
    }
}
