//! Files outside of the crate that change together with it, such as the model and the change log of an update.
//!
//! Their new contents are staged inside of the new crate, so that the exchange of the folders decides about all files at once. Each
//! run replaces the files whose contents it finds staged in the crate.

use std::path::{Path, PathBuf, absolute};
use std::{fs, io};

use super::disk::{Disk, is_folder, is_there, parent, remove, sync_dir};
use super::error::{WriteError, failed};
use super::manifest::{digest, with_line_feeds};

/// Path of the folder with the staged contents, relative to the crate's folder.
pub(super) const FOLDER: &str = ".tinsmith-pending";

/// Name of the file that lists the targets of the staged contents. It is written last and removed first.
const LIST: &str = "list";

/// A file that changes together with a crate, with its new text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PendingFile {
    /// Path of the file.
    pub path: PathBuf,
    /// Its new text.
    pub text: String,
}

impl PendingFile {
    /// Returns true if the file already has this text, apart from line endings.
    #[must_use]
    pub fn is_up_to_date(&self) -> bool {
        fs::read_to_string(&self.path)
            .is_ok_and(|found| with_line_feeds(&found) == with_line_feeds(&self.text))
    }
}

/// Writes contents into the crate in `folder`. They take effect only when the list has its final name.
///
/// `parent` is the folder that contains the output folder.
pub(super) fn stage(
    files: &[&PendingFile],
    folder: &Path,
    parent: &Path,
    disk: &dyn Disk,
) -> Result<(), WriteError> {
    let pending = folder.join(FOLDER);
    disk.create_dir(&pending).map_err(failed("create", &pending))?;
    let mut list = String::new();
    for (index, file) in files.iter().enumerate() {
        let staged = pending.join(index.to_string());
        disk.write(&staged, file.text.as_bytes()).map_err(failed("write", &staged))?;
        list.push_str(&format!("{} {}\n", current_digest(&file.path)?, portable(&file.path, parent)?));
    }
    let (temporary, list_file) = (pending.join("list.new"), pending.join(LIST));
    disk.write(&temporary, list.as_bytes()).map_err(failed("write", &temporary))?;
    sync_dir(&pending, disk)?;
    disk.rename(&temporary, &list_file).map_err(failed("write", &list_file))?;
    sync_dir(&pending, disk)
}

/// Replaces files with the contents that are staged in the crate in `folder`, and returns true if there were any.
///
/// Only files in `allowed` are replaced.
pub(super) fn replace_all(
    folder: &Path,
    parent: &Path,
    allowed: &[PathBuf],
    disk: &dyn Disk,
) -> Result<bool, WriteError> {
    let pending = folder.join(FOLDER);
    if !is_folder(&pending) {
        remove(&pending, disk)?;
        return Ok(false);
    }
    let list_file = pending.join(LIST);
    let list = match fs::read_to_string(&list_file) {
        Ok(list) => list,
        // The run was stopped before the contents took effect, or after all files were replaced.
        Err(error) if error.kind() == io::ErrorKind::NotFound => String::new(),
        Err(error) => return Err(failed("read", &list_file)(error)),
    };
    for (index, line) in list.lines().enumerate() {
        let (old, path) = line.split_once(' ').unwrap_or(("", line));
        let target = allowed.iter().find(|allowed| is_same_path(allowed, &parent.join(path)));
        replace(target.ok_or_else(|| not_allowed(path))?, old, &pending.join(index.to_string()), disk)?;
    }
    if is_there(&list_file) {
        disk.remove_file(&list_file).map_err(failed("remove", &list_file))?;
        sync_dir(&pending, disk)?;
    }
    disk.remove_dir(&pending).map_err(failed("remove", &pending))?;
    Ok(!list.is_empty())
}

/// Replaces a file that has the digest `old` with the text that is staged at `staged`. A file that already has the text is
/// left alone; one with any other text was edited since, which is an error.
fn replace(path: &Path, old: &str, staged: &Path, disk: &dyn Disk) -> Result<(), WriteError> {
    let text = fs::read_to_string(staged).map_err(failed("read", staged))?;
    let current = current_digest(path)?;
    if current == digest(&text) {
        remove(&temporary_path(path), disk)?;
        return sync_dir(parent(path), disk);
    }
    if current != old {
        let (path, staged) = (path.display(), staged.display());
        return Err(WriteError::refused(
            format!("`{path}` was changed after the update that replaces it with `{staged}` was interrupted"),
            format!("undo your change or copy it to `{staged}`, then run the command again"),
        ));
    }
    replace_text(path, &text, disk)
}

/// Replaces the text of a file in one step.
pub fn replace_text(path: &Path, text: &str, disk: &dyn Disk) -> Result<(), WriteError> {
    replace_file(path, text.as_bytes(), disk)
}

/// Replaces the content of a file in one step, which survives a loss of power.
pub fn replace_file(path: &Path, content: &[u8], disk: &dyn Disk) -> Result<(), WriteError> {
    let temporary = temporary_path(path);
    remove(&temporary, disk)?;
    let written = disk.write(&temporary, content).map_err(failed("write", &temporary));
    let replaced = written.and_then(|()| disk.rename(&temporary, path).map_err(failed("replace", path)));
    if replaced.is_err() {
        let _ = disk.remove_file(&temporary);
    }
    replaced.and_then(|()| sync_dir(parent(path), disk))
}

/// Returns the path to which the new text of a file is written before it replaces the file.
fn temporary_path(path: &Path) -> PathBuf {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    path.with_file_name(format!(".{name}.tinsmith-new"))
}

/// Returns the digest of a file, or `none` if it does not exist.
fn current_digest(path: &Path) -> Result<String, WriteError> {
    match fs::read_to_string(path) {
        Ok(text) => Ok(digest(&text)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok("none".to_owned()),
        Err(error) => Err(failed("read", path)(error)),
    }
}

/// Returns the form of a path that is written to the list: relative to `parent` if it is below it, so that the folders can
/// be moved together.
fn portable(path: &Path, parent: &Path) -> Result<String, WriteError> {
    let resolve = |path: &Path| absolute(path).map_err(failed("resolve", path));
    let (path, parent) = (resolve(path)?, resolve(parent)?);
    let path = path.strip_prefix(&parent).unwrap_or(&path);
    let text = path.to_str().filter(|text| !text.contains('\n'));
    text.map(str::to_owned).ok_or_else(|| {
        WriteError::refused(
            format!("the path `{}` is not UTF-8, or contains a line break", path.display()),
            "rename the file or its folder",
        )
    })
}

fn is_same_path(one: &Path, other: &Path) -> bool {
    absolute(one).ok().zip(absolute(other).ok()).is_some_and(|(one, other)| one == other)
}

fn not_allowed(path: &str) -> WriteError {
    WriteError::refused(
        format!("an interrupted update replaces `{path}`, which is not among the files of this run"),
        "run the command `codegen` without options in the project of the update to finish it",
    )
}
