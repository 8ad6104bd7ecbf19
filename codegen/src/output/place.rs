//! The folder of a crate, and the names beside it that a run needs.

use std::borrow::Cow;
use std::fs::{self, File, TryLockError};
use std::path::{Path, PathBuf};
use std::thread::sleep;
use std::time::{Duration, Instant};

use super::disk::Disk;
use super::error::{WriteError, failed};

/// How long a run waits for another one to end.
const PATIENCE: Duration = Duration::from_secs(5);

/// The folder of a crate, and what stands beside it while it is written.
#[derive(Debug)]
pub(super) struct Place {
    /// The folder of the crate.
    pub(super) folder: PathBuf,
    /// Where the new crate is made; behind the exchange, the old one until it is removed.
    pub(super) staging: PathBuf,
    /// Where the old crate waits, on systems that cannot exchange two folders in one step.
    pub(super) aside: PathBuf,
    /// The file that one run at a time holds.
    lock: PathBuf,
}

impl Place {
    pub(super) fn of(folder: &Path) -> Result<Self, WriteError> {
        let folder = match folder.file_name() {
            Some(_) => Cow::Borrowed(folder),
            None => Cow::Owned(folder.canonicalize().map_err(failed("find", folder))?),
        };
        let Some(name) = folder.file_name().map(|name| name.to_string_lossy().into_owned()) else {
            let what = format!("`{}` cannot be the folder of a crate", folder.display());
            return Err(WriteError::refused(what, "name a folder that has one above it"));
        };
        let beside = |ending: &str| folder.with_file_name(format!(".{name}.tinsmith-{ending}"));
        let (staging, aside, lock) = (beside("new"), beside("old"), beside("lock"));
        Ok(Self { staging, aside, lock, folder: folder.into_owned() })
    }

    /// The folder must be one, or not be there. A link is refused: whoever has put it there, nothing is written outside of
    /// the folder that was named.
    pub(super) fn check(&self) -> Result<(), WriteError> {
        let folder = self.folder.display();
        match fs::symlink_metadata(&self.folder) {
            Ok(found) if found.is_symlink() => {
                let leads_to = fs::read_link(&self.folder).unwrap_or_default();
                let leads_to = self.folder.with_file_name("").join(leads_to);
                Err(WriteError::refused(
                    format!("the output folder `{folder}` is a symbolic link"),
                    format!("name the folder that it leads to, `{}`, or remove the link", leads_to.display()),
                ))
            }
            Ok(found) if !found.is_dir() => Err(WriteError::refused(
                format!("the output folder `{folder}` is a file"),
                "move the file away, or choose another output folder",
            )),
            _ => Ok(()),
        }
    }

    /// What an interrupted run has left here.
    pub(super) fn leftovers(&self) -> impl Iterator<Item = &Path> {
        [&self.staging, &self.aside].into_iter().map(PathBuf::as_path).filter(|path| is_there(path))
    }

    /// Makes the folder above and takes the lock.
    pub(super) fn lock<'a>(&self, disk: &'a dyn Disk) -> Result<Lock<'a>, WriteError> {
        if let Some(above) =
            self.folder.parent().filter(|above| !above.as_os_str().is_empty() && !above.is_dir())
        {
            disk.create_dir(above).map_err(failed("create", above))?;
        }
        let start = Instant::now();
        loop {
            if let Some(lock) = try_lock(&self.lock, disk)? {
                return Ok(lock);
            }
            if start.elapsed() > PATIENCE {
                return Err(WriteError::refused(
                    format!("another run is writing `{}`", self.folder.display()),
                    format!(
                        "wait until it has ended, then run the command again; it holds `{}`",
                        self.lock.display()
                    ),
                ));
            }
            sleep(Duration::from_millis(20));
        }
    }
}

/// Whether anything is at the path, a link that leads nowhere included.
pub(super) fn is_there(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok()
}

/// Whether a folder is at the path itself, and not behind a link.
pub(super) fn is_folder(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok_and(|found| found.is_dir())
}

/// Removes whatever is at the path; of a link, only the link.
pub(super) fn remove(path: &Path, disk: &dyn Disk) -> Result<(), WriteError> {
    if is_folder(path) {
        disk.remove_dir(path).map_err(failed("remove", path))
    } else if is_there(path) {
        disk.remove_file(path).map_err(failed("remove", path))
    } else {
        Ok(())
    }
}

/// The right to write a crate. The system takes it back when the process dies, however that happens; the file that is
/// left then is no obstacle, and goes with the next run.
pub(super) struct Lock<'a> {
    _file: File,
    path: PathBuf,
    disk: &'a dyn Disk,
}

impl Drop for Lock<'_> {
    fn drop(&mut self) {
        // Before the file is closed, so that nobody else's goes.
        let _ = self.disk.remove_file(&self.path);
    }
}

fn try_lock<'a>(path: &Path, disk: &'a dyn Disk) -> Result<Option<Lock<'a>>, WriteError> {
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
    Ok(Some(Lock { _file: file, path: path.to_owned(), disk }))
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
    is_there(path)
}
