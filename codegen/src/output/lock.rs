//! The lock on an output folder: one run at a time writes it.

use std::fs::{self, File, TryLockError};
use std::path::{Path, PathBuf};
use std::thread::sleep;
use std::time::{Duration, Instant};

use super::disk::Disk;
use super::error::{WriteError, failed};
use super::place::Place;

/// How long a run waits for another one to end.
const PATIENCE: Duration = Duration::from_secs(5);

/// Exclusive lock on the output folder; the OS releases it when the process exits.
///
/// The lock file may stay after a kill. It does not block later runs, and the next one removes it.
pub(super) struct Lock<'a> {
    _file: File,
    path: PathBuf,
    disk: &'a dyn Disk,
}

impl<'a> Lock<'a> {
    /// Makes the folder above the crate and takes the lock.
    pub(super) fn acquire(place: &Place, disk: &'a dyn Disk) -> Result<Self, WriteError> {
        if let Some(above) =
            place.folder.parent().filter(|above| !above.as_os_str().is_empty() && !above.is_dir())
        {
            disk.create_dir(above).map_err(failed("create", above))?;
        }
        let start = Instant::now();
        loop {
            if let Some(lock) = Self::try_acquire(&place.lock, disk)? {
                return Ok(lock);
            }
            if start.elapsed() > PATIENCE {
                return Err(WriteError::refused(
                    format!("another run is writing `{}`", place.folder.display()),
                    format!(
                        "wait until it has ended, then run the command again; it holds `{}`",
                        place.lock.display()
                    ),
                ));
            }
            sleep(Duration::from_millis(20));
        }
    }

    fn try_acquire(path: &Path, disk: &'a dyn Disk) -> Result<Option<Self>, WriteError> {
        if fs::symlink_metadata(path).is_ok_and(|found| !found.is_file()) {
            let what = format!("`{}` is no file", path.display());
            return Err(WriteError::refused(what, "remove it: a run makes it anew as a file"));
        }
        let options = || File::options().create(true).truncate(false).write(true).open(path);
        let file = options().map_err(failed("create", path))?;
        match file.try_lock() {
            Ok(()) if !is_current(&file, path) => return Ok(None),
            Err(TryLockError::WouldBlock) => return Ok(None),
            // Where there are no locks, such as on some network disks, runs must not overlap.
            Ok(()) | Err(TryLockError::Error(_)) => {}
        }
        Ok(Some(Self { _file: file, path: path.to_owned(), disk }))
    }
}

impl Drop for Lock<'_> {
    fn drop(&mut self) {
        // Before the file is closed, so that nobody else's goes.
        let _ = self.disk.remove_file(&self.path);
    }
}

/// Whether the locked file is still the one at the path: the run that held it before has removed it.
#[cfg(unix)]
fn is_current(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt as _;
    let identity = |found: fs::Metadata| (found.dev(), found.ino());
    let [held, there] = [file.metadata(), fs::symlink_metadata(path)].map(|found| found.map(identity).ok());
    held.is_some() && held == there
}

#[cfg(not(unix))]
fn is_current(_: &File, path: &Path) -> bool {
    super::disk::is_there(path)
}
