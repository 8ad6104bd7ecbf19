//! Files in a crate's folder that are not the generator's: hand-made ones, which must stay.

use std::fs;
use std::path::{Path, PathBuf};

use super::disk::{Disk, is_folder, is_there};
use super::error::{WriteError, failed};
use super::generated_crate::GeneratedCrate;
use super::manifest::{self, Manifest};
use super::pending;

/// Refuses to write where something of somebody else's stands in the way.
pub(super) fn refuse(generated: &GeneratedCrate, folder: &Path, known: &Manifest) -> Result<(), WriteError> {
    let in_the_way = |(path, text): (&String, &String)| in_the_way(folder, path, text, known);
    match generated.files.iter().find_map(in_the_way) {
        None => Ok(()),
        Some(path) => Err(WriteError::refused(
            format!("`{}` is there already and not the generator's", path.display()),
            "move it away, or choose another output folder",
        )),
    }
}

/// What stands where a generated file must go, or where a folder above it must be, and is not the generator's.
fn in_the_way(folder: &Path, path: &str, text: &str, known: &Manifest) -> Option<PathBuf> {
    let above = path.match_indices('/').map(|(end, _)| &path[..end]).filter(|above| !known.has(above));
    let above = above.map(|above| folder.join(above)).find(|above| is_there(above) && !is_folder(above));
    if above.is_some() {
        return above;
    }
    let target = folder.join(path);
    let is_ours = known.has(path) && !is_folder(&target);
    let is_same = || fs::read_to_string(&target).is_ok_and(|found| manifest::unix(&found) == text);
    (!is_ours && is_there(&target) && !is_same()).then_some(target)
}

/// Moves what is not the generator's from `from`, the folder of the old crate, to `to`.
pub(super) fn rescue(from: &Path, to: &Path, disk: &dyn Disk) -> Result<(), WriteError> {
    if !is_folder(from) {
        return Ok(());
    }
    let rescue = Rescue { generated: manifest::read(from), current: manifest::read(to), disk };
    rescue.folder(from, to, "")
}

/// What decides over each file.
struct Rescue<'a> {
    /// The files that were written into the old folder.
    generated: Manifest,
    /// Those that were written into the new one.
    current: Manifest,
    disk: &'a dyn Disk,
}

impl Rescue<'_> {
    fn folder(&self, from: &Path, to: &Path, below: &str) -> Result<(), WriteError> {
        for (path, source) in foreign_in(from, below, &self.generated)? {
            let target = to.join(source.file_name().unwrap_or_default());
            let is_shared = self.generated.has_below(&path);
            if is_folder(&source) && (is_folder(&target) || is_shared) {
                if is_shared && !has_foreign(&source, &path, &self.generated)? {
                    continue;
                }
                if !is_there(&target) {
                    self.disk.create_dir(&target).map_err(failed("create", &target))?;
                }
                self.folder(&source, &target, &path)?;
            } else {
                self.file(&source, &target, &path)?;
            }
        }
        Ok(())
    }

    /// A file, a link, or a folder with nothing of the generator's in it.
    fn file(&self, source: &Path, target: &Path, path: &str) -> Result<(), WriteError> {
        if !is_there(target) {
            return self.disk.rename(source, target).map_err(failed("move", source));
        }
        if self.current.has(path) || is_same(source, target) {
            return Ok(());
        }
        let (source, target) = (source.display(), target.display());
        Err(WriteError::refused(
            format!("an interrupted run has kept `{source}`, and `{target}` is another text"),
            "keep one of the two: move the other one away, then run the command again",
        ))
    }
}

/// The entries of a folder that no earlier run wrote, in order: the path below the crate, and the path.
fn foreign_in(
    folder: &Path,
    below: &str,
    generated: &Manifest,
) -> Result<Vec<(String, PathBuf)>, WriteError> {
    let entries = fs::read_dir(folder).and_then(Iterator::collect::<Result<Vec<_>, _>>);
    let mut entries: Vec<_> =
        entries.map_err(failed("read", folder))?.iter().map(fs::DirEntry::path).collect();
    entries.sort();
    let named = entries.into_iter().map(|entry| {
        let name = entry.file_name().unwrap_or_default().to_string_lossy().into_owned();
        (if below.is_empty() { name } else { format!("{below}/{name}") }, entry)
    });
    let is_own =
        |path: &str, entry: &Path| path == pending::FOLDER || (generated.has(path) && !is_folder(entry));
    Ok(named.filter(|(path, entry)| !is_own(path, entry)).collect())
}

/// Whether anything below a folder that held generated files is not the generator's.
fn has_foreign(folder: &Path, below: &str, generated: &Manifest) -> Result<bool, WriteError> {
    for (path, entry) in foreign_in(folder, below, generated)? {
        if !is_folder(&entry) || !generated.has_below(&path) || has_foreign(&entry, &path, generated)? {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Whether two entries are files with the same bytes, or links to the same place.
fn is_same(one: &Path, other: &Path) -> bool {
    match (fs::read_link(one), fs::read_link(other)) {
        (Ok(one), Ok(other)) => one == other,
        (Err(_), Err(_)) => {
            fs::read(one).ok().zip(fs::read(other).ok()).is_some_and(|(one, other)| one == other)
        }
        _ => false,
    }
}
