//! [`Builder`] of [`Config`].

use aws_types::sdk_config::SdkConfig;
use tinsmith_runtime::config::SettingsBuilder;

use super::Config;
use crate::service::SERVICE;

mod auth;
mod endpoint;
mod protocol;
mod resilience;
mod runtime;

/// Builder of [`Config`].
///
/// Each setting has a method to chain, and one with `set_` (or `push_`) that takes `&mut self`.
#[derive(Clone, Debug, Default)]
pub struct Builder {
    pub(crate) settings: SettingsBuilder,
}

impl Builder {
    /// Creates a builder without any setting.
    #[must_use]
    #[inline]
    pub fn new() -> Self {
        Self::default()
    }

    /// Builds the [`Config`].
    #[must_use]
    #[inline]
    pub fn build(self) -> Config {
        Config { settings: self.settings.build(&SERVICE) }
    }
}

impl From<&SdkConfig> for Builder {
    #[inline]
    fn from(input: &SdkConfig) -> Self {
        Self { settings: SettingsBuilder::from_sdk_config(input, &SERVICE) }
    }
}

#[cfg(feature = "test-util")]
impl Builder {
    /// Sets a fixed time, credentials and user agent, and the latest behavior version, for tests.
    #[inline]
    pub fn apply_test_defaults(&mut self) -> &mut Self {
        self.settings.apply_test_defaults();
        self
    }

    /// Chains [`apply_test_defaults`](Self::apply_test_defaults).
    #[must_use]
    #[inline]
    pub fn with_test_defaults(mut self) -> Self {
        self.apply_test_defaults();
        self
    }

    /// Does the same as [`apply_test_defaults`](Self::apply_test_defaults), and sets a region if there is none.
    #[inline]
    pub fn apply_test_defaults_v2(&mut self) -> &mut Self {
        self.apply_test_defaults();
        if self.settings.layer.load::<super::Region>().is_none() {
            self.set_region(Some(super::Region::new("us-east-1")));
        }
        self
    }

    /// Chains [`apply_test_defaults_v2`](Self::apply_test_defaults_v2).
    #[must_use]
    #[inline]
    pub fn with_test_defaults_v2(mut self) -> Self {
        self.apply_test_defaults_v2();
        self
    }
}
