//! Checksums of responses (`aws.protocols#httpChecksum`).

use std::{
    pin::Pin,
    task::{Context, Poll},
};

use aws_smithy_checksums::{
    ChecksumAlgorithm, body::validate::Error, http::CHECKSUM_ALGORITHMS_IN_PRIORITY_ORDER, http::HttpChecksum,
};
use aws_smithy_runtime_api::{
    box_error::BoxError,
    client::{orchestrator::HttpResponse, result::CreateUnhandledError as _},
};
use aws_smithy_types::{base64, body::SdkBody, byte_stream::ByteStream};
use bytes::Bytes;
use http_body::{Body, Frame, SizeHint};

use super::{Operation, is_composite, message::to_sdk, parse_response, parse_streaming_response};

/// Value of the input member that asks for checksums.
pub const ENABLED: &str = "ENABLED";

/// An operation whose responses have checksums. Generated code implements this.
pub trait ResponseChecksummed: Operation {
    /// Algorithms of the checksums.
    const ALGORITHMS: &'static [&'static str];

    /// Returns `true` if the input asks for the checksum.
    fn asks(_input: &Self::Input) -> bool {
        false
    }

    /// Makes the input ask for the checksum.
    fn ask(_input: &mut Self::Input) {}
}

/// Returns a copy of `input` that asks for the checksum of the response.
pub fn with_response_checksum<O: ResponseChecksummed<Input: Clone>>(input: &O::Input) -> O::Input {
    let mut input = input.clone();
    O::ask(&mut input);
    input
}

/// Parses a response after comparing its checksum.
pub fn parse_checked_response<O: ResponseChecksummed>(
    response: &http::Response<Bytes>,
) -> Result<O::Output, O::Error> {
    let body = SdkBody::from(response.body().clone());
    checked(&mut to_sdk(response, body), O::ALGORITHMS).map_err(unhandled::<O>)?;
    parse_response::<O>(response)
}

/// Parses the head of a response. Its checksum is compared now if the body is in memory, or else when it is read.
pub fn parse_checked_streaming_response<O: ResponseChecksummed>(
    response: http::Response<ByteStream>,
) -> Result<O::Output, O::Error> {
    let (head, body) = response.into_parts();
    let mut converted = to_sdk(&http::Response::from_parts(head.clone(), ()), body.into_inner());
    checked(&mut converted, O::ALGORITHMS).map_err(unhandled::<O>)?;
    let body = std::mem::replace(converted.body_mut(), SdkBody::taken());
    parse_streaming_response::<O>(http::Response::from_parts(head, ByteStream::new(body)))
}

fn unhandled<O: Operation>(error: BoxError) -> O::Error {
    O::Error::create_unhandled_error(error, None)
}

fn checked(response: &mut HttpResponse, algorithms: &[&str]) -> Result<(), BoxError> {
    match response.body().bytes() {
        None => validate(response, algorithms),
        Some(body) => match expected(response, algorithms)? {
            Some((algorithm, expected)) => compare(of(algorithm, body), expected),
            None => Ok(()),
        },
    }
}

fn of(algorithm: ChecksumAlgorithm, body: &[u8]) -> Box<dyn HttpChecksum> {
    let mut checksum = algorithm.into_impl();
    checksum.update(body);
    checksum
}

fn compare(actual: Box<dyn HttpChecksum>, expected: Bytes) -> Result<(), BoxError> {
    let actual = actual.finalize();
    if actual == expected { Ok(()) } else { Err(Error::ChecksumMismatch { expected, actual }.into()) }
}

/// Makes the body of a successful response compare its checksum when it is read.
pub(crate) fn validate(response: &mut HttpResponse, algorithms: &[&str]) -> Result<(), BoxError> {
    let Some((algorithm, expected)) = expected(response, algorithms)? else { return Ok(()) };
    let body = std::mem::replace(response.body_mut(), SdkBody::taken());
    *response.body_mut() = body.map(move |body| {
        let remaining = body.content_length();
        let checksum = Some(algorithm.into_impl());
        SdkBody::from_body_1_x(Validated { body, checksum, expected: expected.clone(), remaining })
    });
    Ok(())
}

/// Returns the checksum of a successful response, by the fastest algorithm.
fn expected(
    response: &HttpResponse,
    algorithms: &[&str],
) -> Result<Option<(ChecksumAlgorithm, Bytes)>, BoxError> {
    if !response.status().is_success() {
        return Ok(None);
    }
    let headers = response.headers();
    let is_listed = |name: &&str| algorithms.iter().any(|listed| listed.eq_ignore_ascii_case(name));
    for name in CHECKSUM_ALGORITHMS_IN_PRIORITY_ORDER.iter().filter(|name| is_listed(name)) {
        let algorithm: ChecksumAlgorithm = name.parse()?;
        let header = algorithm.into_impl().header_name();
        let Some(value) = headers.get(header) else { continue };
        // A part of an object, whose number of parts the response has, has its own checksum.
        let is_part = headers.contains_key("x-amz-mp-parts-count");
        let checksum_type = headers.get("x-amz-checksum-type").filter(|_| !is_part);
        if is_composite(value, checksum_type) {
            tracing::debug!(header, value, "the checksum of checksums of parts is not compared");
        } else {
            return Ok(Some((algorithm, decode(header, value)?)));
        }
    }
    Ok(None)
}

fn decode(header: &str, value: &str) -> Result<Bytes, BoxError> {
    let decoded = base64::decode(value);
    decoded.map(Bytes::from).map_err(|_| format!("the response header `{header}` is not a checksum").into())
}

/// A body that ends with an error if it does not have the expected checksum.
///
/// `aws_smithy_checksums::body::validate::ChecksumBody` has no length and panics at trailers.
struct Validated {
    body: SdkBody,
    /// `None` after it has been compared.
    checksum: Option<Box<dyn HttpChecksum>>,
    expected: Bytes,
    /// Length of the rest of the body, if known.
    remaining: Option<u64>,
}

impl Validated {
    fn update(&mut self, data: &[u8]) -> Result<(), BoxError> {
        if let Some(checksum) = &mut self.checksum {
            checksum.update(data);
        }
        self.remaining = self.remaining.map(|remaining| remaining.saturating_sub(data.len() as u64));
        // A reader that counts bytes does not ask for more.
        if self.remaining == Some(0) { self.finish() } else { Ok(()) }
    }

    fn finish(&mut self) -> Result<(), BoxError> {
        self.checksum.take().map_or(Ok(()), |actual| compare(actual, self.expected.clone()))
    }
}

impl Body for Validated {
    type Data = Bytes;
    type Error = BoxError;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, BoxError>>> {
        let frame = match Pin::new(&mut self.body).poll_frame(context) {
            Poll::Ready(Some(Ok(frame))) => frame,
            Poll::Ready(None) => return Poll::Ready(self.finish().err().map(Err)),
            other => return other,
        };
        let result = frame.data_ref().map_or(Ok(()), |data| self.update(data));
        Poll::Ready(Some(result.map(|()| frame)))
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}
