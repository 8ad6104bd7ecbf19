//! Hashes of bodies of requests: of the whole body, and of a tree of its chunks.
//!
//! Source: developer guide of Amazon S3 Glacier, "Computing Checksums".

use std::fmt::Write as _;

use aws_smithy_types::{byte_stream::ByteStream, error::operation::BuildError};
use http::HeaderValue;
use sha2::{Digest, Sha256};

/// Length of a chunk, whose hash is a leaf of the tree.
const CHUNK: usize = 1024 * 1024;

/// A SHA-256 hash.
type Hash = [u8; 32];

/// Adds the hashes of a body in memory to a request.
#[inline]
pub fn add_tree_hash(request: &mut http::Request<ByteStream>) -> Result<(), BuildError> {
    let Some(body) = request.body().bytes() else { return Ok(()) };
    for (name, hash) in hash_headers(body) {
        let hash = HeaderValue::try_from(hash).map_err(BuildError::other)?;
        request.headers_mut().entry(name).or_insert(hash);
    }
    Ok(())
}

/// Returns the headers with the hashes of a body. The first is the hash of the whole body.
#[inline]
pub fn hash_headers(body: &[u8]) -> [(&'static str, String); 2] {
    [
        ("x-amz-content-sha256", hexadecimal(Sha256::digest(body).into())),
        ("x-amz-sha256-tree-hash", hexadecimal(tree_hash(body))),
    ]
}

/// Returns the root of the tree: the hash of each pair of neighbours is a node of the next level.
#[inline]
fn tree_hash(body: &[u8]) -> Hash {
    let mut level: Vec<Hash> = body.chunks(CHUNK).map(|chunk| Sha256::digest(chunk).into()).collect();
    while level.len() > 1 {
        level = level.chunks(2).map(node).collect();
    }
    level.pop().unwrap_or_else(|| Sha256::digest(b"").into())
}

/// Returns the hash of two neighbours. A node without a neighbour moves to the next level as it is.
#[inline]
fn node(children: &[Hash]) -> Hash {
    match children {
        [child] => *child,
        children => Sha256::digest(children.concat()).into(),
    }
}

#[inline]
fn hexadecimal(hash: Hash) -> String {
    hash.iter().fold(String::new(), |mut text, byte| {
        // Writing to a string does not fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}
