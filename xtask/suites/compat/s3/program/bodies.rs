//! Bodies of requests.

use std::path::PathBuf;
use std::pin::Pin;
use std::task::{Context, Poll};

use aws_sdk_s3::primitives::ByteStream;
use bytes::Bytes;
use http_body::{Body, Frame, SizeHint};

/// Content that differs from one chunk to the next.
pub(crate) fn content(length: usize) -> Vec<u8> {
    let block: Vec<_> = (0_u8..=250).collect();
    let mut content = block.repeat(length / block.len() + 1);
    content.truncate(length);
    content
}

/// A file, which is deleted when dropped.
pub(crate) struct TemporaryFile(PathBuf);

impl TemporaryFile {
    pub(crate) fn new(name: &str, length: usize) -> Self {
        let path = std::env::temp_dir().join(format!("tinsmith-{name}-{}", std::process::id()));
        std::fs::write(&path, content(length)).expect("a temporary file can be written");
        Self(path)
    }

    pub(crate) async fn stream(&self) -> ByteStream {
        ByteStream::from_path(&self.0).await.expect("the file was written")
    }
}

impl Drop for TemporaryFile {
    fn drop(&mut self) {
        // Nothing depends on it.
        let _ = std::fs::remove_file(&self.0);
    }
}

/// A body that cannot be sent again.
pub(crate) struct Once {
    rest: Bytes,
    has_length: bool,
}

impl Once {
    const FRAME: usize = 16 * 1024;

    pub(crate) fn stream(length: usize) -> ByteStream {
        ByteStream::from_body_1_x(Self { rest: content(length).into(), has_length: true })
    }

    pub(crate) fn stream_of_unknown_length(length: usize) -> ByteStream {
        ByteStream::from_body_1_x(Self { rest: content(length).into(), has_length: false })
    }
}

impl Body for Once {
    type Data = Bytes;
    type Error = std::io::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        _: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Self::Error>>> {
        if self.rest.is_empty() {
            return Poll::Ready(None);
        }
        let length = Self::FRAME.min(self.rest.len());
        Poll::Ready(Some(Ok(Frame::data(self.rest.split_to(length)))))
    }

    fn size_hint(&self) -> SizeHint {
        if self.has_length { SizeHint::with_exact(self.rest.len() as u64) } else { SizeHint::default() }
    }
}
