//! Checksums of streams: the body is sent in the encoding `aws-chunked`, and its checksum is a trailer after it.
//!
//! Source: Amazon S3 API Reference, "Signature Calculations for the Authorization Header: Transferring a Payload in
//! Multiple Chunks".

use std::fmt;

use aws_runtime::content_encoding::{
    AwsChunkedBody, AwsChunkedBodyOptions, header::X_AMZ_TRAILER_SIGNATURE, header_value::AWS_CHUNKED,
};
use aws_smithy_checksums::{
    ChecksumAlgorithm,
    body::{ChecksumCache, calculate::ChecksumBody},
    http::HttpChecksum,
};
use aws_smithy_types::{body::SdkBody, byte_stream::ByteStream, error::operation::BuildError};
use http::{
    HeaderName, HeaderValue,
    header::{CONTENT_ENCODING, CONTENT_LENGTH},
};

use super::{Checksummed, checksum, checksum::choose};

const UNKNOWN_LENGTH: &str = "the length of the stream is not known, which its checksum needs: set the content length in \
                              the input, or collect the stream into memory";

/// Length of a signature in hexadecimal digits.
const SIGNATURE_LENGTH: usize = 64;

/// Adds the checksum of the body to a request, unless the input has the checksum: a header if the body is in memory, or
/// else a trailer, which is not signed.
pub fn add_stream_checksum<O: Checksummed>(
    request: &mut http::Request<ByteStream>,
    input: &O::Input,
) -> Result<(), BuildError> {
    let Some(algorithm) = choose::<O>(request.headers_mut(), input)? else { return Ok(()) };
    if let Some(body) = request.body().bytes() {
        let (name, value) = checksum(algorithm, body);
        request.headers_mut().insert(name, value);
        return Ok(());
    }
    let body = std::mem::take(request.body_mut()).into_inner();
    let length = request.headers().get(CONTENT_LENGTH).and_then(|value| value.to_str().ok());
    let trailer = ChecksumTrailer::new(algorithm, length, &body)?;
    for (name, value) in trailer.headers(false) {
        if name == CONTENT_ENCODING {
            request.headers_mut().append(name, value);
        } else {
            request.headers_mut().insert(name, value);
        }
    }
    *request.body_mut() = ByteStream::new(trailer.unsigned(body));
    Ok(())
}

/// The trailer of a body with its checksum.
#[derive(Clone)]
pub(crate) struct ChecksumTrailer {
    algorithm: ChecksumAlgorithm,
    /// Length of the body before it is encoded.
    length: u64,
    /// Checksum of the first attempt, which later ones send too: if the content has changed, the service refuses it.
    cache: ChecksumCache,
}

impl fmt::Debug for ChecksumTrailer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { algorithm, length, .. } = self;
        f.debug_struct("ChecksumTrailer")
            .field("algorithm", algorithm)
            .field("length", length)
            .finish_non_exhaustive()
    }
}

impl ChecksumTrailer {
    /// Creates the trailer of `body`, whose length is that in the header of the request, or else its own.
    pub(crate) fn new(
        algorithm: ChecksumAlgorithm,
        length: Option<&str>,
        body: &SdkBody,
    ) -> Result<Self, BuildError> {
        let length = length.and_then(|length| length.parse().ok()).or_else(|| body.content_length());
        let length = length.ok_or_else(|| BuildError::other(UNKNOWN_LENGTH))?;
        Ok(Self { algorithm, length, cache: ChecksumCache::new() })
    }

    /// Returns the headers of a request with the encoded body.
    pub(crate) fn headers(&self, is_signed: bool) -> [(HeaderName, HeaderValue); 4] {
        let trailer = self.algorithm.into_impl().header_name();
        [
            (HeaderName::from_static("x-amz-trailer"), HeaderValue::from_static(trailer)),
            (HeaderName::from_static("x-amz-decoded-content-length"), self.length.into()),
            (CONTENT_LENGTH, self.options(is_signed).encoded_length().into()),
            (CONTENT_ENCODING, HeaderValue::from_static(AWS_CHUNKED)),
        ]
    }

    /// Encodes a body without signatures. The result can be sent again if the body can.
    pub(crate) fn unsigned(&self, body: SdkBody) -> SdkBody {
        let trailer = self.clone();
        body.map(move |body| {
            SdkBody::from_body_1_x(AwsChunkedBody::new(trailer.checksummed(body), trailer.options(false)))
        })
    }

    /// Encodes a body with signed chunks. The result can be sent once, because signatures follow from the ones before.
    #[cfg(feature = "client")]
    pub(crate) fn signed(
        &self,
        body: SdkBody,
        signer: aws_runtime::content_encoding::DeferredSigner,
    ) -> SdkBody {
        let body = AwsChunkedBody::new(self.checksummed(body), self.options(true));
        SdkBody::from_body_1_x(body.with_signer(signer))
    }

    fn checksummed(&self, body: SdkBody) -> ChecksumBody<SdkBody> {
        ChecksumBody::new(body, self.algorithm.into_impl()).with_cache(self.cache.clone())
    }

    fn options(&self, is_signed: bool) -> AwsChunkedBodyOptions {
        let checksum = HttpChecksum::size(&*self.algorithm.into_impl());
        let options = AwsChunkedBodyOptions::new(self.length, vec![checksum]);
        if !is_signed {
            return options;
        }
        let signature = X_AMZ_TRAILER_SIGNATURE.len() + ":".len() + SIGNATURE_LENGTH;
        options.signed_chunked_encoding(true).with_trailer_len(signature as u64)
    }
}
