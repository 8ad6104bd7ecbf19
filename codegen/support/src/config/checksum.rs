//! Whether bodies have checksums.

use super::{Builder, Config};

pub use aws_smithy_types::checksum_config::RequestChecksumCalculation;

impl Builder {
    /// Sets whether bodies have a checksum even where the service does not insist on it.
    #[must_use]
    pub fn request_checksum_calculation(
        mut self,
        request_checksum_calculation: RequestChecksumCalculation,
    ) -> Self {
        self.set_request_checksum_calculation(Some(request_checksum_calculation));
        self
    }

    /// Sets or unsets whether bodies have a checksum even where the service does not insist on it.
    pub fn set_request_checksum_calculation(
        &mut self,
        request_checksum_calculation: Option<RequestChecksumCalculation>,
    ) -> &mut Self {
        self.config.store_or_unset(request_checksum_calculation);
        self
    }
}

impl Config {
    /// Whether bodies have a checksum even where the service does not insist on it, if that was set.
    #[must_use]
    pub fn request_checksum_calculation(&self) -> Option<&RequestChecksumCalculation> {
        self.layer.load::<RequestChecksumCalculation>()
    }
}
