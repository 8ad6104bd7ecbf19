//! Paths of the output folder, and of the files and folders next to it that a run needs.

use std::borrow::Cow;
use std::fs;
use std::path::{Path, PathBuf};

use super::disk::{is_there, parent};
use super::error::{WriteError, failed};

/// Paths that a run writes: the output folder, and the names next to it.
#[derive(Debug)]
pub(super) struct OutputPaths {
    /// The output folder.
    pub(super) folder: PathBuf,
    /// The folder in which the new crate is created; after the exchange it holds the old crate until that is removed.
    pub(super) staging: PathBuf,
    /// The folder that holds the old crate on systems that cannot exchange two folders in one step.
    pub(super) backup: PathBuf,
    /// The file that is locked while a run writes.
    pub(super) lock_file: PathBuf,
}

impl OutputPaths {
    pub(super) fn of(folder: &Path) -> Result<Self, WriteError> {
        let folder = match folder.file_name() {
            Some(_) => Cow::Borrowed(folder),
            None => Cow::Owned(folder.canonicalize().map_err(failed("resolve", folder))?),
        };
        let Some(name) = folder.file_name().map(|name| name.to_string_lossy().into_owned()) else {
            let message = format!("`{}` cannot be the output folder", folder.display());
            return Err(WriteError::refused(message, "choose a folder that has a parent folder"));
        };
        let sibling = |ending: &str| folder.with_file_name(format!(".{name}.tinsmith-{ending}"));
        let (staging, backup, lock_file) = (sibling("new"), sibling("old"), sibling("lock"));
        Ok(Self { staging, backup, lock_file, folder: folder.into_owned() })
    }

    /// Returns the folder that contains the output folder.
    pub(super) fn parent(&self) -> &Path {
        parent(&self.folder)
    }

    /// Refuses an output folder that is a file or a symbolic link. Through a link, a run would write outside of the folder
    /// that the user named.
    pub(super) fn check(&self) -> Result<(), WriteError> {
        let folder = self.folder.display();
        match fs::symlink_metadata(&self.folder) {
            Ok(metadata) if metadata.is_symlink() => {
                let target = fs::read_link(&self.folder).unwrap_or_default();
                let target = self.folder.with_file_name("").join(target);
                Err(WriteError::refused(
                    format!("the output folder `{folder}` is a symbolic link"),
                    format!(
                        "set the output folder to its target, `{}`, or remove the link",
                        target.display()
                    ),
                ))
            }
            Ok(metadata) if !metadata.is_dir() => Err(WriteError::refused(
                format!("the output folder `{folder}` is a file"),
                "move the file away, or choose another output folder",
            )),
            _ => Ok(()),
        }
    }

    /// Returns the folders next to the output folder that an interrupted run left.
    pub(super) fn leftovers(&self) -> impl Iterator<Item = &Path> {
        [&self.staging, &self.backup].into_iter().map(PathBuf::as_path).filter(|path| is_there(path))
    }
}
