//! Checksums of requests (`aws.protocols#httpChecksum`).

use aws_smithy_checksums::ChecksumAlgorithm;
use aws_smithy_types::error::operation::BuildError;
use bytes::Bytes;
use http::HeaderValue;

use super::Operation;

/// An operation whose requests have a checksum. Generated code implements this.
pub trait Checksummed: Operation {
    /// `true` if the service requires the checksum.
    const REQUIRED: bool;

    /// Returns the algorithm that the input selects.
    fn algorithm(input: &Self::Input) -> Option<&str>;
}

/// Adds the checksum of the body to a request.
pub fn add_checksum<O: Checksummed>(
    request: &mut http::Request<Bytes>,
    input: &O::Input,
) -> Result<(), BuildError> {
    let (name, value) = checksum(algorithm::<O>(input)?, request.body());
    request.headers_mut().insert(name, value);
    Ok(())
}

/// Returns the algorithm that the input selects, or CRC-32.
pub fn algorithm<O: Checksummed>(input: &O::Input) -> Result<ChecksumAlgorithm, BuildError> {
    O::algorithm(input).map_or(Ok(ChecksumAlgorithm::default()), str::parse).map_err(BuildError::other)
}

/// Returns name and value of the checksum header.
pub fn checksum(algorithm: ChecksumAlgorithm, body: &[u8]) -> (&'static str, HeaderValue) {
    let mut checksum = algorithm.into_impl();
    checksum.update(body);
    (checksum.header_name(), checksum.header_value())
}
