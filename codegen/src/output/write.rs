//! Writes a crate, all or nothing.
//!
//! The new crate is made beside the old one and the two folders change places in one step, so that a failure or a
//! kill at any moment leaves a whole crate. Files that are not the generator's move over afterwards.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::{fmt, fs, io};

use super::{GeneratedCrate, check, manifest};

/// Why a crate could not be written.
#[derive(Debug)]
pub struct WriteError {
    doing: &'static str,
    path: PathBuf,
    source: io::Error,
}

impl fmt::Display for WriteError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "cannot {} `{}`: {}; the crate is as it was", self.doing, self.path.display(), self.source)
    }
}

impl std::error::Error for WriteError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        Some(&self.source)
    }
}

fn failed(doing: &'static str, path: &Path) -> impl FnOnce(io::Error) -> WriteError {
    let path = path.to_owned();
    move |source| WriteError { doing, path, source }
}

/// Replaces the generated files of `folder`. Files that an earlier run wrote and this one does not are removed;
/// files that are not the generator's stay.
///
/// A folder that already holds the crate is not touched, so that nothing is compiled again.
pub fn write(generated: &GeneratedCrate, folder: &Path) -> Result<(), WriteError> {
    let known = manifest::read(folder);
    let foreign = generated.files.keys().find_map(|path| in_the_way(folder, path, &known));
    if let Some(path) = foreign {
        let cause = "it is there already and not the generator's; move it away or choose another folder";
        let error = io::Error::new(io::ErrorKind::AlreadyExists, cause);
        return Err(failed("write", &path)(error));
    }
    let staging = sibling(folder);
    if staging.exists() {
        // An earlier run was killed: what it had not moved over yet is still there.
        rescue(&staging, folder)?;
        fs::remove_dir_all(&staging).map_err(failed("remove", &staging))?;
    }
    if check(generated, folder).is_empty() {
        return Ok(());
    }
    let staged = stage(generated, &staging);
    if staged.is_err() {
        let _ = fs::remove_dir_all(&staging);
    }
    staged?;
    if folder.exists() {
        if let Err(error) = exchange(&staging, folder) {
            let _ = fs::remove_dir_all(&staging);
            return Err(failed("replace", folder)(error));
        }
        rescue(&staging, folder)?;
        fs::remove_dir_all(&staging).map_err(failed("remove", &staging))
    } else {
        fs::rename(&staging, folder).map_err(failed("create", folder))
    }
}

/// What stands where a generated file must go, or where a folder above it must be, and is not the generator's.
fn in_the_way(folder: &Path, path: &str, known: &BTreeSet<String>) -> Option<PathBuf> {
    if path == manifest::PATH || known.contains(path) {
        return None;
    }
    let target = folder.join(path);
    if target.exists() {
        return Some(target);
    }
    let above = path.match_indices('/').map(|(end, _)| &path[..end]);
    above
        .filter(|above| !known.contains(*above))
        .map(|above| folder.join(above))
        .find(|above| above.is_file())
}

/// The folder beside `folder` in which the new crate is made.
fn sibling(folder: &Path) -> PathBuf {
    let name = folder.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    folder.with_file_name(format!(".{name}.tinsmith-new"))
}

fn stage(generated: &GeneratedCrate, staging: &Path) -> Result<(), WriteError> {
    for (path, text) in &generated.files {
        let target = staging.join(path);
        if let Some(parent) = target.parent() {
            fs::create_dir_all(parent).map_err(failed("create", parent))?;
        }
        fs::write(&target, text).map_err(failed("write", &target))?;
    }
    Ok(())
}

/// Two folders change places in one step.
#[cfg(any(target_os = "linux", target_os = "macos"))]
fn exchange(new: &Path, old: &Path) -> io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    match renameat_with(CWD, new, CWD, old, RenameFlags::EXCHANGE) {
        Ok(()) => Ok(()),
        // The file system cannot exchange.
        Err(rustix::io::Errno::INVAL | rustix::io::Errno::NOSYS | rustix::io::Errno::NOTSUP) => {
            swap(new, old)
        }
        Err(error) => Err(error.into()),
    }
}

/// Two folders change places in two steps, where the system knows no better.
#[cfg(not(any(target_os = "linux", target_os = "macos")))]
fn exchange(new: &Path, old: &Path) -> io::Result<()> {
    swap(new, old)
}

fn swap(new: &Path, old: &Path) -> io::Result<()> {
    let aside = new.with_extension("old");
    fs::rename(old, &aside)?;
    if let Err(error) = fs::rename(new, old) {
        fs::rename(&aside, old)?;
        return Err(error);
    }
    fs::rename(&aside, new)
}

/// Moves what is not the generator's from `from`, the folder of the old crate, to `to`.
fn rescue(from: &Path, to: &Path) -> Result<(), WriteError> {
    let generated = manifest::read(from);
    move_foreign(from, to, "", &generated)
}

fn move_foreign(from: &Path, to: &Path, below: &str, generated: &BTreeSet<String>) -> Result<(), WriteError> {
    let entries = fs::read_dir(from).map_err(failed("read", from))?;
    for entry in entries {
        let entry = entry.map_err(failed("read", from))?;
        let name = entry.file_name().to_string_lossy().into_owned();
        let path = if below.is_empty() { name } else { format!("{below}/{name}") };
        if generated.contains(&path) {
            continue;
        }
        let (source, target) = (entry.path(), to.join(entry.file_name()));
        let shared = format!("{path}/");
        if source.is_dir() && target.is_dir() {
            move_foreign(&source, &target, &path, generated)?;
        } else if !target.exists() {
            move_one(&source, &target, &shared, generated)?;
        }
    }
    Ok(())
}

/// Moves a file or folder; of a folder that held generated files, only the others.
fn move_one(
    source: &Path,
    target: &Path,
    shared: &str,
    generated: &BTreeSet<String>,
) -> Result<(), WriteError> {
    if generated.iter().any(|known| known.starts_with(shared)) {
        if !has_foreign(source, shared, generated) {
            return Ok(());
        }
        fs::create_dir_all(target).map_err(failed("create", target))?;
        return move_foreign(source, target, shared.trim_end_matches('/'), generated);
    }
    fs::rename(source, target).map_err(failed("move", source))
}

fn has_foreign(folder: &Path, below: &str, generated: &BTreeSet<String>) -> bool {
    let Ok(entries) = fs::read_dir(folder) else { return false };
    entries.flatten().any(|entry| {
        let path = format!("{below}{}", entry.file_name().to_string_lossy());
        if entry.path().is_dir() {
            has_foreign(&entry.path(), &format!("{path}/"), generated)
        } else {
            !generated.contains(&path)
        }
    })
}
