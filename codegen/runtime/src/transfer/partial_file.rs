//! The file of a download that is not complete.

use std::{
    io,
    path::{Path, PathBuf},
};

use tokio::{
    fs::{self, File, OpenOptions},
    io::{AsyncSeekExt as _, AsyncWriteExt as _, SeekFrom},
};

/// A new file next to the target, which is deleted when it is dropped, unless it became the target before.
pub(super) struct PartialFile {
    path: PathBuf,
    is_complete: bool,
}

impl PartialFile {
    pub(super) async fn create(target: &Path) -> io::Result<Self> {
        let path = target.with_file_name(format!(".{:016x}.part", fastrand::u64(..)));
        OpenOptions::new().write(true).create_new(true).open(&path).await?;
        Ok(Self { path, is_complete: false })
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

impl Drop for PartialFile {
    fn drop(&mut self) {
        if !self.is_complete {
            // There is no one to tell; the error that led here is returned.
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
