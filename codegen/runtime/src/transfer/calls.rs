//! Transfers by calls of a client.

use std::{fmt, sync::Arc};

use aws_smithy_runtime_api::client::result::SdkError;
use aws_smithy_types::{
    byte_stream::ByteStream,
    checksum_config::RequestChecksumCalculation,
    error::{metadata::ProvideErrorMetadata as _, operation::BuildError},
};

use super::{
    ByteRange, Downloader, Fetched, Listing, MultipartUpload, PartLimits, RangedDownload, TransferErrorKind,
    Uploader,
    operations::CallError,
    service::{CallFuture, CallResult},
};
use crate::{
    client::Handle,
    orchestrator::{ClientOperation, send},
};

/// Calls of the operations of an upload.
pub struct UploadCalls<O: MultipartUpload> {
    handle: Arc<Handle>,
    input: O::Builder,
    /// `true` if the caller has set the checksum of the object.
    has_checksum: bool,
}

impl<O: MultipartUpload> UploadCalls<O> {
    pub fn new(handle: Arc<Handle>, mut input: O::Builder) -> Self {
        let calculation = handle.settings.layer.load::<RequestChecksumCalculation>();
        let has_default = !matches!(calculation, Some(RequestChecksumCalculation::WhenRequired));
        let has_checksum = O::select_checksum(&mut input, has_default);
        Self { handle, input, has_checksum }
    }
}

/// Calls `P` and converts its output and its error.
fn call<P: ClientOperation, T: 'static, F: From<CallError<P>> + 'static>(
    handle: &Arc<Handle>,
    input: Result<P::Input, BuildError>,
    output: impl FnOnce(P::Output) -> CallResult<T, F> + Send + 'static,
) -> CallFuture<T, F> {
    let call = send::<P>(handle.clone(), input, None);
    Box::pin(async move { output(call.await.map_err(|error| TransferErrorKind::Call(error.into()))?) })
}

impl<O: MultipartUpload> Uploader for UploadCalls<O> {
    type Output = O::Output;
    type Part = O::CompletedPart;
    type Marker = O::Marker;
    type Error = O::Failure;

    fn limits(&self) -> PartLimits {
        O::LIMITS
    }

    fn put(self, body: ByteStream) -> CallFuture<O::Output, O::Failure> {
        let input = O::check(&self.input, false).and_then(|()| O::whole(self.input, body));
        call::<O, _, _>(&self.handle, input, Ok)
    }

    fn create(&self) -> CallFuture<String, O::Failure> {
        let input = O::check(&self.input, true).and_then(|()| O::create(&self.input, self.has_checksum));
        call::<O::Create, _, _>(&self.handle, input, |output| {
            O::upload_id(output).ok_or_else(|| {
                TransferErrorKind::Response("the response does not have the id of the upload".to_owned())
            })
        })
    }

    fn send_part(&self, id: &str, number: i32, body: ByteStream) -> CallFuture<O::CompletedPart, O::Failure> {
        let input = O::part(&self.input, id, number, body);
        call::<O::Part, _, _>(&self.handle, input, move |output| Ok(O::sent(number, output)))
    }

    fn complete(
        &self,
        id: &str,
        parts: Vec<O::CompletedPart>,
        length: u64,
    ) -> CallFuture<O::Output, O::Failure> {
        let length = i64::try_from(length).unwrap_or(i64::MAX);
        let input = O::complete(&self.input, id, parts, length, self.has_checksum);
        call::<O::Complete, _, _>(&self.handle, input, |output| Ok(O::completed(output)))
    }

    fn abort(&self, id: &str) -> CallFuture<(), O::Failure> {
        call::<O::Abort, _, _>(&self.handle, O::abort(&self.input, id), |_| Ok(()))
    }

    fn is_missing(error: &O::Failure) -> bool {
        error.code() == Some(O::NO_SUCH_UPLOAD)
    }

    fn list(
        &self,
        id: &str,
        marker: Option<O::Marker>,
    ) -> CallFuture<Listing<O::CompletedPart, O::Marker>, O::Failure> {
        let input = O::check(&self.input, true).and_then(|()| O::list(&self.input, id, marker));
        call::<O::List, _, _>(&self.handle, input, |output| Ok(O::listing(output)))
    }
}

impl<O: MultipartUpload> fmt::Debug for UploadCalls<O> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("UploadCalls").finish_non_exhaustive()
    }
}

/// Calls of the operation of a download.
pub struct DownloadCalls<O: RangedDownload> {
    handle: Arc<Handle>,
    input: O::Builder,
}

impl<O: RangedDownload> DownloadCalls<O> {
    pub fn new(handle: Arc<Handle>, input: O::Builder) -> Self {
        Self { handle, input }
    }
}

/// Status of a response to a request for an entity tag that the object does not have.
const PRECONDITION_FAILED: u16 = 412;

impl<O: RangedDownload> Downloader for DownloadCalls<O> {
    type Output = O::Output;
    type Error = O::Failure;

    fn get(&self, range: Option<ByteRange>) -> CallFuture<Fetched<O::Output>, O::Failure> {
        let is_first = range.is_none();
        let call = send::<O>(self.handle.clone(), O::ranged(&self.input, range), None);
        Box::pin(async move {
            match call.await {
                Ok(output) => Ok(O::fetched(output)),
                Err(error) if !is_first && status(&error) == Some(PRECONDITION_FAILED) => {
                    Err(TransferErrorKind::ObjectChanged)
                }
                Err(error) => Err(TransferErrorKind::Call(error.into())),
            }
        })
    }
}

fn status<E>(error: &SdkError<E, aws_smithy_runtime_api::client::orchestrator::HttpResponse>) -> Option<u16> {
    error.raw_response().map(|response| response.status().as_u16())
}

impl<O: RangedDownload> fmt::Debug for DownloadCalls<O> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("DownloadCalls").finish_non_exhaustive()
    }
}
