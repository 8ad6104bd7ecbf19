//! Input files: their text, and where in it a value stands.

use std::fmt;
use std::ops::Range;
use std::path::Path;
use std::sync::Arc;

use crate::diagnostic::Diagnostic;

mod json;
mod locate;

pub use json::Value;

/// One input file, kept for the excerpts in diagnostics.
#[derive(PartialEq, Eq)]
pub struct Source {
    /// The path as the user gave it.
    pub path: String,
    /// The whole text, unpacked.
    pub text: String,
}

impl Source {
    /// Reads a file; one that ends in `.gz` is unpacked.
    pub fn read(path: &Path) -> Result<Arc<Self>, Diagnostic> {
        let shown = path.display().to_string();
        let bytes = std::fs::read(path).map_err(|error| cannot_read(&shown, &error))?;
        let bytes = if path.extension().is_some_and(|extension| extension == "gz") {
            unpack(&bytes).map_err(|error| cannot_read(&shown, &error))?
        } else {
            bytes
        };
        let text = String::from_utf8(bytes).map_err(|error| {
            Diagnostic::error(format!("`{shown}` is not UTF-8 text: {error}"))
                .with_help("models are JSON files in UTF-8; convert the file or name another one")
        })?;
        Ok(Arc::new(Self { path: shown, text }))
    }

    /// Wraps text that has no file, for tests and for callers that hold a model in memory.
    #[must_use]
    pub fn from_text(name: &str, text: &str) -> Arc<Self> {
        Arc::new(Self { path: name.to_owned(), text: text.to_owned() })
    }

    /// Parses the text as JSON; a repeated key is an error.
    pub fn parse(self: &Arc<Self>) -> Result<Value, Diagnostic> {
        json::parse(self)
    }

    /// Where the value behind a JSON pointer stands in this file.
    #[must_use]
    pub fn place(self: &Arc<Self>, pointer: &str) -> Place {
        Place { source: Arc::clone(self), pointer: pointer.to_owned() }
    }
}

impl fmt::Debug for Source {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Source({})", self.path)
    }
}

fn cannot_read(path: &str, error: &std::io::Error) -> Diagnostic {
    let help = match error.kind() {
        std::io::ErrorKind::NotFound => {
            "check the spelling of the path; it is taken from the current directory"
        }
        _ => "check that the file can be read and is not damaged",
    };
    Diagnostic::error(format!("cannot read `{path}`: {error}")).with_help(help)
}

fn unpack(bytes: &[u8]) -> std::io::Result<Vec<u8>> {
    use std::io::Read as _;
    let mut text = Vec::new();
    flate2::read::GzDecoder::new(bytes).read_to_end(&mut text)?;
    Ok(text)
}

/// A value in a source file, named by its JSON pointer (RFC 6901).
///
/// Line and column are computed only when a diagnostic needs them.
#[derive(Clone, PartialEq, Eq)]
pub struct Place {
    source: Arc<Source>,
    pointer: String,
}

impl Place {
    /// The place of a value below this one.
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

    /// The bytes that the value takes; the key instead of the value when the value is an object or a list.
    #[must_use]
    pub fn span(&self) -> Range<usize> {
        locate::span(&self.source.text, &self.pointer).unwrap_or(0..0)
    }
}

impl fmt::Debug for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.source.path, self.pointer)
    }
}
