//! Locks on output folders and on files outside of them, so that one run at a time writes them.

use std::fs::{self, File, TryLockError};
use std::path::{Path, PathBuf};
use std::thread::sleep;
use std::time::{Duration, Instant};

use same_file::Handle;

use super::disk::{Disk, RealDisk, is_there};
use super::error::{WriteError, failed};
use super::output_paths::OutputPaths;

/// Time after which a run stops waiting for the lock.
const TIMEOUT: Duration = Duration::from_secs(5);

/// Exclusive lock on an output folder or a file; the OS releases it when the process exits.
///
/// The lock file of a killed run stays on the disk. It blocks nobody, and the next run removes it.
pub struct Lock<'a> {
    _file: File,
    path: PathBuf,
    disk: &'a dyn Disk,
}

impl<'a> Lock<'a> {
    /// Creates the parent of the output folder if it does not exist, and takes the lock.
    pub(super) fn acquire(paths: &OutputPaths, disk: &'a dyn Disk) -> Result<Self, WriteError> {
        let parent = paths.parent();
        if !parent.is_dir() {
            disk.create_dir(parent).map_err(failed("create", parent))?;
        }
        Self::wait(&paths.folder, &paths.lock_file, disk)
    }

    /// Takes the lock on a file. A run that reads the file, changes its text and writes it holds the lock meanwhile.
    ///
    /// A run that locks a file and an output folder locks the file first.
    pub fn of_file(path: &Path, disk: &'a dyn Disk) -> Result<Self, WriteError> {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        Self::wait(path, &path.with_file_name(format!(".{name}.tinsmith-lock")), disk)
    }

    /// Removes the lock file of a killed run, if there is one that no run holds.
    pub(super) fn remove_abandoned(lock_file: &Path) {
        if is_there(lock_file) {
            // Its removal is not worth an error: it blocks nobody.
            drop(Lock::try_acquire(lock_file, &RealDisk));
        }
    }

    /// Waits until no other run has locked a folder or file.
    fn wait(target: &Path, lock_file: &Path, disk: &'a dyn Disk) -> Result<Self, WriteError> {
        let start = Instant::now();
        loop {
            if let Some(lock) = Self::try_acquire(lock_file, disk)? {
                return Ok(lock);
            }
            if start.elapsed() > TIMEOUT {
                return Err(WriteError::refused(
                    format!("another run is writing `{}`", target.display()),
                    format!(
                        "wait for it to finish, then run the command again; it has locked `{}`",
                        lock_file.display()
                    ),
                ));
            }
            sleep(Duration::from_millis(20));
        }
    }

    /// Returns `None` while another run holds the lock.
    fn try_acquire(path: &Path, disk: &'a dyn Disk) -> Result<Option<Self>, WriteError> {
        if fs::symlink_metadata(path).is_ok_and(|metadata| !metadata.is_file()) {
            let message = format!("the lock file `{}` is not a file", path.display());
            return Err(WriteError::refused(message, "remove it: the next run creates it as a file"));
        }
        let options = || File::options().create(true).truncate(false).write(true).open(path);
        let file = options().map_err(failed("create", path))?;
        match file.try_lock() {
            Ok(()) if !is_current(&file, path) => return Ok(None),
            Err(TryLockError::WouldBlock) => return Ok(None),
            // Some network file systems have no locks; users must not start two runs at a time there.
            Ok(()) | Err(TryLockError::Error(_)) => {}
        }
        Ok(Some(Self { _file: file, path: path.to_owned(), disk }))
    }
}

impl Drop for Lock<'_> {
    fn drop(&mut self) {
        // While the file is still locked, so that the file of another run is not removed.
        let _ = self.disk.remove_file(&self.path);
    }
}

/// Returns true if the locked file is still the one at the path. The run that held the lock before removes the file.
fn is_current(file: &File, path: &Path) -> bool {
    let locked = file.try_clone().and_then(Handle::from_file);
    locked.is_ok_and(|locked| Handle::from_path(path).is_ok_and(|at_path| locked == at_path))
}
