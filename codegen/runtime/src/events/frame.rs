//! Frames: messages in a sequence of bytes.

use std::fmt;

use aws_smithy_eventstream::{error::Error, frame::read_message_from};
use aws_smithy_types::event_stream::Message;
use bytes::{Bytes, BytesMut};

/// Length in bytes of the shortest frame, which has lengths and checksums only.
const MIN_FRAME: usize = 16;

/// Maximum length in bytes of a frame. Source: the event stream library of AWS in C, which rejects longer ones.
const MAX_FRAME: usize = 24 * 1024 * 1024;

/// Bytes that were received and are not decoded yet.
///
/// Frames are cut off by the length that they begin with. `MessageFrameDecoder` does not tell a stream that ends after the first
/// twelve bytes of a frame from one that ends between frames, and waits for frames of any length.
#[derive(Default)]
pub(super) struct FrameBuffer(BytesMut);

/// Error of a stream that is not a sequence of frames.
#[derive(Debug)]
pub(super) enum FrameError {
    /// The length of a frame is not one that a frame can have.
    Length(usize),
    /// A checksum does not match, or the headers are invalid.
    Invalid(Error),
    /// The stream ended inside of a frame.
    Truncated,
}

impl FrameBuffer {
    pub(super) fn push(&mut self, bytes: Bytes) {
        if self.0.is_empty() {
            self.0 = BytesMut::from(bytes);
        } else {
            self.0.extend_from_slice(&bytes);
        }
    }

    /// Removes and decodes the first frame if it is complete.
    pub(super) fn next(&mut self) -> Result<Option<Message>, FrameError> {
        let Some(length) = self.0.first_chunk::<4>() else { return Ok(None) };
        let length = u32::from_be_bytes(*length) as usize;
        if !(MIN_FRAME..=MAX_FRAME).contains(&length) {
            return Err(FrameError::Length(length));
        }
        if self.0.len() < length {
            return Ok(None);
        }
        let frame = self.0.split_to(length).freeze();
        read_message_from(frame).map(Some).map_err(FrameError::Invalid)
    }

    /// Returns an error if the stream ended inside of a frame.
    pub(super) fn finish(&self) -> Result<(), FrameError> {
        if self.0.is_empty() { Ok(()) } else { Err(FrameError::Truncated) }
    }

    /// Removes all bytes.
    pub(super) fn take(&mut self) -> Bytes {
        std::mem::take(&mut self.0).freeze()
    }
}

impl fmt::Display for FrameError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Length(length) => write!(f, "a frame of an event stream cannot have {length} bytes"),
            Self::Invalid(_) => f.write_str("a frame of the event stream is corrupt"),
            Self::Truncated => f.write_str("the event stream ended inside of a frame"),
        }
    }
}

impl std::error::Error for FrameError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Invalid(error) => Some(error),
            Self::Length(_) | Self::Truncated => None,
        }
    }
}
