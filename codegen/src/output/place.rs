//! The folder of a crate, and the names beside it that a run needs.

use std::borrow::Cow;
use std::fs;
use std::path::{Path, PathBuf};

use super::disk::is_there;
use super::error::{WriteError, failed};

/// The folder of a crate, and what stands beside it while it is written.
#[derive(Debug)]
pub(super) struct Place {
    /// The folder of the crate.
    pub(super) folder: PathBuf,
    /// Where the new crate is made; behind the exchange, the old one until it is removed.
    pub(super) staging: PathBuf,
    /// Where the old crate waits, on systems that cannot exchange two folders in one step.
    pub(super) aside: PathBuf,
    /// The file that one run at a time holds.
    pub(super) lock: PathBuf,
}

impl Place {
    pub(super) fn of(folder: &Path) -> Result<Self, WriteError> {
        let folder = match folder.file_name() {
            Some(_) => Cow::Borrowed(folder),
            None => Cow::Owned(folder.canonicalize().map_err(failed("find", folder))?),
        };
        let Some(name) = folder.file_name().map(|name| name.to_string_lossy().into_owned()) else {
            let what = format!("`{}` cannot be the folder of a crate", folder.display());
            return Err(WriteError::refused(what, "name a folder that has one above it"));
        };
        let beside = |ending: &str| folder.with_file_name(format!(".{name}.tinsmith-{ending}"));
        let (staging, aside, lock) = (beside("new"), beside("old"), beside("lock"));
        Ok(Self { staging, aside, lock, folder: folder.into_owned() })
    }

    /// The folder must be one, or not be there. A link is refused: whoever has put it there, nothing is written outside of
    /// the folder that was named.
    pub(super) fn check(&self) -> Result<(), WriteError> {
        let folder = self.folder.display();
        match fs::symlink_metadata(&self.folder) {
            Ok(found) if found.is_symlink() => {
                let leads_to = fs::read_link(&self.folder).unwrap_or_default();
                let leads_to = self.folder.with_file_name("").join(leads_to);
                Err(WriteError::refused(
                    format!("the output folder `{folder}` is a symbolic link"),
                    format!("name the folder that it leads to, `{}`, or remove the link", leads_to.display()),
                ))
            }
            Ok(found) if !found.is_dir() => Err(WriteError::refused(
                format!("the output folder `{folder}` is a file"),
                "move the file away, or choose another output folder",
            )),
            _ => Ok(()),
        }
    }

    /// What an interrupted run has left here.
    pub(super) fn leftovers(&self) -> impl Iterator<Item = &Path> {
        [&self.staging, &self.aside].into_iter().map(PathBuf::as_path).filter(|path| is_there(path))
    }
}
