//! Whether bodies are compressed.

use aws_smithy_types::config_bag::{Storable, StoreReplace};

use super::{Builder, Config};

/// Whether no body is compressed.
#[derive(Clone, Copy, Debug)]
pub(crate) struct DisableRequestCompression(pub(crate) bool);

/// The length in bytes from which bodies are compressed.
#[derive(Clone, Copy, Debug)]
pub(crate) struct RequestMinCompressionSizeBytes(pub(crate) u32);

impl Storable for DisableRequestCompression {
    type Storer = StoreReplace<Self>;
}

impl Storable for RequestMinCompressionSizeBytes {
    type Storer = StoreReplace<Self>;
}

impl Builder {
    /// Sets whether no body is compressed, however long it is.
    #[must_use]
    pub fn disable_request_compression(
        mut self,
        disable_request_compression: impl Into<Option<bool>>,
    ) -> Self {
        self.set_disable_request_compression(disable_request_compression.into());
        self
    }

    /// Sets or unsets whether no body is compressed.
    pub fn set_disable_request_compression(
        &mut self,
        disable_request_compression: Option<bool>,
    ) -> &mut Self {
        self.config.store_or_unset(disable_request_compression.map(DisableRequestCompression));
        self
    }

    /// Sets the length in bytes from which bodies are compressed: at most 10485760, and 10240 by
    /// default.
    #[must_use]
    pub fn request_min_compression_size_bytes(
        mut self,
        request_min_compression_size_bytes: impl Into<Option<u32>>,
    ) -> Self {
        self.set_request_min_compression_size_bytes(request_min_compression_size_bytes.into());
        self
    }

    /// Sets or unsets the length in bytes from which bodies are compressed.
    pub fn set_request_min_compression_size_bytes(
        &mut self,
        request_min_compression_size_bytes: Option<u32>,
    ) -> &mut Self {
        let shortest = request_min_compression_size_bytes.map(RequestMinCompressionSizeBytes);
        self.config.store_or_unset(shortest);
        self
    }
}

impl Config {
    /// Whether no body is compressed, if that was set.
    #[must_use]
    pub fn disable_request_compression(&self) -> Option<bool> {
        self.layer.load::<DisableRequestCompression>().map(|disabled| disabled.0)
    }

    /// The length in bytes from which bodies are compressed, if it was set.
    #[must_use]
    pub fn request_min_compression_size_bytes(&self) -> Option<u32> {
        self.layer.load::<RequestMinCompressionSizeBytes>().map(|shortest| shortest.0)
    }
}
