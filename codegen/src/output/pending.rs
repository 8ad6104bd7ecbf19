//! Texts outside of a crate that change together with it: they travel inside of the new crate, so that the step that
//! puts it into its place decides over them too. A run that finds them there carries them on.

use std::path::{Path, PathBuf, absolute};
use std::{fs, io};

use super::disk::{Disk, is_folder, is_there, remove};
use super::error::{WriteError, failed};
use super::manifest::{digest, unix};

/// Where the texts stand, below the crate's folder.
pub(super) const FOLDER: &str = ".tinsmith-pending";

/// The file that names the places of the others; it comes last and goes first.
const LIST: &str = "list";

/// A text that changes together with a crate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text {
    /// The file.
    pub path: PathBuf,
    /// Its text from now on.
    pub text: String,
}

impl Text {
    /// Whether the file holds the text already; line ends do not count.
    #[must_use]
    pub fn is_there(&self) -> bool {
        fs::read_to_string(&self.path).is_ok_and(|found| unix(&found) == unix(&self.text))
    }
}

/// Puts texts into a crate. Nothing of them counts before their list has its name.
pub(super) fn leave(texts: &[&Text], folder: &Path, home: &Path, disk: &dyn Disk) -> Result<(), WriteError> {
    let inside = folder.join(FOLDER);
    disk.create_dir(&inside).map_err(failed("create", &inside))?;
    let mut list = String::new();
    for (index, text) in texts.iter().enumerate() {
        let file = inside.join(index.to_string());
        disk.write(&file, text.text.as_bytes()).map_err(failed("write", &file))?;
        list.push_str(&format!("{} {}\n", current(&text.path)?, portable(&text.path, home)?));
    }
    let (unnamed, named) = (inside.join("list.new"), inside.join(LIST));
    disk.write(&unnamed, list.as_bytes()).map_err(failed("write", &unnamed))?;
    disk.rename(&unnamed, &named).map_err(failed("write", &named))
}

/// Puts the texts that a crate holds into their places, which must be among `allowed`, and says whether there were any.
pub(super) fn settle(
    folder: &Path,
    home: &Path,
    allowed: &[PathBuf],
    disk: &dyn Disk,
) -> Result<bool, WriteError> {
    let inside = folder.join(FOLDER);
    if !is_folder(&inside) {
        remove(&inside, disk)?;
        return Ok(false);
    }
    let named = inside.join(LIST);
    let list = match fs::read_to_string(&named) {
        Ok(list) => list,
        // The run was stopped before it had decided, or after everything was done.
        Err(error) if error.kind() == io::ErrorKind::NotFound => String::new(),
        Err(error) => return Err(failed("read", &named)(error)),
    };
    for (index, line) in list.lines().enumerate() {
        let (old, path) = line.split_once(' ').unwrap_or(("", line));
        let path =
            allowed.iter().find(|allowed| is_same(allowed, &home.join(path))).ok_or_else(|| foreign(path))?;
        replace(path, old, &inside.join(index.to_string()), disk)?;
    }
    if is_there(&named) {
        disk.remove_file(&named).map_err(failed("remove", &named))?;
    }
    disk.remove_dir(&inside).map_err(failed("remove", &inside))?;
    Ok(!list.is_empty())
}

/// Replaces the text of a file in one step, unless that is done, or somebody has changed the file meanwhile.
fn replace(path: &Path, old: &str, new: &Path, disk: &dyn Disk) -> Result<(), WriteError> {
    let text = fs::read_to_string(new).map_err(failed("read", new))?;
    let found = current(path)?;
    if found == digest(&text) {
        return remove(&beside(path), disk);
    }
    if found != old {
        let (path, new) = (path.display(), new.display());
        return Err(WriteError::refused(
            format!("`{path}` was changed after an update was interrupted that replaces it by `{new}`"),
            format!("move your change away or carry it over to `{new}`, then run the command again"),
        ));
    }
    replace_text(path, &text, disk)
}

/// Replaces the text of a file in one step.
pub fn replace_text(path: &Path, text: &str, disk: &dyn Disk) -> Result<(), WriteError> {
    let staged = beside(path);
    remove(&staged, disk)?;
    let written = disk.write(&staged, text.as_bytes()).map_err(failed("write", &staged));
    let replaced = written.and_then(|()| disk.rename(&staged, path).map_err(failed("replace", path)));
    if replaced.is_err() {
        let _ = disk.remove_file(&staged);
    }
    replaced
}

/// The name under which the new text of a file is written.
fn beside(path: &Path) -> PathBuf {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    path.with_file_name(format!(".{name}.tinsmith-new"))
}

/// The digest of what a file holds now.
fn current(path: &Path) -> Result<String, WriteError> {
    match fs::read_to_string(path) {
        Ok(text) => Ok(digest(&text)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok("none".to_owned()),
        Err(error) => Err(failed("read", path)(error)),
    }
}

/// A path as the list names it: as seen from the folder above the crate where it can be, so that the whole may be moved.
fn portable(path: &Path, home: &Path) -> Result<String, WriteError> {
    let whole = |path: &Path| absolute(path).map_err(failed("find", path));
    let (path, home) = (whole(path)?, whole(home)?);
    let shown = path.strip_prefix(&home).unwrap_or(&path);
    let text = shown.to_str().filter(|text| !text.contains('\n'));
    text.map(str::to_owned).ok_or_else(|| {
        WriteError::refused(
            format!("`{}` is not UTF-8 on one line", shown.display()),
            "rename the file or its folder",
        )
    })
}

fn is_same(one: &Path, other: &Path) -> bool {
    absolute(one).ok().zip(absolute(other).ok()).is_some_and(|(one, other)| one == other)
}

fn foreign(path: &str) -> WriteError {
    WriteError::refused(
        format!(
            "an interrupted update has a new text for `{path}`, which is not among the files of this run"
        ),
        "run `cargo xtask codegen` without flags in the workspace of the update: it finishes the update",
    )
}
