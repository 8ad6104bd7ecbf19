//! Operations of transfers, which generated code connects.

use aws_smithy_runtime_api::client::{orchestrator::HttpResponse, result::SdkError};
use aws_smithy_types::{
    byte_stream::ByteStream,
    error::{metadata::ProvideErrorMetadata, operation::BuildError},
};

use super::{ByteRange, Fetched, Listing, PartLimits};
use crate::{orchestrator::ClientOperation, protocol::Operation};

/// Error of calls of `O`.
pub(super) type CallError<O> = SdkError<<O as Operation>::Error, HttpResponse>;

/// Result of building an input of `O`.
type Built<O> = Result<<O as Operation>::Input, BuildError>;

/// An operation that sends an object, which the other operations send in parts. Generated code implements this.
pub trait MultipartUpload: ClientOperation {
    /// Builder of the input.
    type Builder: Send + Sync + 'static;
    /// Operation that creates an upload.
    type Create: ClientOperation;
    /// Operation that sends a part.
    type Part: ClientOperation;
    /// Operation that completes an upload.
    type Complete: ClientOperation;
    /// Operation that aborts an upload.
    type Abort: ClientOperation;
    /// Operation that lists the parts of an upload.
    type List: ClientOperation;
    /// A part in the input of `Complete`.
    type CompletedPart: Clone + Send + Sync + 'static;
    /// Marker of a page of the parts of an upload.
    type Marker: Clone + PartialEq + Send + 'static;
    /// Error of all operations.
    type Failure: ProvideErrorMetadata
        + From<CallError<Self>>
        + From<CallError<Self::Create>>
        + From<CallError<Self::Part>>
        + From<CallError<Self::Complete>>
        + From<CallError<Self::Abort>>
        + From<CallError<Self::List>>
        + Send
        + 'static;

    /// Limits of parts.
    const LIMITS: PartLimits;

    /// Code of the error for an upload that the service does not have.
    const NO_SUCH_UPLOAD: &'static str;

    /// Returns an error if the input has a member that an upload, or one `in_parts`, cannot send.
    ///
    /// # Errors
    ///
    /// Returns an error with the name of the member.
    fn check(_input: &Self::Builder, _in_parts: bool) -> Result<(), BuildError> {
        Ok(())
    }

    /// Selects the algorithm of the checksums of parts: that of the object's checksum, if it is set, or a default if
    /// `has_default`. Returns `true` in the first case.
    fn select_checksum(_input: &mut Self::Builder, _has_default: bool) -> bool {
        false
    }

    /// Builds the input with the whole object.
    fn whole(input: Self::Builder, body: ByteStream) -> Built<Self>;

    /// Builds the input that creates an upload. `has_checksum` is `true` if the object's checksum is set.
    fn create(input: &Self::Builder, has_checksum: bool) -> Built<Self::Create>;

    /// Returns the id of a new upload.
    fn upload_id(output: <Self::Create as Operation>::Output) -> Option<String>;

    /// Builds the input with a part.
    fn part(input: &Self::Builder, id: &str, number: i32, body: ByteStream) -> Built<Self::Part>;

    /// Returns a part that was sent.
    fn sent(number: i32, output: <Self::Part as Operation>::Output) -> Self::CompletedPart;

    /// Builds the input that completes an upload of `length` bytes.
    fn complete(
        input: &Self::Builder,
        id: &str,
        parts: Vec<Self::CompletedPart>,
        length: i64,
        has_checksum: bool,
    ) -> Built<Self::Complete>;

    /// Converts the output of a completed upload into that of this operation.
    fn completed(output: <Self::Complete as Operation>::Output) -> Self::Output;

    /// Builds the input that aborts an upload.
    fn abort(input: &Self::Builder, id: &str) -> Built<Self::Abort>;

    /// Builds the input that lists parts.
    fn list(input: &Self::Builder, id: &str, marker: Option<Self::Marker>) -> Built<Self::List>;

    /// Returns a page of parts.
    fn listing(output: <Self::List as Operation>::Output) -> Listing<Self::CompletedPart, Self::Marker>;
}

/// An operation that receives an object, or a range of it. Generated code implements this.
pub trait RangedDownload: ClientOperation {
    /// Builder of the input.
    type Builder: Send + Sync + 'static;
    /// Error of the operation.
    type Failure: From<CallError<Self>> + Send + 'static;

    /// Builds the input for the whole object or a range of it.
    fn ranged(input: &Self::Builder, range: Option<ByteRange>) -> Built<Self>;

    /// Takes the body from the output, and returns what describes it.
    fn fetched(output: Self::Output) -> Fetched<Self::Output>;
}
