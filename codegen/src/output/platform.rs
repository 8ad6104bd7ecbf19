//! Operations on the disk that differ between operating systems.

use std::io;
use std::path::Path;

/// Exchanges two folders in one step.
#[cfg(any(target_os = "linux", target_os = "macos"))]
pub(super) fn exchange(one: &Path, other: &Path) -> io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    use rustix::io::Errno;
    renameat_with(CWD, one, CWD, other, RenameFlags::EXCHANGE).map_err(|error| match error {
        Errno::INVAL | Errno::NOSYS | Errno::NOTSUP => io::ErrorKind::Unsupported.into(),
        error => error.into(),
    })
}

/// Other systems cannot do that.
#[cfg(not(any(target_os = "linux", target_os = "macos")))]
pub(super) fn exchange(_: &Path, _: &Path) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}

/// Returns once the entries of a folder are on the disk.
#[cfg(unix)]
pub(super) fn sync_dir(path: &Path) -> io::Result<()> {
    use io::ErrorKind as Kind;
    let folder = match std::fs::File::open(path) {
        // A folder may be writable and not readable.
        Err(error) if error.kind() == Kind::PermissionDenied => return Ok(()),
        folder => folder?,
    };
    match folder.sync_all() {
        // Some network file systems cannot sync a folder.
        Err(error) if matches!(error.kind(), Kind::InvalidInput | Kind::Unsupported) => Ok(()),
        outcome => outcome,
    }
}

/// Windows cannot sync a folder; NTFS keeps the order of changes of its entries.
#[cfg(not(unix))]
pub(super) fn sync_dir(_: &Path) -> io::Result<()> {
    Ok(())
}
