//! The error of writing a crate.

use std::path::{Path, PathBuf};
use std::{error, fmt, io};

use crate::diagnostic::Diagnostic;

/// Error of writing a crate, with advice for the user.
///
/// `Debug` is a report with the advice, because a `main` that returns an error prints it so.
pub struct WriteError {
    cause: Cause,
    /// The new crate is already in the output folder; only steps after the exchange have failed.
    is_committed: bool,
}

#[derive(Debug)]
enum Cause {
    /// An operation on the disk failed.
    Disk { operation: &'static str, path: PathBuf, source: io::Error },
    /// The operation would lose something, or is not possible with these paths.
    Refused { message: String, help: String },
}

impl WriteError {
    pub(super) fn refused(message: impl Into<String>, help: impl Into<String>) -> Self {
        let cause = Cause::Refused { message: message.into(), help: help.into() };
        Self { cause, is_committed: false }
    }

    /// Returns the same error for a step after the exchange.
    pub(super) fn committed(self) -> Self {
        Self { is_committed: true, ..self }
    }

    fn diagnostic(&self) -> Diagnostic {
        Diagnostic::error(self.to_string()).with_help(self.help())
    }

    /// Returns advice on how to fix the cause.
    #[must_use]
    pub fn help(&self) -> &str {
        match &self.cause {
            Cause::Refused { help, .. } => help,
            Cause::Disk { source, .. } => advice(source.kind()),
        }
    }
}

fn advice(kind: io::ErrorKind) -> &'static str {
    use io::ErrorKind as Kind;
    match kind {
        Kind::StorageFull | Kind::QuotaExceeded => "free some space on this disk, then run the command again",
        Kind::FileTooLarge => "raise the limit of file sizes (`ulimit -f`), then run the command again",
        Kind::PermissionDenied => {
            "make this folder writable, or choose another output folder; the new crate is created next to the old one, so \
             the parent of the output folder must be writable too"
        }
        Kind::ReadOnlyFilesystem => "remount the disk for writing, or choose another output folder",
        Kind::NotADirectory | Kind::AlreadyExists | Kind::IsADirectory => {
            "a file or folder of another kind is in the way: move it away, or choose another output folder"
        }
        Kind::ResourceBusy | Kind::CrossesDevices => {
            "a mount point cannot be replaced: choose a folder below it as the output folder"
        }
        Kind::InvalidData => {
            "the file is damaged: restore it from version control or remove it, then run the command again"
        }
        _ => "fix the cause, then run the command again",
    }
}

impl fmt::Display for WriteError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.cause {
            Cause::Refused { message, .. } => f.write_str(message)?,
            Cause::Disk { operation, path, source } => {
                write!(f, "cannot {operation} `{}`: {source}", path.display())?;
            }
        }
        f.write_str(if self.is_committed {
            "; the new crate is in place: run the command again to finish"
        } else {
            "; the crate is unchanged"
        })
    }
}

impl fmt::Debug for WriteError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "\n{}", self.diagnostic().render(false))
    }
}

/// The error of the operating system is part of the message, and not a source that would repeat it.
impl error::Error for WriteError {}

impl From<WriteError> for Diagnostic {
    fn from(error: WriteError) -> Self {
        error.diagnostic()
    }
}

/// Converts the error of an operation, named by its verb, on a path.
pub(super) fn failed(operation: &'static str, path: &Path) -> impl FnOnce(io::Error) -> WriteError {
    let path = path.to_owned();
    move |source| WriteError { cause: Cause::Disk { operation, path, source }, is_committed: false }
}

#[cfg(test)]
mod tests {
    use std::error::Error;
    use std::io;
    use std::path::Path;

    use super::failed;

    #[test]
    fn main_that_returns_a_write_error_prints_message_and_advice() {
        let source = io::Error::from(io::ErrorKind::PermissionDenied);
        let error: Box<dyn Error> = failed("create", Path::new("generated"))(source).into();
        let printed = format!("Error: {error:?}");
        let start = "Error: \nerror: cannot create `generated`: permission denied; the crate is unchanged\n";
        assert!(printed.starts_with(start), "{printed}");
        assert!(printed.contains("help: make this folder writable"), "{printed}");
    }

    #[test]
    fn source_does_not_repeat_the_message() {
        let error = failed("create", Path::new("generated"))(io::ErrorKind::NotFound.into());
        assert!(error.to_string().contains("entity not found"));
        assert!(error.source().is_none());
    }
}
