//! Content whose length is known, and its parts.

use std::{io, path::Path, sync::Arc, time::SystemTime};

use aws_smithy_types::byte_stream::{self, ByteStream, Length};
use bytes::Bytes;
use tokio::fs;

use super::parts::Span;

/// Content whose length is known.
#[derive(Clone, Debug)]
pub(super) enum Content {
    File { path: Arc<Path>, version: Version },
    Memory(Bytes),
}

/// Length and time of a file, which change with its content.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Version {
    length: u64,
    modified: Option<SystemTime>,
}

impl Version {
    /// Returns `None` for what is not a regular file, such as a pipe.
    async fn of(path: &Path) -> io::Result<Option<Self>> {
        let metadata = fs::metadata(path).await?;
        let version = || Self { length: metadata.len(), modified: metadata.modified().ok() };
        Ok(metadata.is_file().then(version))
    }
}

impl Content {
    /// Returns `None` if the path is not that of a regular file.
    pub(super) async fn of_file(path: &Path) -> io::Result<Option<Self>> {
        let version = Version::of(path).await?;
        Ok(version.map(|version| Self::File { path: path.into(), version }))
    }

    pub(super) fn length(&self) -> u64 {
        match self {
            Self::File { version, .. } => version.length,
            Self::Memory(bytes) => bytes.len() as u64,
        }
    }

    /// Returns `true` if it is a file that is no longer the one that was opened.
    pub(super) async fn has_changed(&self) -> bool {
        match self {
            Self::File { path, version } => {
                !matches!(Version::of(path).await, Ok(Some(now)) if now == *version)
            }
            Self::Memory(_) => false,
        }
    }

    /// Returns a part.
    pub(super) fn slice(&self, span: Span) -> Slice {
        match self {
            Self::File { path, .. } => Slice::File { path: path.clone(), span },
            Self::Memory(bytes) => {
                Slice::Memory(bytes.slice(index(span.offset)..index(span.offset + span.length)))
            }
        }
    }

    /// Returns the content as one part.
    pub(super) fn whole(&self) -> Slice {
        self.slice(Span { offset: 0, length: self.length() })
    }
}

/// Converts an offset in bytes that are in memory.
fn index(offset: u64) -> usize {
    usize::try_from(offset).expect("the bytes are in memory")
}

/// A part of content.
#[derive(Debug)]
pub(super) enum Slice {
    File { path: Arc<Path>, span: Span },
    Memory(Bytes),
}

impl Slice {
    pub(super) fn length(&self) -> u64 {
        match self {
            Self::File { span, .. } => span.length,
            Self::Memory(bytes) => bytes.len() as u64,
        }
    }

    /// Returns a stream that can be read again when a call is retried.
    pub(super) async fn stream(&self) -> Result<ByteStream, byte_stream::error::Error> {
        match self {
            Self::File { path, span } => {
                let stream = ByteStream::read_from().path(path).offset(span.offset);
                stream.length(Length::Exact(span.length)).build().await
            }
            Self::Memory(bytes) => Ok(ByteStream::from(bytes.clone())),
        }
    }
}
