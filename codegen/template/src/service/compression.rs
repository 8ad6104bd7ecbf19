//! Settings of request compression.

use tinsmith_runtime::config::{DisableRequestCompression, RequestMinCompressionSizeBytes};

use crate::config::{Builder, Config};

impl Builder {
    /// Sets whether request compression is disabled.
    #[must_use]
    pub fn disable_request_compression(
        mut self,
        disable_request_compression: impl Into<Option<bool>>,
    ) -> Self {
        self.set_disable_request_compression(disable_request_compression.into());
        self
    }

    /// Sets or clears whether request compression is disabled.
    pub fn set_disable_request_compression(
        &mut self,
        disable_request_compression: Option<bool>,
    ) -> &mut Self {
        self.settings.layer.store_or_unset(disable_request_compression.map(DisableRequestCompression));
        self
    }

    /// Sets the minimum length in bytes of bodies that are compressed: at most 10485760, and 10240 by default.
    #[must_use]
    pub fn request_min_compression_size_bytes(
        mut self,
        request_min_compression_size_bytes: impl Into<Option<u32>>,
    ) -> Self {
        self.set_request_min_compression_size_bytes(request_min_compression_size_bytes.into());
        self
    }

    /// Sets or clears the minimum length in bytes of bodies that are compressed.
    pub fn set_request_min_compression_size_bytes(
        &mut self,
        request_min_compression_size_bytes: Option<u32>,
    ) -> &mut Self {
        let shortest = request_min_compression_size_bytes.map(RequestMinCompressionSizeBytes);
        self.settings.layer.store_or_unset(shortest);
        self
    }
}

impl Config {
    /// Returns whether request compression is disabled, if that was set.
    #[must_use]
    pub fn disable_request_compression(&self) -> Option<bool> {
        self.settings.layer.load::<DisableRequestCompression>().map(|disabled| disabled.0)
    }

    /// Returns the minimum length in bytes of bodies that are compressed, if it was set.
    #[must_use]
    pub fn request_min_compression_size_bytes(&self) -> Option<u32> {
        self.settings.layer.load::<RequestMinCompressionSizeBytes>().map(|shortest| shortest.0)
    }
}
