//! The service, as transfers see it.

use aws_smithy_types::byte_stream::ByteStream;

use super::{PartLimits, TransferErrorKind};
use crate::orchestrator::BoxFuture;

/// Result of a call.
pub(super) type CallResult<T, E> = Result<T, TransferErrorKind<E>>;

/// A call.
pub type CallFuture<T, E> = BoxFuture<CallResult<T, E>>;

/// A service that takes an object as a whole, or in parts.
pub trait Uploader: Send + Sync + 'static {
    /// Result of an upload.
    type Output: Send;
    /// A part that the service has.
    type Part: Clone + Send + Sync;
    /// Marker of a page of parts.
    type Marker: Clone + PartialEq + Send;
    /// Error of a call.
    type Error: Send;

    /// Returns the limits of parts.
    fn limits(&self) -> PartLimits;

    /// Sends the object as a whole.
    fn put(self, body: ByteStream) -> CallFuture<Self::Output, Self::Error>;

    /// Creates an upload in parts, and returns its id.
    fn create(&self) -> CallFuture<String, Self::Error>;

    /// Sends a part.
    fn send_part(&self, id: &str, number: i32, body: ByteStream) -> CallFuture<Self::Part, Self::Error>;

    /// Makes the parts an object of `length` bytes.
    fn complete(
        &self,
        id: &str,
        parts: Vec<Self::Part>,
        length: u64,
    ) -> CallFuture<Self::Output, Self::Error>;

    /// Deletes the parts.
    fn abort(&self, id: &str) -> CallFuture<(), Self::Error>;

    /// Returns `true` for the error of a call for an upload that the service does not have.
    fn is_missing(error: &Self::Error) -> bool;

    /// Lists the parts that the service has, from the page after `marker`.
    fn list(
        &self,
        id: &str,
        marker: Option<Self::Marker>,
    ) -> CallFuture<Listing<Self::Part, Self::Marker>, Self::Error>;
}

/// A page of the parts that a service has.
#[derive(Debug)]
pub struct Listing<P, M> {
    /// The parts.
    pub parts: Vec<ListedPart<P>>,
    /// Marker of the next page; `None` after the last one.
    pub next: Option<M>,
}

/// A part that a service has.
#[derive(Clone, Debug)]
pub struct ListedPart<P> {
    /// The number, from 1.
    pub number: Option<i32>,
    /// The length in bytes.
    pub length: Option<i64>,
    /// Checksums in base64, by the names of their algorithms.
    pub checksums: Vec<(&'static str, Option<String>)>,
    /// The entity tag, which may be the MD5 of the content.
    pub e_tag: Option<String>,
    /// The part, to complete the upload with.
    pub part: P,
}

/// A service that has an object.
pub trait Downloader: Send + Sync + 'static {
    /// Result of a download.
    type Output: Send + Sync;
    /// Error of a call.
    type Error: Send;

    /// Returns the limits of parts.
    fn limits(&self) -> PartLimits {
        PartLimits::DOWNLOAD
    }

    /// Requests the whole object, or a range of it.
    fn get(&self, range: Option<ByteRange>) -> CallFuture<Fetched<Self::Output>, Self::Error>;
}

/// A range of an object.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ByteRange {
    /// The first byte.
    pub first: u64,
    /// The last byte.
    pub last: u64,
    /// The entity tag that the object must have.
    pub e_tag: String,
}

impl ByteRange {
    /// Returns the value of the header `Range`.
    pub fn header(&self) -> String {
        format!("bytes={}-{}", self.first, self.last)
    }
}

/// A response with an object, or a range of it.
#[derive(Debug)]
pub struct Fetched<T> {
    /// The output without its body.
    pub output: T,
    /// The body.
    pub body: ByteStream,
    /// Length of the body in bytes.
    pub length: Option<i64>,
    /// The range, such as `bytes 0-9/100`.
    pub content_range: Option<String>,
    /// The entity tag of the object.
    pub e_tag: Option<String>,
    /// Checksums of the whole object in base64, by the names of their algorithms.
    pub checksums: Vec<(&'static str, Option<String>)>,
    /// The type of the checksums, such as `FULL_OBJECT`.
    pub checksum_type: Option<String>,
}
