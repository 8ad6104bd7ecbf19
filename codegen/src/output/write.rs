//! Writes a crate, all or nothing.
//!
//! The new crate is made beside the old one and the two folders change places in one step, so that a failure or a
//! kill at any moment leaves a whole crate. Files that are not the generator's move over afterwards, and texts outside of
//! the crate follow; the next run carries on what was interrupted in between.

use std::path::{Path, PathBuf};
use std::{fs, io};

use super::check::{Difference, check, unfinished};
use super::disk::{Disk, Real, is_folder, is_there, remove};
use super::error::{WriteError, failed};
use super::generated_crate::GeneratedCrate;
use super::lock::Lock;
use super::pending::Text;
use super::place::Place;
use super::{foreign, manifest, pending};

/// Replaces the generated files of `folder`. Files that an earlier run wrote and this one does not are removed;
/// files that are not the generator's stay.
///
/// A folder that already holds the crate is not touched, so that nothing is compiled again.
pub fn write(generated: &GeneratedCrate, folder: &Path) -> Result<(), WriteError> {
    if is_folder(folder) && unfinished(folder).is_none() && check(generated, folder).is_empty() {
        return Ok(());
    }
    Writer::open(folder, &[], &Real)?.write(generated, &[], false)
}

/// The right to write the crate of a folder; nobody else writes it meanwhile.
pub struct Writer<'a> {
    place: Place,
    disk: &'a dyn Disk,
    allowed: Vec<PathBuf>,
    has_resumed: bool,
    _lock: Lock<'a>,
}

impl<'a> Writer<'a> {
    /// Waits for other runs, and finishes what an interrupted one has left. `allowed` are the files outside of the crate
    /// that may be replaced together with it.
    pub fn open(folder: &Path, allowed: &[PathBuf], disk: &'a dyn Disk) -> Result<Self, WriteError> {
        let place = Place::of(folder)?;
        place.check()?;
        let lock = Lock::acquire(&place, disk)?;
        let allowed = allowed.to_vec();
        let mut writer = Self { place, disk, allowed, has_resumed: false, _lock: lock };
        writer.resume()?;
        Ok(writer)
    }

    /// Whether texts outside of the crate have changed while an interrupted run was finished: read them again.
    #[must_use]
    pub fn has_resumed(&self) -> bool {
        self.has_resumed
    }

    /// Replaces the generated files, and the texts that go with them. With `force`, files that were edited by hand too.
    pub fn write(&self, generated: &GeneratedCrate, texts: &[Text], force: bool) -> Result<(), WriteError> {
        let folder = &self.place.folder;
        foreign::refuse(generated, folder, &manifest::read(folder))?;
        let differences = check(generated, folder);
        if !force {
            refuse_edited(&differences, folder)?;
        }
        let texts: Vec<&Text> = texts.iter().filter(|text| !text.is_there()).collect();
        if !differences.is_empty() {
            let staged = self.stage(generated, &texts);
            let committed = staged.and_then(|()| self.commit());
            if committed.is_err() {
                let _ = remove(&self.place.staging, self.disk);
            }
            committed?;
        } else if texts.is_empty() {
            return Ok(());
        } else if let Err(error) = pending::leave(&texts, folder, self.home(), self.disk) {
            let _ = remove(&folder.join(pending::FOLDER), self.disk);
            return Err(error);
        }
        self.finish().map(drop).map_err(WriteError::committed)
    }

    /// The folder above the crate's.
    fn home(&self) -> &Path {
        self.place.folder.parent().filter(|above| !above.as_os_str().is_empty()).unwrap_or(Path::new("."))
    }

    /// Brings what was interrupted to its end.
    fn resume(&mut self) -> Result<(), WriteError> {
        let Place { folder, aside, .. } = &self.place;
        if is_folder(aside) && !is_there(folder) {
            self.disk.rename(aside, folder).map_err(failed("restore", folder))?;
        }
        self.has_resumed = self.finish()?;
        Ok(())
    }

    /// What follows when the new crate has come into its place; says whether there were texts to be put into theirs.
    fn finish(&self) -> Result<bool, WriteError> {
        let Place { folder, .. } = &self.place;
        for old in self.place.leftovers() {
            foreign::rescue(old, folder, self.disk)?;
            self.discard(old)?;
        }
        pending::settle(folder, self.home(), &self.allowed, self.disk)
    }

    /// Removes a crate of which nothing is wanted any more. Its list of files goes last: without it, a later run would
    /// take what is left for hand-made.
    fn discard(&self, old: &Path) -> Result<(), WriteError> {
        if is_folder(old) {
            let entries = fs::read_dir(old).and_then(Iterator::collect::<io::Result<Vec<_>>>);
            for entry in entries.map_err(failed("read", old))? {
                if entry.file_name() != manifest::PATH {
                    remove(&entry.path(), self.disk)?;
                }
            }
        }
        remove(old, self.disk)
    }

    /// Makes the new crate. Its list of files comes first: a later run tells by it that nothing is hand-made.
    fn stage(&self, generated: &GeneratedCrate, texts: &[&Text]) -> Result<(), WriteError> {
        let (staging, disk) = (&self.place.staging, self.disk);
        disk.create_dir(staging).map_err(failed("create", staging))?;
        let (list, rest): (Vec<_>, Vec<_>) =
            generated.files.iter().partition(|(path, _)| *path == manifest::PATH);
        for (path, text) in list.into_iter().chain(rest) {
            let target = staging.join(path);
            if let Some(parent) = target.parent().filter(|parent| !is_folder(parent)) {
                disk.create_dir(parent).map_err(failed("create", parent))?;
            }
            disk.write(&target, text.as_bytes()).map_err(failed("write", &target))?;
        }
        if texts.is_empty() { Ok(()) } else { pending::leave(texts, staging, self.home(), disk) }
    }

    /// Puts the new crate into its place.
    fn commit(&self) -> Result<(), WriteError> {
        let Place { folder, staging, .. } = &self.place;
        if !is_there(folder) {
            return self.disk.rename(staging, folder).map_err(failed("create", folder));
        }
        match self.disk.exchange(staging, folder) {
            Err(error) if error.kind() == io::ErrorKind::Unsupported => self.swap(),
            outcome => outcome.map_err(failed("replace", folder)),
        }
    }

    /// The same in two steps, where the system knows no better.
    fn swap(&self) -> Result<(), WriteError> {
        let Place { folder, staging, aside, .. } = &self.place;
        self.disk.rename(folder, aside).map_err(failed("replace", folder))?;
        self.disk.rename(staging, folder).map_err(failed("replace", folder)).inspect_err(|_| {
            let _ = self.disk.rename(aside, folder);
        })
    }
}

/// Edits would be lost without a word.
fn refuse_edited(differences: &[Difference], folder: &Path) -> Result<(), WriteError> {
    let edited: Vec<_> = differences
        .iter()
        .filter_map(|difference| match difference {
            Difference::Edited { path, .. } => Some(format!("`{}`", folder.join(path).display())),
            _ => None,
        })
        .collect();
    if edited.is_empty() {
        return Ok(());
    }
    Err(WriteError::refused(
        format!("generated files were edited by hand: {}", edited.join(", ")),
        "move the changes to an overlay of the model, or to a crate of your own that uses this one; or run the command with \
         `--force`, which overwrites them",
    ))
}
