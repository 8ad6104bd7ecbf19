//! Why a crate could not be written, and what to do about it.

use std::path::{Path, PathBuf};
use std::{error, fmt, io};

use crate::diagnostic::Diagnostic;

/// Why a crate could not be written.
#[derive(Debug)]
pub struct WriteError {
    cause: Cause,
    /// Whether the new crate is in place already, so that only what follows from it is missing.
    is_committed: bool,
}

#[derive(Debug)]
enum Cause {
    /// The disk would not have it.
    Disk { doing: &'static str, path: PathBuf, source: io::Error },
    /// Something stands there that must stay.
    Refused { what: String, help: String },
}

impl WriteError {
    pub(super) fn refused(what: impl Into<String>, help: impl Into<String>) -> Self {
        let cause = Cause::Refused { what: what.into(), help: help.into() };
        Self { cause, is_committed: false }
    }

    /// The same error, after the new crate has come into its place.
    pub(super) fn committed(self) -> Self {
        Self { is_committed: true, ..self }
    }

    /// What to do about it.
    #[must_use]
    pub fn help(&self) -> &str {
        match &self.cause {
            Cause::Refused { help, .. } => help,
            Cause::Disk { source, .. } => way_out(source.kind()),
        }
    }
}

fn way_out(kind: io::ErrorKind) -> &'static str {
    use io::ErrorKind as Kind;
    match kind {
        Kind::StorageFull | Kind::QuotaExceeded => "free some space on this disk, then run the command again",
        Kind::FileTooLarge => "raise the limit of file sizes (`ulimit -f`), then run the command again",
        Kind::PermissionDenied => {
            "let your user write into this folder, or choose another output folder; the new crate is made beside the old \
             one, so the folder above it must be writable too"
        }
        Kind::ReadOnlyFilesystem => "mount it for writing, or choose an output folder that can be written",
        Kind::NotADirectory | Kind::AlreadyExists | Kind::IsADirectory => {
            "something of another kind stands in its way: move that away, or choose another output folder"
        }
        Kind::ResourceBusy | Kind::CrossesDevices => {
            "a mount point cannot change places with the new crate: choose an output folder below it"
        }
        _ => "mend the cause, then run the command again; what it has begun is finished then",
    }
}

impl fmt::Display for WriteError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.cause {
            Cause::Refused { what, .. } => f.write_str(what)?,
            Cause::Disk { doing, path, source } => {
                write!(f, "cannot {doing} `{}`: {source}", path.display())?;
            }
        }
        f.write_str(if self.is_committed {
            "; the new crate is in place, and running the command again finishes the rest"
        } else {
            "; the crate is as it was"
        })
    }
}

impl error::Error for WriteError {
    fn source(&self) -> Option<&(dyn error::Error + 'static)> {
        match &self.cause {
            Cause::Disk { source, .. } => Some(source),
            Cause::Refused { .. } => None,
        }
    }
}

impl From<WriteError> for Diagnostic {
    fn from(error: WriteError) -> Self {
        Self::error(error.to_string()).with_help(error.help())
    }
}

pub(super) fn failed(doing: &'static str, path: &Path) -> impl FnOnce(io::Error) -> WriteError {
    let path = path.to_owned();
    move |source| WriteError { cause: Cause::Disk { doing, path, source }, is_committed: false }
}
