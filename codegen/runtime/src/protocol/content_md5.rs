//! `Content-MD5` checksums, which detect accidental changes only.

use aws_smithy_types::{base64, error::operation::BuildError};
use bytes::Bytes;
use md5::{Digest, Md5};

/// Name of the header.
pub const CONTENT_MD5: &str = "content-md5";

/// Adds the checksum of the body to a request.
pub fn add_content_md5(request: &mut http::Request<Bytes>) -> Result<(), BuildError> {
    let checksum = content_md5(request.body()).try_into().map_err(BuildError::other)?;
    request.headers_mut().insert(CONTENT_MD5, checksum);
    Ok(())
}

/// Returns the value of the header.
pub fn content_md5(body: &[u8]) -> String {
    base64::encode(Md5::digest(body))
}
