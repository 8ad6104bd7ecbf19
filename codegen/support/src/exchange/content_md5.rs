//! The MD5 checksum of a body, which protects from accidents and from nobody.

use aws_smithy_types::{base64, error::operation::BuildError};
use bytes::Bytes;
use md5::{Digest, Md5};

/// The header that carries it.
pub(crate) const CONTENT_MD5: &str = "content-md5";

/// Adds the checksum of the body as it is sent.
pub(crate) fn add_content_md5(request: &mut http::Request<Bytes>) -> Result<(), BuildError> {
    let checksum = content_md5(request.body()).try_into().map_err(BuildError::other)?;
    request.headers_mut().insert(CONTENT_MD5, checksum);
    Ok(())
}

/// The checksum as the header carries it.
pub(crate) fn content_md5(body: &[u8]) -> String {
    base64::encode(Md5::digest(body))
}
