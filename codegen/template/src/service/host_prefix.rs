//! The setting of host prefixes.

use tinsmith_runtime::config::DisableHostPrefixInjection;

use crate::config::{Builder, Config};

impl Builder {
    /// Sets whether the host prefixes of operations are left out, so that every request goes to the host of the endpoint, such
    /// as that of an emulator.
    #[must_use]
    pub fn disable_host_prefix_injection(
        mut self,
        disable_host_prefix_injection: impl Into<Option<bool>>,
    ) -> Self {
        self.set_disable_host_prefix_injection(disable_host_prefix_injection.into());
        self
    }

    /// Sets or clears whether the host prefixes of operations are left out.
    pub fn set_disable_host_prefix_injection(
        &mut self,
        disable_host_prefix_injection: Option<bool>,
    ) -> &mut Self {
        self.settings.layer.store_or_unset(disable_host_prefix_injection.map(DisableHostPrefixInjection));
        self
    }
}

impl Config {
    /// Returns whether the host prefixes of operations are left out, if that was set.
    #[must_use]
    pub fn disable_host_prefix_injection(&self) -> Option<bool> {
        self.settings.layer.load::<DisableHostPrefixInjection>().map(|disabled| disabled.0)
    }
}
