//! Locations of values in input files.

use std::fmt;
use std::ops::Range;
use std::sync::Arc;

use super::{Source, locate};

/// The location of a value in a source file, as a JSON pointer (RFC 6901).
///
/// Line and column are computed only when a diagnostic needs them.
#[derive(Clone, PartialEq, Eq)]
pub struct Location {
    source: Arc<Source>,
    pointer: String,
}

impl Location {
    /// The location of the whole document.
    #[must_use]
    pub fn root(source: &Arc<Source>) -> Self {
        Self { source: Arc::clone(source), pointer: String::new() }
    }

    /// The location of a value below this one.
    #[must_use]
    pub fn child(&self, key: &str) -> Self {
        let key = key.replace('~', "~0").replace('/', "~1");
        Self { source: Arc::clone(&self.source), pointer: format!("{}/{key}", self.pointer) }
    }

    /// The file.
    #[must_use]
    pub fn source(&self) -> &Arc<Source> {
        &self.source
    }

    /// The bytes of the value; of its key if the value is an object or a list.
    #[must_use]
    pub fn span(&self) -> Range<usize> {
        locate::span(&self.source.text, &self.pointer).unwrap_or(0..0)
    }
}

impl fmt::Debug for Location {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.source.path, self.pointer)
    }
}
