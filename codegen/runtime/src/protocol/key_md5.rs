//! Checksums of encryption keys, which are members of inputs.

use aws_smithy_types::base64;
use md5::{Digest, Md5};

/// Sets the MD5 of a key in base64, unless it is set or the key is not in base64.
#[inline]
pub fn set_key_md5(key: Option<&str>, md5: &mut Option<String>) {
    if md5.is_none()
        && let Some(Ok(key)) = key.map(base64::decode)
    {
        *md5 = Some(base64::encode(Md5::digest(key)));
    }
}
