//! Checksums of the bodies of requests and responses.

/// A checksum of the body of a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ChecksumPlan {
    /// MD5 in `Content-MD5`.
    ContentMd5,
    /// By an algorithm that the input may choose, in a header or trailer of that algorithm.
    Flexible {
        /// The field that chooses the algorithm.
        algorithm: Option<ChecksumField>,
        /// The header that names the algorithm.
        header: Option<String>,
        /// True if the service requires a checksum.
        is_required: bool,
    },
}

/// A checksum of the body of a response.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ResponseChecksumPlan {
    /// The field that asks for the checksum.
    pub mode: Option<ChecksumField>,
    /// The algorithms.
    pub algorithms: Vec<String>,
}

/// A field of the input that controls a checksum: a string or an enum.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChecksumField {
    /// The Rust name.
    pub name: String,
    /// True if it is an `Option`.
    pub is_optional: bool,
    /// True if its type is an enum.
    pub is_enum: bool,
}
