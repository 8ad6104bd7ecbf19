//! The source of a model as the command line names it.

use std::io;
use std::path::PathBuf;

use tinsmith::Diagnostic;
use tinsmith::read::file;

/// The source of a model.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ModelSource {
    /// File, folder or archive; `-` for standard input.
    pub path: PathBuf,
    /// Name of the service, if the source has several.
    pub service: Option<String>,
}

impl From<PathBuf> for ModelSource {
    /// A source with one service.
    fn from(path: PathBuf) -> Self {
        Self { path, service: None }
    }
}

impl ModelSource {
    /// Returns the name of the source in messages.
    #[must_use]
    pub fn name(&self) -> String {
        if self.is_standard_input() { "<stdin>".to_owned() } else { self.path.display().to_string() }
    }

    /// Reads the file or pipe.
    pub(super) fn bytes(&self) -> Result<Vec<u8>, Diagnostic> {
        let bytes = if self.is_standard_input() {
            file::limited(io::stdin().lock())
        } else {
            std::fs::File::open(&self.path).and_then(file::limited)
        };
        bytes.map_err(|error| file::cannot_read(&self.name(), &error))
    }

    /// Returns true if the source is `-`.
    pub(crate) fn is_standard_input(&self) -> bool {
        self.path.as_os_str() == "-"
    }
}
