//! Content of uploads.

use std::{
    fmt, io,
    path::{Path, PathBuf},
    pin::Pin,
};

use bytes::{Bytes, BytesMut};
use tokio::{
    fs::File,
    io::{AsyncRead, AsyncReadExt as _},
};

use super::content::Content;

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
            Kind::File(path) => Ok(match Content::of_file(&path).await? {
                Some(content) => Opened::Content(content),
                None => Opened::Reader(Box::pin(File::open(path).await?)),
            }),
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

/// Capacity for the first part, which may be much shorter than others: most sources of unknown length are small.
const FIRST_CAPACITY: usize = 64 * 1024;

/// Reads the first part: up to `size` bytes, and less only at the end.
pub(super) async fn read_first_part(reader: &mut Reader, size: u64) -> io::Result<Bytes> {
    read(reader, size, FIRST_CAPACITY).await
}

/// Reads another part.
pub(super) async fn read_part(reader: &mut Reader, size: u64) -> io::Result<Bytes> {
    read(reader, size, usize::MAX).await
}

/// Parts in memory are bounded: the capacity is never greater than `size`, and what was read is copied at most once, while it is
/// no longer than `capacity`.
async fn read(reader: &mut Reader, size: u64, capacity: usize) -> io::Result<Bytes> {
    let too_great = |_| io::Error::new(io::ErrorKind::InvalidInput, "`part_size` is greater than the memory");
    let size = usize::try_from(size).map_err(too_great)?;
    let mut part = BytesMut::with_capacity(capacity.min(size));
    let mut limited = reader.take(size as u64);
    while part.len() < size {
        if part.len() == part.capacity() {
            let mut larger = BytesMut::with_capacity(size);
            larger.extend_from_slice(&part);
            part = larger;
        }
        if limited.read_buf(&mut part).await? == 0 {
            break;
        }
    }
    Ok(part.freeze())
}

#[cfg(test)]
mod tests {
    use std::{
        io::Cursor,
        sync::{Arc, Mutex},
        task::{Context, Poll},
    };

    use tokio::io::ReadBuf;

    use super::*;

    /// A reader that records the lengths of the buffers.
    struct Recording(Cursor<Vec<u8>>, Arc<Mutex<Vec<usize>>>);

    impl AsyncRead for Recording {
        fn poll_read(
            mut self: Pin<&mut Self>,
            context: &mut Context<'_>,
            buffer: &mut ReadBuf<'_>,
        ) -> Poll<io::Result<()>> {
            self.1.lock().unwrap().push(buffer.remaining());
            Pin::new(&mut self.0).poll_read(context, buffer)
        }
    }

    #[tokio::test]
    async fn first_part_is_copied_at_most_once() {
        let lengths = Arc::default();
        let mut reader: Reader =
            Box::pin(Recording(Cursor::new(vec![1; 10 * FIRST_CAPACITY]), Arc::clone(&lengths)));
        let part = read_first_part(&mut reader, 8 * FIRST_CAPACITY as u64).await.unwrap();
        assert_eq!(part, vec![1; 8 * FIRST_CAPACITY]);
        assert_eq!(*lengths.lock().unwrap(), [FIRST_CAPACITY, 7 * FIRST_CAPACITY]);
    }
}
