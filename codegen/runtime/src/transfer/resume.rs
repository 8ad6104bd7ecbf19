//! Parts of an earlier attempt, which need not be sent again.

use std::collections::BTreeMap;

use aws_smithy_checksums::ChecksumAlgorithm;
use aws_smithy_types::{base64, byte_stream};
use md5::{Digest as _, Md5};

use super::{ListedPart, TransferErrorKind, Uploader, content::Slice, service::CallResult};
use crate::protocol::algorithm;

/// Returns the parts that the service has, by their numbers.
pub(super) async fn kept_parts<U: Uploader>(
    uploader: &U,
    id: &str,
) -> CallResult<BTreeMap<i32, ListedPart<U::Part>>, U::Error> {
    let mut kept = BTreeMap::new();
    let mut marker = None;
    loop {
        let page = uploader.list(id, marker.clone()).await?;
        kept.extend(page.parts.into_iter().filter_map(|part| Some((part.number?, part))));
        if page.next.is_none() {
            return Ok(kept);
        }
        if page.next == marker {
            let reason = "a page of the parts has its own marker as that of the next page";
            return Err(TransferErrorKind::Response(reason.to_owned()));
        }
        marker = page.next;
    }
}

/// Returns `true` if a part of the service has the length and the checksum of a part of the source.
pub(super) async fn is_same<P>(
    kept: &ListedPart<P>,
    slice: &Slice,
) -> Result<bool, byte_stream::error::Error> {
    if kept.length.and_then(|length| u64::try_from(length).ok()) != Some(slice.length()) {
        return Ok(false);
    }
    if let Some((algorithm, expected)) = known_checksum(kept) {
        return Ok(checksum(slice, algorithm).await? == expected);
    }
    match kept.e_tag.as_deref().and_then(plain_md5) {
        Some(expected) => Ok(md5(slice).await? == expected),
        None => Ok(false),
    }
}

/// Returns the first checksum that can be computed.
fn known_checksum<P>(kept: &ListedPart<P>) -> Option<(ChecksumAlgorithm, &str)> {
    kept.checksums.iter().find_map(|(name, value)| Some((algorithm(Some(name)).ok()?, value.as_deref()?)))
}

/// Returns the MD5 that an entity tag is. One of encrypted content looks alike, but differs from the MD5.
fn plain_md5(e_tag: &str) -> Option<u128> {
    let text = e_tag.trim_matches('"');
    let is_md5 = text.len() == 32 && text.bytes().all(|byte| byte.is_ascii_hexdigit());
    if is_md5 { u128::from_str_radix(text, 16).ok() } else { None }
}

async fn checksum(slice: &Slice, algorithm: ChecksumAlgorithm) -> Result<String, byte_stream::error::Error> {
    let mut checksum = algorithm.into_impl();
    read(slice, |data| checksum.update(data)).await?;
    Ok(base64::encode(checksum.finalize()))
}

async fn md5(slice: &Slice) -> Result<u128, byte_stream::error::Error> {
    let mut md5 = Md5::new();
    read(slice, |data| md5.update(data)).await?;
    Ok(u128::from_be_bytes(md5.finalize().into()))
}

async fn read(slice: &Slice, mut on_data: impl FnMut(&[u8])) -> Result<(), byte_stream::error::Error> {
    let mut stream = slice.stream().await?;
    while let Some(data) = stream.try_next().await? {
        on_data(&data);
    }
    Ok(())
}
