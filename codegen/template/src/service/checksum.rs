//! Settings of request checksums.

use aws_smithy_types::checksum_config::RequestChecksumCalculation;

use crate::config::{Builder, Config};

impl Builder {
    /// Sets whether requests have a checksum even if the service does not require it.
    #[must_use]
    pub fn request_checksum_calculation(
        mut self,
        request_checksum_calculation: RequestChecksumCalculation,
    ) -> Self {
        self.set_request_checksum_calculation(Some(request_checksum_calculation));
        self
    }

    /// Sets or clears whether requests have a checksum even if the service does not require it.
    pub fn set_request_checksum_calculation(
        &mut self,
        request_checksum_calculation: Option<RequestChecksumCalculation>,
    ) -> &mut Self {
        self.settings.layer.store_or_unset(request_checksum_calculation);
        self
    }
}

impl Config {
    /// Returns whether requests have a checksum even if the service does not require it, if that was set.
    #[must_use]
    pub fn request_checksum_calculation(&self) -> Option<&RequestChecksumCalculation> {
        self.settings.layer.load::<RequestChecksumCalculation>()
    }
}
