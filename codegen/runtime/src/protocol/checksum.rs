//! Checksums of requests (`aws.protocols#httpChecksum`).

use aws_smithy_checksums::ChecksumAlgorithm;
use aws_smithy_types::error::operation::BuildError;
use bytes::Bytes;
use http::{HeaderMap, HeaderValue};

use super::Operation;

/// Algorithms that can be computed.
const SUPPORTED: [ChecksumAlgorithm; 5] = [
    ChecksumAlgorithm::Crc32,
    ChecksumAlgorithm::Crc32c,
    ChecksumAlgorithm::Crc64Nvme,
    ChecksumAlgorithm::Sha1,
    ChecksumAlgorithm::Sha256,
];

/// Start of the names of headers with checksums. Services accept more algorithms than can be computed.
const CHECKSUM: &str = "x-amz-checksum-";

/// Headers that describe a checksum.
const DESCRIPTIONS: [&str; 3] = ["x-amz-checksum-algorithm", "x-amz-checksum-mode", "x-amz-checksum-type"];

/// Returns true for a header with a checksum.
pub(crate) fn is_checksum(name: &str) -> bool {
    name.starts_with(CHECKSUM) && !DESCRIPTIONS.contains(&name)
}

/// Name of the default algorithm in the header that names it.
pub(crate) const DEFAULT: &str = "CRC32";

/// An operation whose requests have a checksum. Generated code implements this.
pub trait Checksummed: Operation {
    /// `true` if the service requires the checksum.
    const REQUIRED: bool;

    /// Header that names the algorithm.
    const ALGORITHM_HEADER: Option<&'static str> = None;

    /// Returns the algorithm that the input selects.
    fn algorithm(input: &Self::Input) -> Option<&str>;
}

/// Adds the checksum of the body to a request, unless the input has the checksum.
pub fn add_checksum<O: Checksummed>(
    request: &mut http::Request<Bytes>,
    input: &O::Input,
) -> Result<(), BuildError> {
    if let Some(algorithm) = choose::<O>(request.headers_mut(), input)? {
        let (name, value) = checksum(algorithm, request.body());
        request.headers_mut().insert(name, value);
    }
    Ok(())
}

/// Returns the algorithm of the checksum to compute, and names the default in the header for it. `None` if the request
/// already has a checksum.
pub(super) fn choose<O: Checksummed>(
    headers: &mut HeaderMap,
    input: &O::Input,
) -> Result<Option<ChecksumAlgorithm>, BuildError> {
    if headers.keys().any(|name| is_checksum(name.as_str())) {
        return Ok(None);
    }
    let name = O::algorithm(input);
    if let Some(header) = O::ALGORITHM_HEADER.filter(|_| name.is_none()) {
        headers.insert(header, HeaderValue::from_static(DEFAULT));
    }
    algorithm(name).map(Some)
}

/// Returns the algorithm with a name, or the default without one.
pub fn algorithm(name: Option<&str>) -> Result<ChecksumAlgorithm, BuildError> {
    let Some(name) = name else { return Ok(ChecksumAlgorithm::default()) };
    // Not by `FromStr`, which returns CRC-32 for MD5.
    let is_named = |algorithm: &ChecksumAlgorithm| algorithm.as_str().eq_ignore_ascii_case(name);
    SUPPORTED.into_iter().find(is_named).ok_or_else(|| BuildError::other(unsupported(name)))
}

fn unsupported(name: &str) -> String {
    format!(
        "the checksum algorithm `{name}` is not supported: choose CRC32, CRC32C, CRC64NVME, SHA1 or SHA256, \
         or set the checksum in the input"
    )
}

/// Returns name and value of the checksum header.
pub fn checksum(algorithm: ChecksumAlgorithm, body: &[u8]) -> (&'static str, HeaderValue) {
    let mut checksum = algorithm.into_impl();
    checksum.update(body);
    (checksum.header_name(), checksum.header_value())
}

/// Returns `true` for a checksum of the checksums of an object's parts, such as `8mmTTQ==-2`.
#[cfg(any(feature = "checksum-response", feature = "transfer"))]
pub(crate) fn is_composite(value: &str, checksum_type: Option<&str>) -> bool {
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let is_numbered = value.rsplit_once('-').is_some_and(|(_, parts)| is_number(parts));
    is_numbered || checksum_type == Some("COMPOSITE")
}
