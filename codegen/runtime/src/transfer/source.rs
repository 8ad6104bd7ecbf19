//! Content of uploads.

use std::{
    fmt, io,
    path::{Path, PathBuf},
    pin::Pin,
    sync::Arc,
    time::SystemTime,
};

use aws_smithy_types::byte_stream::{self, ByteStream, Length};
use bytes::{Bytes, BytesMut};
use tokio::{
    fs::{self, File},
    io::{AsyncRead, AsyncReadExt as _},
};

use super::parts::Span;

/// Content of an upload: a file, bytes in memory, or a reader.
#[derive(Debug)]
pub struct Source(Kind);

enum Kind {
    File(PathBuf),
    Memory(Bytes),
    Reader(Reader),
}

/// A reader of content whose length is unknown.
pub(super) type Reader = Pin<Box<dyn AsyncRead + Send>>;

impl Source {
    /// Uploads a file. Its parts are read while they are sent, and not kept in memory. A pipe is read as by
    /// [`reader`](Self::reader).
    pub fn path(path: impl Into<PathBuf>) -> Self {
        Self(Kind::File(path.into()))
    }

    /// Uploads bytes in memory.
    pub fn bytes(bytes: impl Into<Bytes>) -> Self {
        Self(Kind::Memory(bytes.into()))
    }

    /// Uploads what a reader returns until its end. Each part in flight is in memory.
    pub fn reader(reader: impl AsyncRead + Send + 'static) -> Self {
        Self(Kind::Reader(Box::pin(reader)))
    }

    /// Opens the source.
    pub(super) async fn open(self) -> io::Result<Opened> {
        match self.0 {
            Kind::Memory(bytes) => Ok(Opened::Content(Content::Memory(bytes))),
            Kind::Reader(reader) => Ok(Opened::Reader(reader)),
            Kind::File(path) => {
                let version = Version::of(&path).await?;
                match version {
                    Some(version) => Ok(Opened::Content(Content::File { path: path.into(), version })),
                    None => Ok(Opened::Reader(Box::pin(File::open(path).await?))),
                }
            }
        }
    }
}

impl From<PathBuf> for Source {
    fn from(path: PathBuf) -> Self {
        Self::path(path)
    }
}

impl From<&Path> for Source {
    fn from(path: &Path) -> Self {
        Self::path(path)
    }
}

impl From<Bytes> for Source {
    fn from(bytes: Bytes) -> Self {
        Self::bytes(bytes)
    }
}

impl From<Vec<u8>> for Source {
    fn from(bytes: Vec<u8>) -> Self {
        Self::bytes(bytes)
    }
}

impl fmt::Debug for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::File(path) => f.debug_tuple("File").field(path).finish(),
            Self::Memory(bytes) => write!(f, "Memory({} bytes)", bytes.len()),
            Self::Reader(_) => f.write_str("Reader"),
        }
    }
}

/// A source that is open.
pub(super) enum Opened {
    Content(Content),
    Reader(Reader),
}

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

/// Reads up to `size` bytes: less only at the end.
pub(super) async fn read_part(reader: &mut Reader, size: u64) -> io::Result<Bytes> {
    let too_great = |_| io::Error::new(io::ErrorKind::InvalidInput, "`part_size` is greater than the memory");
    let size = usize::try_from(size).map_err(too_great)?;
    let mut part = BytesMut::new();
    let mut limited = reader.take(size as u64);
    while part.len() < size {
        // Not all at once: most sources of unknown length are small.
        part.reserve((size - part.len()).min(part.len().max(FIRST_READ)));
        if limited.read_buf(&mut part).await? == 0 {
            break;
        }
    }
    Ok(part.freeze())
}

/// Capacity for the first read of a part.
const FIRST_READ: usize = 64 * 1024;
