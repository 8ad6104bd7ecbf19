//! All operations that change the disk, so that a test can make each of them fail.

use std::path::Path;
use std::{fs, io};

use super::error::{WriteError, failed};

/// Operations on the disk that writing a crate needs. [`RealDisk`] performs them; tests stop after any number of them.
pub trait Disk {
    /// Creates a folder and its parents.
    fn create_dir(&self, path: &Path) -> io::Result<()>;
    /// Writes a new file. Fails if anything is at the path, even a dangling link.
    fn write(&self, path: &Path, text: &[u8]) -> io::Result<()>;
    /// Moves a file or folder. A file at the new path is replaced in the same step.
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()>;
    /// Exchanges two folders in one step. Fails with [`io::ErrorKind::Unsupported`] on systems that cannot do that.
    fn exchange(&self, one: &Path, other: &Path) -> io::Result<()>;
    /// Removes a file, or a link without its target.
    fn remove_file(&self, path: &Path) -> io::Result<()>;
    /// Removes a folder and its contents without following links.
    fn remove_dir(&self, path: &Path) -> io::Result<()>;
}

/// The disk of the machine.
#[derive(Clone, Copy, Debug, Default)]
pub struct RealDisk;

impl Disk for RealDisk {
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

/// Returns true if anything is at the path, dangling links included.
pub(super) fn is_there(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok()
}

/// Returns true if a folder is at the path. A link to a folder is not one.
pub(super) fn is_folder(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok_and(|metadata| metadata.is_dir())
}

/// Removes the file, link or folder at the path, if there is one. Links are not followed.
pub(super) fn remove(path: &Path, disk: &dyn Disk) -> Result<(), WriteError> {
    if is_folder(path) {
        disk.remove_dir(path).map_err(failed("remove", path))
    } else if is_there(path) {
        disk.remove_file(path).map_err(failed("remove", path))
    } else {
        Ok(())
    }
}
