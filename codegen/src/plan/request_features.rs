//! Request features of an operation: idempotency token, host prefix, compression, checksum, authentication.

use super::{ChecksumPlan, ResponseChecksumPlan, RustPath, Scheme};

/// Request features of an operation: idempotency token, host prefix, compression, checksum, authentication.
#[derive(Clone, Debug)]
pub struct RequestFeatures {
    /// The fields of the input that get a token if they have none, by Rust name.
    pub tokens: Vec<String>,
    /// The text before the endpoint's host.
    pub host_prefix: Option<Vec<HostPart>>,
    /// The authentication schemes in order of preference.
    pub schemes: Vec<Scheme>,
    /// The payload in signatures.
    pub payload: SignedPayload,
    /// True if long bodies are compressed, by gzip.
    pub is_compressed: bool,
    /// The checksum of the body.
    pub checksum: Option<ChecksumPlan>,
    /// The checksum of the body of responses.
    pub response_checksum: Option<ResponseChecksumPlan>,
    /// True if a request may hold sensitive values, which must not be logged.
    pub has_sensitive_request: bool,
    /// True if a response may hold sensitive values, which must not be logged.
    pub has_sensitive_response: bool,
}

/// The payload in signatures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SignedPayload {
    /// The hash of the body.
    Hash,
    /// `UNSIGNED-PAYLOAD`, whatever the body is.
    Unsigned,
}

/// A segment of a host prefix.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HostPart {
    /// A literal segment.
    Literal(String),
    /// The value of a field of the input.
    Label {
        /// The Rust name.
        field: String,
        /// The name on the wire, for errors.
        wire_name: String,
        /// The type, if it is an enum instead of a string.
        enumeration: Option<RustPath>,
    },
}
