//! Everything that changes the disk, in one place, so that a test can let each step fail.

use std::path::Path;
use std::{fs, io};

use super::error::{WriteError, failed};

/// What writing a crate asks of the disk. [`Real`] is the disk; tests stop after any number of steps.
pub trait Disk {
    /// Makes a folder and those above it.
    fn create_dir(&self, path: &Path) -> io::Result<()>;
    /// Writes a file that must not be there yet: not even a link that leads nowhere.
    fn write(&self, path: &Path, text: &[u8]) -> io::Result<()>;
    /// Moves a file or folder; a file that is at the new place already is replaced in the same step.
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()>;
    /// Two folders change places in one step; [`io::ErrorKind::Unsupported`] where the system cannot do that.
    fn exchange(&self, one: &Path, other: &Path) -> io::Result<()>;
    /// Removes a file, or a link and not what it leads to.
    fn remove_file(&self, path: &Path) -> io::Result<()>;
    /// Removes a folder and everything in it; links in it are not followed.
    fn remove_dir(&self, path: &Path) -> io::Result<()>;
}

/// The disk.
#[derive(Clone, Copy, Debug, Default)]
pub struct Real;

impl Disk for Real {
    fn create_dir(&self, path: &Path) -> io::Result<()> {
        fs::create_dir_all(path)
    }

    fn write(&self, path: &Path, text: &[u8]) -> io::Result<()> {
        io::Write::write_all(&mut fs::File::create_new(path)?, text)
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        fs::rename(from, to)
    }

    fn exchange(&self, one: &Path, other: &Path) -> io::Result<()> {
        exchange(one, other)
    }

    fn remove_file(&self, path: &Path) -> io::Result<()> {
        fs::remove_file(path)
    }

    fn remove_dir(&self, path: &Path) -> io::Result<()> {
        fs::remove_dir_all(path)
    }
}

#[cfg(any(target_os = "linux", target_os = "macos"))]
fn exchange(one: &Path, other: &Path) -> io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    use rustix::io::Errno;
    renameat_with(CWD, one, CWD, other, RenameFlags::EXCHANGE).map_err(|error| match error {
        Errno::INVAL | Errno::NOSYS | Errno::NOTSUP => io::ErrorKind::Unsupported.into(),
        error => error.into(),
    })
}

#[cfg(not(any(target_os = "linux", target_os = "macos")))]
fn exchange(_: &Path, _: &Path) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
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
