//! Errors of transfers.

use std::{error::Error, fmt, io};

use aws_smithy_types::byte_stream;

/// Error of an upload or a download. `E` is the error of a call.
#[derive(Debug)]
pub struct TransferError<E> {
    kind: TransferErrorKind<E>,
    upload_id: Option<String>,
}

/// Cause of a [`TransferError`].
#[derive(Debug)]
#[non_exhaustive]
pub enum TransferErrorKind<E> {
    /// A call failed.
    Call(E),
    /// The source could not be read, or the file of a download could not be written.
    Io(io::Error),
    /// The file changed while it was uploaded.
    SourceChanged,
    /// The object changed while it was downloaded.
    ObjectChanged,
    /// The body of a response could not be read to its end.
    Body(byte_stream::error::Error),
    /// A response does not have what the transfer needs.
    Response(String),
    /// The checksum of the object is not that of the received content.
    Checksum,
    /// The source has more parts than the service accepts.
    TooManyParts(u64),
}

impl<E> TransferError<E> {
    pub(super) fn new(kind: TransferErrorKind<E>, upload_id: Option<String>) -> Self {
        Self { kind, upload_id }
    }

    /// Returns the cause.
    pub fn kind(&self) -> &TransferErrorKind<E> {
        &self.kind
    }

    /// Converts the error into its cause.
    pub fn into_kind(self) -> TransferErrorKind<E> {
        self.kind
    }

    /// Returns the id of the upload whose parts the service still has: `resume` continues it.
    pub fn upload_id(&self) -> Option<&str> {
        self.upload_id.as_deref()
    }
}

impl<E> From<TransferErrorKind<E>> for TransferError<E> {
    fn from(kind: TransferErrorKind<E>) -> Self {
        Self::new(kind, None)
    }
}

impl<E> From<io::Error> for TransferErrorKind<E> {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}

impl<E: fmt::Display> fmt::Display for TransferErrorKind<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Call(error) => error.fmt(f),
            Self::Io(error) => error.fmt(f),
            Self::SourceChanged => f.write_str("the file changed while it was uploaded"),
            Self::ObjectChanged => f.write_str("the object changed while it was downloaded"),
            Self::Body(_) => f.write_str("the body of the response could not be read to its end"),
            Self::Response(reason) => f.write_str(reason),
            Self::Checksum => f.write_str("the checksum of the object is not that of the received content"),
            Self::TooManyParts(max) => {
                write!(f, "the source has more than {max} parts: set a greater `part_size`")
            }
        }
    }
}

impl<E: fmt::Display> fmt::Display for TransferError<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.kind.fmt(f)?;
        match &self.upload_id {
            Some(id) => write!(f, " (parts of the upload `{id}` remain)"),
            None => Ok(()),
        }
    }
}

impl<E: Error + 'static> Error for TransferError<E> {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match &self.kind {
            // The text of the error has theirs.
            TransferErrorKind::Call(error) => error.source(),
            TransferErrorKind::Io(error) => error.source(),
            TransferErrorKind::Body(error) => Some(error),
            TransferErrorKind::SourceChanged
            | TransferErrorKind::ObjectChanged
            | TransferErrorKind::Response(_)
            | TransferErrorKind::Checksum
            | TransferErrorKind::TooManyParts(_) => None,
        }
    }
}
