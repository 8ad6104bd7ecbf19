//! Settings of response checksums.

use aws_smithy_types::checksum_config::ResponseChecksumValidation;

use crate::config::{Builder, Config};

impl Builder {
    /// Sets whether the checksums of responses are compared even if the input does not ask for it.
    #[must_use]
    pub fn response_checksum_validation(
        mut self,
        response_checksum_validation: ResponseChecksumValidation,
    ) -> Self {
        self.set_response_checksum_validation(Some(response_checksum_validation));
        self
    }

    /// Sets or clears whether the checksums of responses are compared even if the input does not ask for it.
    pub fn set_response_checksum_validation(
        &mut self,
        response_checksum_validation: Option<ResponseChecksumValidation>,
    ) -> &mut Self {
        self.settings.layer.store_or_unset(response_checksum_validation);
        self
    }
}

impl Config {
    /// Returns whether the checksums of responses are compared even if the input does not ask for it, if that was set.
    #[must_use]
    pub fn response_checksum_validation(&self) -> Option<&ResponseChecksumValidation> {
        self.settings.layer.load::<ResponseChecksumValidation>()
    }
}
