//! Bodies that can be read once.

use std::convert::Infallible;
use std::pin::Pin;
use std::task::{Context, Poll};

use aws_smithy_types::byte_stream::ByteStream;
use bytes::Bytes;
use http_body::Frame;

/// A body of unknown length that can be read once.
struct Once(Option<Bytes>);

impl http_body::Body for Once {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        _context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        Poll::Ready(self.0.take().map(|data| Ok(Frame::data(data))))
    }
}

/// Returns a stream of unknown length that can be read once.
pub fn once(data: &[u8]) -> ByteStream {
    ByteStream::from_body_1_x(Once(Some(Bytes::copy_from_slice(data))))
}
