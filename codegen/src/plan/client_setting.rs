//! Settings of clients.

/// A group of settings of clients that exist only if an operation needs them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ClientSetting {
    /// The calculation of checksums of requests.
    Checksum,
    /// The compression of requests.
    Compression,
    /// The provider of idempotency tokens.
    IdempotencyToken,
}
