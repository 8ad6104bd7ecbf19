//! The parts of a source.

use bytes::Bytes;
use futures_util::stream::{self, BoxStream, StreamExt as _};

use super::{
    PartLimits, TransferErrorKind,
    content::{Content, Slice},
    parts::divide,
    service::CallResult,
    source::{Reader, read_part},
};

/// A part of the source.
pub(super) struct Part {
    /// The number, from 1.
    pub(super) number: i32,
    pub(super) slice: Slice,
}

/// Parts of the source, in their order.
pub(super) type Parts<E> = BoxStream<'static, CallResult<Part, E>>;

/// Returns the parts of content whose length is known.
pub(super) fn parts_of_content<E: Send + 'static>(
    content: &Content,
    size: u64,
    limits: PartLimits,
) -> Parts<E> {
    let (content, spans) = (content.clone(), divide(content.length(), size, limits));
    let parts = (1..).zip(spans);
    stream::iter(parts.map(move |(number, span)| Ok(Part { number, slice: content.slice(span) }))).boxed()
}

/// Reads the parts of a reader after the first one.
pub(super) fn parts_of_reader<E: Send + 'static>(
    first: Bytes,
    reader: Reader,
    size: u64,
    limits: PartLimits,
) -> Parts<E> {
    let first = Part { number: 1, slice: Slice::Memory(first) };
    let next = move |(mut reader, number): (Reader, i32)| async move {
        let part = read_part(&mut reader, size).await?;
        if part.is_empty() {
            return Ok(None);
        }
        if u64::from(number.unsigned_abs()) > limits.max_count {
            return Err(TransferErrorKind::TooManyParts(limits.max_count));
        }
        Ok(Some((Part { number, slice: Slice::Memory(part) }, (reader, number + 1))))
    };
    stream::iter([Ok(first)]).chain(stream::try_unfold((reader, 2), next)).boxed()
}
