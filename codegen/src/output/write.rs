//! Writes a crate, all or nothing.
//!
//! The new crate is written to a folder next to the old one, and the two folders are exchanged in one step, so that a
//! failure, a kill or a loss of power at any moment leaves a complete crate. User files are moved and files outside of the
//! crate are replaced after the exchange; if a run is interrupted there, the next one finishes it.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::{fs, io};

use super::check::{Difference, check, leftover};
use super::disk::{Disk, RealDisk, is_folder, is_there, parent, remove, sync_dir};
use super::error::{WriteError, failed};
use super::generated_crate::GeneratedCrate;
use super::lock::Lock;
use super::output_paths::OutputPaths;
use super::pending::PendingFile;
use super::{manifest, pending, user_files};

/// Writes the generated files to `folder`. Files that an earlier run wrote and that are not generated any more are removed;
/// user files are kept.
///
/// A folder that is up to date is not touched, so that Cargo does not compile the crate again. The lock file of a run that was
/// killed at its very end is removed.
pub fn write(generated: &GeneratedCrate, folder: &Path) -> Result<(), WriteError> {
    let is_up_to_date = || check(generated, folder).is_ok_and(|differences| differences.is_empty());
    if is_folder(folder) && leftover(folder)?.is_none() && is_up_to_date() {
        Lock::remove_abandoned(&OutputPaths::of(folder)?.lock_file);
        return Ok(());
    }
    Writer::open(folder, &[], &RealDisk)?.write(generated, &[], false)
}

/// Writer of the crate in one output folder, which stays locked until the writer is dropped.
pub struct Writer<'a> {
    paths: OutputPaths,
    disk: &'a dyn Disk,
    allowed: Vec<PathBuf>,
    has_resumed: bool,
    _lock: Lock<'a>,
}

impl<'a> Writer<'a> {
    /// Waits until no other run writes the folder, and finishes an interrupted run.
    ///
    /// `allowed` lists the files outside of the crate that may be replaced together with it.
    pub fn open(folder: &Path, allowed: &[PathBuf], disk: &'a dyn Disk) -> Result<Self, WriteError> {
        let paths = OutputPaths::of(folder)?;
        paths.check()?;
        let lock = Lock::acquire(&paths, disk)?;
        let allowed = allowed.to_vec();
        let mut writer = Self { paths, disk, allowed, has_resumed: false, _lock: lock };
        writer.resume()?;
        Ok(writer)
    }

    /// Returns true if files outside of the crate were replaced to finish an interrupted run. The caller has to read them
    /// again.
    #[must_use]
    pub fn has_resumed(&self) -> bool {
        self.has_resumed
    }

    /// Replaces the generated files, and the files outside of the crate that change with them.
    ///
    /// Generated files that were edited by hand are an error, unless `force` is set.
    pub fn write(
        &self,
        generated: &GeneratedCrate,
        files: &[PendingFile],
        force: bool,
    ) -> Result<(), WriteError> {
        let folder = &self.paths.folder;
        user_files::refuse_conflicts(generated, folder, &manifest::read(folder)?)?;
        let differences = check(generated, folder)?;
        if !force {
            refuse_edited(&differences, folder)?;
        }
        let files: Vec<&PendingFile> = files.iter().filter(|file| !file.is_up_to_date()).collect();
        if !differences.is_empty() {
            let staged = self.stage(generated, &files);
            let committed = staged.and_then(|()| self.commit());
            if committed.is_err() {
                let _ = remove(&self.paths.staging, self.disk);
            }
            committed?;
        } else if files.is_empty() {
            return Ok(());
        } else if let Err(error) = pending::stage(&files, folder, self.paths.parent(), self.disk) {
            let _ = remove(&folder.join(pending::FOLDER), self.disk);
            return Err(error);
        }
        self.finish().map(drop).map_err(WriteError::committed)
    }

