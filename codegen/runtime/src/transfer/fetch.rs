//! Receiving of a part of an object.

use std::error::Error;

use aws_smithy_checksums::body::validate;
use aws_smithy_types::byte_stream::ByteStream;
use crc_fast::Digest;

use super::{
    ByteRange, Downloader, TransferErrorKind,
    checksum::Expected,
    partial_file::{PartialFile, Writer},
    parts::Span,
    progress::Meter,
    service::CallResult,
};

/// Number of responses from which a part is read.
const MAX_ATTEMPTS: u32 = 5;

/// An object that is received in parts.
pub(super) struct Object<D> {
    pub(super) downloader: D,
    pub(super) file: PartialFile,
    pub(super) meter: Meter,
    /// Length of the object.
    pub(super) total: u64,
    /// Entity tag that all responses must have. Without one, a part is not requested again.
    pub(super) e_tag: Option<String>,
    /// Checksum of the object.
    pub(super) expected: Option<Expected>,
}

impl<D: Downloader> Object<D> {
    /// Writes a part to the file, from `body` or from a response of its own. When a body breaks, the rest is requested again.
    pub(super) async fn fetch(
        &self,
        span: Span,
        mut body: Option<ByteStream>,
    ) -> CallResult<Option<Digest>, D::Error> {
        let mut part = Receiver {
            writer: self.file.writer(span.offset).await?,
            digest: self.expected.as_ref().map(Expected::digest),
            position: span.offset,
            end: span.offset + span.length,
        };
        for attempt in 1.. {
            let body = match body.take() {
                Some(body) => body,
                None => self.request(part.position, part.end).await?,
            };
            match part.receive(body, &self.meter).await {
                Err(error) if attempt < MAX_ATTEMPTS && self.e_tag.is_some() && is_broken(&error) => {
                    tracing::debug!(attempt, position = part.position, "the body of a part broke");
                }
                result => {
                    result?;
                    break;
                }
            }
        }
        part.writer.finish().await?;
        Ok(part.digest)
    }

    async fn request(&self, first: u64, end: u64) -> CallResult<ByteStream, D::Error> {
        let last = end - 1;
        let e_tag = self.e_tag.clone().unwrap_or_default();
        let fetched = self.downloader.get(Some(ByteRange { first, last, e_tag })).await?;
        let expected = format!("bytes {first}-{last}/{}", self.total);
        match fetched.content_range {
            Some(range) if range == expected => Ok(fetched.body),
            other => Err(TransferErrorKind::Response(format!(
                "a response has the range `{}` instead of `{expected}`",
                other.as_deref().unwrap_or_default()
            ))),
        }
    }
}

/// Returns `true` if a body ended early. One with another checksum than that of its response is not read again.
fn is_broken<E>(error: &TransferErrorKind<E>) -> bool {
    let TransferErrorKind::Body(error) = error else {
        return matches!(error, TransferErrorKind::Response(_));
    };
    let mut cause: Option<&(dyn Error + 'static)> = Some(error);
    while let Some(error) = cause {
        if error.is::<validate::Error>() {
            return false;
        }
        cause = error.source();
    }
    true
}

/// The state of a part that is received.
struct Receiver {
    writer: Writer,
    digest: Option<Digest>,
    /// Offset of the next byte.
    position: u64,
    /// Offset after the last byte.
    end: u64,
}

impl Receiver {
    /// Writes a body from the position. It may be longer than the part.
    async fn receive<E>(&mut self, mut body: ByteStream, meter: &Meter) -> CallResult<(), E> {
        while self.position < self.end {
            let Some(data) = body.try_next().await.map_err(TransferErrorKind::Body)? else {
                return Err(TransferErrorKind::Response("the body of a response is too short".to_owned()));
            };
            let rest = usize::try_from(self.end - self.position).unwrap_or(usize::MAX);
            let data = &data[..data.len().min(rest)];
            self.writer.write(data).await?;
            if let Some(digest) = &mut self.digest {
                digest.update(data);
            }
            self.position += data.len() as u64;
            meter.add(data.len() as u64);
        }
        Ok(())
    }
}
