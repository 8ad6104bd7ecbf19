//! The file of a download that is not complete.

use std::{
    io,
    path::{Path, PathBuf},
};

use tokio::{
    fs::{self, File, OpenOptions},
    io::{AsyncSeekExt as _, AsyncWriteExt as _, SeekFrom},
    task::spawn_blocking,
};

/// A new file next to the target, which is deleted when it is dropped, unless it became the target before.
pub(super) struct PartialFile {
    path: PathBuf,
    is_complete: bool,
}

impl PartialFile {
    /// Creates the file. If the future is dropped, the thread that creates the file deletes it.
    pub(super) async fn create(target: &Path) -> io::Result<Self> {
        let path = target.with_file_name(format!(".{:016x}.part", fastrand::u64(..)));
        let create = move || {
            std::fs::OpenOptions::new().write(true).create_new(true).open(&path)?;
            Ok(Self { path, is_complete: false })
        };
        spawn_blocking(create).await?
    }

    /// Returns a writer at an offset.
    pub(super) async fn writer(&self, offset: u64) -> io::Result<Writer> {
        let mut file = OpenOptions::new().write(true).open(&self.path).await?;
        file.seek(SeekFrom::Start(offset)).await?;
        Ok(Writer(file))
    }

    /// Makes the file the target, and replaces an older file.
    pub(super) async fn complete(mut self, target: &Path) -> io::Result<()> {
        fs::rename(&self.path, target).await?;
        self.is_complete = true;
        Ok(())
    }
}

/// Returns an error for a target that a file cannot replace, such as a folder or a device.
pub(super) async fn require_replaceable(target: &Path) -> io::Result<()> {
    match fs::metadata(target).await {
        Ok(metadata) if !metadata.is_file() => {
            let reason = format!("{} is not a regular file", target.display());
            Err(io::Error::new(io::ErrorKind::InvalidInput, reason))
        }
        // A target that does not exist, or cannot be read, fails when it is written, if at all.
        Ok(_) | Err(_) => Ok(()),
    }
}

impl Drop for PartialFile {
    fn drop(&mut self) {
        if !self.is_complete {
            // The error of the download is returned, not this one.
            let _ = std::fs::remove_file(&self.path);
        }
    }
}

/// Writes a part of the file.
pub(super) struct Writer(File);

impl Writer {
    pub(super) async fn write(&mut self, data: &[u8]) -> io::Result<()> {
        self.0.write_all(data).await
    }

    /// Waits until everything is written.
    pub(super) async fn finish(mut self) -> io::Result<()> {
        self.0.flush().await
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use futures_util::FutureExt as _;

    use super::*;

    #[tokio::test]
    async fn file_is_deleted_if_its_creation_is_dropped() {
        let folder = std::env::temp_dir().join(format!("tinsmith-partial-{}", std::process::id()));
        std::fs::create_dir(&folder).unwrap();
        drop(PartialFile::create(&folder.join("file")).now_or_never());
        tokio::time::sleep(Duration::from_millis(200)).await;
        let count = std::fs::read_dir(&folder).unwrap().count();
        std::fs::remove_dir_all(&folder).unwrap();
        assert_eq!(count, 0);
    }
}