    /// Finishes an interrupted run.
    fn resume(&mut self) -> Result<(), WriteError> {
        let OutputPaths { folder, backup, .. } = &self.paths;
        if is_folder(backup) && !is_there(folder) {
            self.disk.rename(backup, folder).map_err(failed("restore", folder))?;
        }
        self.has_resumed = self.finish()?;
        Ok(())
    }

    /// Performs the steps after the exchange, and returns whether files outside of the crate were replaced. The exchange is
    /// on the disk before them.
    fn finish(&self) -> Result<bool, WriteError> {
        let OutputPaths { folder, .. } = &self.paths;
        sync_dir(self.paths.parent(), self.disk)?;
        for old in self.paths.leftovers() {
            user_files::keep(old, folder, self.disk)?;
            self.discard(old)?;
        }
        pending::replace_all(folder, self.paths.parent(), &self.allowed, self.disk)
    }

    /// Removes an old crate. Its manifest is removed last: without it, a later run would take the remaining files for user
    /// files.
    fn discard(&self, old: &Path) -> Result<(), WriteError> {
        if is_folder(old) {
            let entries = fs::read_dir(old).and_then(Iterator::collect::<io::Result<Vec<_>>>);
            for entry in entries.map_err(failed("read", old))? {
                if entry.file_name() != manifest::PATH {
                    remove(&entry.path(), self.disk)?;
                }
            }
            sync_dir(old, self.disk)?;
        }
        remove(old, self.disk)
    }

    /// Writes the new crate to the staging folder. Its manifest is written first, so that a later run recognizes the other
    /// files as generated.
    fn stage(&self, generated: &GeneratedCrate, pending_files: &[&PendingFile]) -> Result<(), WriteError> {
        let (staging, disk) = (&self.paths.staging, self.disk);
        disk.create_dir(staging).map_err(failed("create", staging))?;
        let (manifest, others): (Vec<_>, Vec<_>) =
            generated.files.iter().partition(|(path, _)| *path == manifest::PATH);
        manifest.into_iter().try_for_each(|(path, text)| self.stage_file(path, text))?;
        sync_dir(staging, disk)?;
        others.into_iter().try_for_each(|(path, text)| self.stage_file(path, text))?;
        let folders = generated.files.keys().map(|path| parent(&staging.join(path)).to_owned());
        folders.collect::<BTreeSet<_>>().iter().try_for_each(|folder| sync_dir(folder, disk))?;
        if pending_files.is_empty() {
            Ok(())
        } else {
            pending::stage(pending_files, staging, self.paths.parent(), disk)
        }
    }

    fn stage_file(&self, path: &str, text: &str) -> Result<(), WriteError> {
        let target = self.paths.staging.join(path);
        let folder = parent(&target);
        if !is_folder(folder) {
            self.disk.create_dir(folder).map_err(failed("create", folder))?;
        }
        self.disk.write(&target, text.as_bytes()).map_err(failed("write", &target))
    }

    /// Moves the new crate to the output folder.
    fn commit(&self) -> Result<(), WriteError> {
        let OutputPaths { folder, staging, .. } = &self.paths;
        if !is_there(folder) {
            return self.disk.rename(staging, folder).map_err(failed("create", folder));
        }
        match self.disk.exchange(staging, folder) {
            Err(error) if error.kind() == io::ErrorKind::Unsupported => self.swap(),
            outcome => outcome.map_err(failed("replace", folder)),
        }
    }

    /// Replaces the old crate in two steps, for systems that cannot exchange folders.
    fn swap(&self) -> Result<(), WriteError> {
        let OutputPaths { folder, staging, backup, .. } = &self.paths;
        self.disk.rename(folder, backup).map_err(failed("replace", folder))?;
        let synced = sync_dir(self.paths.parent(), self.disk);
        let rename = |()| self.disk.rename(staging, folder).map_err(failed("replace", folder));
        synced.and_then(rename).inspect_err(|_| {
            let _ = self.disk.rename(backup, folder);
        })
    }
}

/// Refuses to overwrite edits.
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
         `--force` to overwrite them",
    ))
}
