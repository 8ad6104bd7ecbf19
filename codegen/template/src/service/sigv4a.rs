//! Settings of signature version 4a.

use aws_types::region::SigningRegionSet;

use crate::config::{Builder, Config};

impl Builder {
    /// Sets the Regions in which signatures of version 4a are valid. By default they are those of the endpoint, else the Region of
    /// the client.
    #[must_use]
    #[inline]
    pub fn sigv4a_signing_region_set(
        mut self,
        sigv4a_signing_region_set: impl Into<SigningRegionSet>,
    ) -> Self {
        self.set_sigv4a_signing_region_set(Some(sigv4a_signing_region_set.into()));
        self
    }

    /// Sets or clears the Regions in which signatures of version 4a are valid.
    #[inline]
    pub fn set_sigv4a_signing_region_set(
        &mut self,
        sigv4a_signing_region_set: Option<SigningRegionSet>,
    ) -> &mut Self {
        self.settings.layer.store_or_unset(sigv4a_signing_region_set);
        self
    }
}

impl Config {
    /// Returns the Regions in which signatures of version 4a are valid, if they were set.
    #[must_use]
    #[inline]
    pub fn sigv4a_signing_region_set(&self) -> Option<&SigningRegionSet> {
        self.settings.layer.load::<SigningRegionSet>()
    }
}
