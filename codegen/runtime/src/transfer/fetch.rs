//! Receiving of a part of an object.

use std::error::Error;

use aws_smithy_checksums::body::validate;
use aws_smithy_types::byte_stream::ByteStream;
use crc_fast::Digest;

use super::{
    ByteRange, Downloader, Fetched, TransferErrorKind,
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
    /// `true` if the object has only checksums that cannot be combined. A body that has the whole object compares one.
    pub(super) is_compared_by_body: bool,
}

impl<D: Downloader> Object<D> {
    /// Writes a part to the file, from `body` or from a response of its own. When a body breaks, the rest is requested again,
    /// or the whole object if only its body compares the checksum.
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
            counted: span.offset,
        };
        let is_whole = span.length == self.total;
        for attempt in 1.. {
            let received = match body.take() {
                Some(body) => body,
                None => self.request(part.position, part.end).await?,
            };
            match part.receive(received, &self.meter).await {
                Err(error) if attempt < MAX_ATTEMPTS && self.e_tag.is_some() && is_broken(&error) => {
                    tracing::debug!(attempt, position = part.position, "the body of a part broke");
                    if is_whole && self.is_compared_by_body {
                        part.writer.finish().await?;
                        part.writer = self.file.writer(0).await?;
                        part.position = 0;
                        body = Some(self.request_whole().await?);
                    }
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

    /// Requests the object again.
    async fn request_whole(&self) -> CallResult<ByteStream, D::Error> {
        let fetched = self.downloader.get(None).await?;
        self.require_same(&fetched)?;
        if fetched.length.and_then(|length| u64::try_from(length).ok()) != Some(self.total) {
            return Err(TransferErrorKind::ObjectChanged);
        }
        Ok(fetched.body)
    }

    /// Returns an error if a response does not have the entity tag of the first one.
    fn require_same(&self, fetched: &Fetched<D::Output>) -> CallResult<(), D::Error> {
        if fetched.e_tag == self.e_tag { Ok(()) } else { Err(TransferErrorKind::ObjectChanged) }
    }

    async fn request(&self, first: u64, end: u64) -> CallResult<ByteStream, D::Error> {
        let last = end - 1;
        let e_tag = self.e_tag.clone().unwrap_or_default();
        let fetched = self.downloader.get(Some(ByteRange { first, last, e_tag })).await?;
        self.require_same(&fetched)?;
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
    /// Offset after the last byte that progress has counted.
    counted: u64,
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
            if self.position > self.counted {
                meter.add(self.position - self.counted);
                self.counted = self.position;
            }
        }
        Ok(())
    }
}
