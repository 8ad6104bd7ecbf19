//! Settings of clients.

/// A group of settings of clients that exist only if an operation needs them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ClientSetting {
    /// The API key.
    ApiKey,
    /// User name and password.
    BasicAuth,
    /// The bearer token.
    BearerToken,
    /// The calculation of checksums of requests.
    Checksum,
    /// The compression of requests.
    Compression,
    /// The switch of host prefixes.
    HostPrefix,
    /// The provider of idempotency tokens.
    IdempotencyToken,
    /// The validation of checksums of responses.
    ResponseChecksum,
    /// The Regions that signatures of version 4a are valid in.
    SigV4a,
}
