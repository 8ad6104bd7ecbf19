//! Checksums of bodies, by an algorithm that the caller may choose.

use aws_smithy_checksums::ChecksumAlgorithm;
use aws_smithy_types::error::operation::BuildError;
use bytes::Bytes;
use http::HeaderValue;

use super::Operation;

/// What generated code says about an operation whose body has a checksum.
pub(crate) trait Checksummed: Operation {
    /// Whether the service insists on one.
    #[cfg(feature = "client")]
    const REQUIRED: bool;

    /// The algorithm that the caller has chosen.
    fn algorithm(input: &Self::Input) -> Option<&str>;
}

/// Adds the checksum of the body as it is sent.
pub(crate) fn add_checksum<O: Checksummed>(
    request: &mut http::Request<Bytes>,
    input: &O::Input,
) -> Result<(), BuildError> {
    let (name, value) = checksum(algorithm::<O>(input)?, request.body());
    request.headers_mut().insert(name, value);
    Ok(())
}

/// The algorithm that the caller has chosen, else CRC-32.
pub(crate) fn algorithm<O: Checksummed>(input: &O::Input) -> Result<ChecksumAlgorithm, BuildError> {
    O::algorithm(input).map_or(Ok(ChecksumAlgorithm::default()), str::parse).map_err(BuildError::other)
}

/// The header of a checksum and its value.
pub(crate) fn checksum(algorithm: ChecksumAlgorithm, body: &[u8]) -> (&'static str, HeaderValue) {
    let mut checksum = algorithm.into_impl();
    checksum.update(body);
    (checksum.header_name(), checksum.header_value())
}
