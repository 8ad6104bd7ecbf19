//! User files: files in the output folder that no run of the generator wrote. They are kept.

use std::fs;
use std::path::{Path, PathBuf};

use super::disk::{Disk, is_folder, is_there};
use super::error::{WriteError, failed};
use super::generated_crate::GeneratedCrate;
use super::manifest::{self, Manifest, with_line_feeds};
use super::pending;

/// Refuses to write if a user file is at the path of a generated file or folder.
pub(super) fn refuse_conflicts(
    generated: &GeneratedCrate,
    folder: &Path,
    written: &Manifest,
) -> Result<(), WriteError> {
    let conflict = |(path, text): (&String, &String)| conflict(folder, path, text, written);
    match generated.files.iter().find_map(conflict) {
        None => Ok(()),
        Some(path) => Err(WriteError::refused(
            format!("`{}` already exists, and was not generated", path.display()),
            "move it away, or choose another output folder",
        )),
    }
}

/// Returns the user file that is at the path of a generated file or of one of its parent folders.
fn conflict(folder: &Path, path: &str, text: &str, written: &Manifest) -> Option<PathBuf> {
    let mut parents =
        path.match_indices('/').map(|(end, _)| &path[..end]).filter(|parent| !written.contains(parent));
    let parent = parents.find_map(|parent| {
        let parent = folder.join(parent);
        (is_there(&parent) && !is_folder(&parent)).then_some(parent)
    });
    if parent.is_some() {
        return parent;
    }
    let target = folder.join(path);
    let is_generated = written.contains(path) && !is_folder(&target);
    let is_same = || fs::read_to_string(&target).is_ok_and(|found| with_line_feeds(&found) == text);
    (!is_generated && is_there(&target) && !is_same()).then_some(target)
}

/// Moves the user files from the old crate in `from` to the new crate in `to`.
pub(super) fn keep(from: &Path, to: &Path, disk: &dyn Disk) -> Result<(), WriteError> {
    if !is_folder(from) {
        return Ok(());
    }
    let mover = Mover { old: manifest::read(from)?, new: manifest::read(to)?, disk };
    mover.keep_folder(from, to, "")
}

/// Moves user files between two versions of a crate.
struct Mover<'a> {
    /// Generated files of the old crate.
    old: Manifest,
    /// Generated files of the new crate.
    new: Manifest,
    disk: &'a dyn Disk,
}

impl Mover<'_> {
    fn keep_folder(&self, from: &Path, to: &Path, below: &str) -> Result<(), WriteError> {
        for (path, source) in user_entries(from, below, &self.old)? {
            let target = to.join(source.file_name().unwrap_or_default());
            let is_shared = self.old.contains_below(&path);
            if is_folder(&source) && (is_folder(&target) || is_shared) {
                if is_shared && !has_user_files(&source, &path, &self.old)? {
                    continue;
                }
                if !is_there(&target) {
                    self.disk.create_dir(&target).map_err(failed("create", &target))?;
                }
                self.keep_folder(&source, &target, &path)?;
            } else {
                self.keep_entry(&source, &target, &path)?;
            }
        }
        Ok(())
    }

    /// Moves a file, a link, or a folder that contains no generated files.
    fn keep_entry(&self, source: &Path, target: &Path, path: &str) -> Result<(), WriteError> {
        if !is_there(target) {
            return self.disk.rename(source, target).map_err(failed("move", source));
        }
        if self.new.contains(path) || has_same_content(source, target) {
            return Ok(());
        }
        let (source, target) = (source.display(), target.display());
        Err(WriteError::refused(
            format!("`{source}`, which an interrupted run kept, differs from `{target}`"),
            "move one of the two files away, then run the command again",
        ))
    }
}

/// Returns the sorted entries of a folder, except for files that an earlier run wrote: each with its path relative to the
/// crate's folder and its full path.
fn user_entries(
    folder: &Path,
    below: &str,
    written: &Manifest,
) -> Result<Vec<(String, PathBuf)>, WriteError> {
    let entries = fs::read_dir(folder).and_then(Iterator::collect::<Result<Vec<_>, _>>);
    let mut entries: Vec<_> =
        entries.map_err(failed("read", folder))?.iter().map(fs::DirEntry::path).collect();
    entries.sort();
    let named = entries.into_iter().map(|entry| {
        let name = entry.file_name().unwrap_or_default().to_string_lossy().into_owned();
        (if below.is_empty() { name } else { format!("{below}/{name}") }, entry)
    });
    let is_generated =
        |path: &str, entry: &Path| path == pending::FOLDER || (written.contains(path) && !is_folder(entry));
    Ok(named.filter(|(path, entry)| !is_generated(path, entry)).collect())
}

/// Returns true if a folder with generated files contains user files too.
fn has_user_files(folder: &Path, below: &str, written: &Manifest) -> Result<bool, WriteError> {
    for (path, entry) in user_entries(folder, below, written)? {
        if !is_folder(&entry) || !written.contains_below(&path) || has_user_files(&entry, &path, written)? {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Returns true if two entries are files with the same bytes, or links with the same target.
fn has_same_content(one: &Path, other: &Path) -> bool {
    match (fs::read_link(one), fs::read_link(other)) {
        (Ok(one), Ok(other)) => one == other,
        (Err(_), Err(_)) => {
            fs::read(one).ok().zip(fs::read(other).ok()).is_some_and(|(one, other)| one == other)
        }
        _ => false,
    }
}
