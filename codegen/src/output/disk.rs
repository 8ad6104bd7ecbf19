//! All operations that change the disk, so that a test can make each of them fail.

use std::path::Path;
use std::{fs, io};

use super::error::{WriteError, failed};
use super::platform;

/// Operations on the disk that writing a crate needs. [`RealDisk`] performs them; tests stop after any number of them.
///
/// Each is atomic. A loss of power may undo those that no [`sync_dir`](Self::sync_dir) followed, in any order.
pub trait Disk {
    /// Creates a folder and its parents, which survive a loss of power.
    fn create_dir(&self, path: &Path) -> io::Result<()>;
    /// Writes a new file, whose content survives a loss of power. Fails if anything is at the path, even a dangling link.
    fn write(&self, path: &Path, text: &[u8]) -> io::Result<()>;
    /// Moves a file or folder. A file at the new path is replaced in the same step.
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()>;
    /// Exchanges two folders in one step. Fails with [`io::ErrorKind::Unsupported`] on systems that cannot do that.
    fn exchange(&self, one: &Path, other: &Path) -> io::Result<()>;
    /// Removes a file, or a link without its target.
    fn remove_file(&self, path: &Path) -> io::Result<()>;
    /// Removes a folder and its contents without following links.
    fn remove_dir(&self, path: &Path) -> io::Result<()>;
    /// Makes earlier changes of the entries of a folder survive a loss of power. Folders in it are not included.
    fn sync_dir(&self, path: &Path) -> io::Result<()>;
}

/// The disk of the machine.
#[derive(Clone, Copy, Debug, Default)]
pub struct RealDisk;

impl Disk for RealDisk {
    fn create_dir(&self, path: &Path) -> io::Result<()> {
        let is_missing = |folder: &&Path| !folder.as_os_str().is_empty() && !is_there(folder);
        let missing = path.ancestors().take_while(is_missing).map(parent).collect::<Vec<_>>();
        fs::create_dir_all(path)?;
        missing.into_iter().try_for_each(platform::sync_dir)
    }

    fn write(&self, path: &Path, text: &[u8]) -> io::Result<()> {
        let mut file = fs::File::create_new(path)?;
        io::Write::write_all(&mut file, text)?;
        file.sync_all()
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        fs::rename(from, to)
    }

    fn exchange(&self, one: &Path, other: &Path) -> io::Result<()> {
        platform::exchange(one, other)
    }

    fn remove_file(&self, path: &Path) -> io::Result<()> {
        fs::remove_file(path)
    }

    fn remove_dir(&self, path: &Path) -> io::Result<()> {
        fs::remove_dir_all(path)
    }

    fn sync_dir(&self, path: &Path) -> io::Result<()> {
        platform::sync_dir(path)
    }
}

/// The disk of the machine, for output that can be generated again: a loss of power may leave any part of it.
#[derive(Clone, Copy, Debug, Default)]
pub struct UnsyncedDisk;

impl Disk for UnsyncedDisk {
    fn create_dir(&self, path: &Path) -> io::Result<()> {
        fs::create_dir_all(path)
    }

    fn write(&self, path: &Path, text: &[u8]) -> io::Result<()> {
        io::Write::write_all(&mut fs::File::create_new(path)?, text)
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        RealDisk.rename(from, to)
    }

    fn exchange(&self, one: &Path, other: &Path) -> io::Result<()> {
        RealDisk.exchange(one, other)
    }

    fn remove_file(&self, path: &Path) -> io::Result<()> {
        RealDisk.remove_file(path)
    }

    fn remove_dir(&self, path: &Path) -> io::Result<()> {
        RealDisk.remove_dir(path)
    }

    fn sync_dir(&self, _: &Path) -> io::Result<()> {
        Ok(())
    }
}

/// Returns the folder of a path.
pub(super) fn parent(path: &Path) -> &Path {
    path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."))
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

/// Returns once the entries of a folder are on the disk.
pub(super) fn sync_dir(path: &Path, disk: &dyn Disk) -> Result<(), WriteError> {
    disk.sync_dir(path).map_err(failed("sync", path))
}
