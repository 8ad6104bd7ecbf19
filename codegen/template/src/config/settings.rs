//! [`Config`]: the settings of a client.

use std::sync::Arc;

use aws_runtime::{
    invocation_id::SharedInvocationIdGenerator, service_clock_skew::DisableClockSkewCorrection,
};
use aws_smithy_async::{rt::sleep::SharedAsyncSleep, time::SharedTimeSource};
use aws_smithy_runtime::client::retries::RetryPartition;
use aws_smithy_runtime_api::client::{
    auth::{AuthSchemePreference, SharedAuthScheme, SharedAuthSchemeOptionResolver},
    endpoint::SharedEndpointResolver,
    http::SharedHttpClient,
    identity::SharedIdentityCache,
    interceptors::SharedInterceptor,
    retries::classifiers::SharedRetryClassifier,
    stalled_stream_protection::StalledStreamProtectionConfig,
};
use aws_smithy_types::{retry::RetryConfig, timeout::TimeoutConfig};
use aws_types::{
    app_name::AppName, region::Region, sdk_config::SdkConfig, sdk_ua_metadata::FrameworkMetadata,
};
use tinsmith_runtime::config::Settings;

use super::{
    Builder,
    endpoint::{DefaultResolver, ResolveEndpoint},
};
use crate::service::SERVICE;

/// Settings of a [`Client`](crate::Client).
///
/// Most programs convert them from an `SdkConfig`, which the crate `aws-config` loads from the environment;
/// [`Config::builder`] starts without any setting.
#[derive(Clone, Debug)]
pub struct Config {
    pub(crate) settings: Arc<Settings>,
}

impl Config {
    /// Copies the settings that apply to this service from those that every AWS client shares.
    #[must_use]
    #[inline]
    pub fn new(config: &SdkConfig) -> Self {
        Builder::from(config).build()
    }

    /// Starts a [`Builder`].
    #[must_use]
    #[inline]
    pub fn builder() -> Builder {
        Builder::default()
    }

    /// Starts a [`Builder`] with these settings.
    #[must_use]
    #[inline]
    pub fn to_builder(&self) -> Builder {
        Builder { settings: self.settings.to_builder() }
    }

    /// Returns the name under which requests are signed.
    #[must_use]
    #[inline]
    pub fn signing_name(&self) -> &'static str {
        SERVICE.signing_name
    }

    /// Returns the region.
    #[must_use]
    #[inline]
    pub fn region(&self) -> Option<&Region> {
        self.settings.layer.load::<Region>()
    }

    /// Returns the protection against stalled streams.
    #[must_use]
    #[inline]
    pub fn stalled_stream_protection(&self) -> Option<&StalledStreamProtectionConfig> {
        self.settings.layer.load::<StalledStreamProtectionConfig>()
    }

    /// Returns the HTTP client, if one was set.
    #[must_use]
    #[inline]
    pub fn http_client(&self) -> Option<SharedHttpClient> {
        self.settings.components.http_client()
    }

    /// Returns the authentication schemes other than those of the service.
    #[inline]
    pub fn auth_schemes(&self) -> impl Iterator<Item = SharedAuthScheme> + '_ {
        self.settings.components.auth_schemes()
    }

    /// Returns the resolver of authentication schemes, if one was set.
    #[must_use]
    #[inline]
    pub fn auth_scheme_resolver(&self) -> Option<SharedAuthSchemeOptionResolver> {
        self.settings.components.auth_scheme_option_resolver()
    }

    /// Returns the preferred authentication schemes.
    #[must_use]
    #[inline]
    pub fn auth_scheme_preference(&self) -> Option<&AuthSchemePreference> {
        self.settings.layer.load::<AuthSchemePreference>()
    }

    /// Returns the endpoint resolver.
    #[must_use]
    #[inline]
    pub fn endpoint_resolver(&self) -> SharedEndpointResolver {
        self.settings
            .components
            .endpoint_resolver()
            .unwrap_or_else(|| DefaultResolver::new().into_shared_resolver())
    }

    /// Returns the retry configuration.
    #[must_use]
    #[inline]
    pub fn retry_config(&self) -> Option<&RetryConfig> {
        self.settings.layer.load::<RetryConfig>()
    }

    /// Returns the name of the retry partition.
    #[must_use]
    #[inline]
    pub fn retry_partition(&self) -> Option<&RetryPartition> {
        self.settings.layer.load::<RetryPartition>()
    }

    /// Returns the retry classifiers other than those of the service.
    #[inline]
    pub fn retry_classifiers(&self) -> impl Iterator<Item = SharedRetryClassifier> + '_ {
        self.settings.components.retry_classifiers()
    }

    /// Returns the timeouts.
    #[must_use]
    #[inline]
    pub fn timeout_config(&self) -> Option<&TimeoutConfig> {
        self.settings.layer.load::<TimeoutConfig>()
    }

    /// Returns the implementation of sleep.
    #[must_use]
    #[inline]
    pub fn sleep_impl(&self) -> Option<SharedAsyncSleep> {
        self.settings.components.sleep_impl()
    }

    /// Returns the time source.
    #[must_use]
    #[inline]
    pub fn time_source(&self) -> Option<SharedTimeSource> {
        self.settings.components.time_source()
    }

    /// Returns the cache of credentials, if one was set.
    #[must_use]
    #[inline]
    pub fn identity_cache(&self) -> Option<SharedIdentityCache> {
        self.settings.components.identity_cache()
    }

    /// Returns the interceptors other than those of the service.
    #[inline]
    pub fn interceptors(&self) -> impl Iterator<Item = SharedInterceptor> + '_ {
        self.settings.components.interceptors()
    }

    /// Returns the name of the application in the user agent.
    #[must_use]
    #[inline]
    pub fn app_name(&self) -> Option<&AppName> {
        self.settings.layer.load::<AppName>()
    }

    /// Returns the frameworks in the user agent, in the order in which they were added.
    #[must_use]
    #[inline]
    pub fn framework_metadata(&self) -> Vec<&FrameworkMetadata> {
        let mut entries: Vec<_> = self.settings.layer.load::<FrameworkMetadata>().collect();
        entries.reverse();
        entries
    }

    /// Returns whether requests are signed with the local clock, without correction for the clock of the service.
    #[must_use]
    #[inline]
    pub fn disable_clock_skew_correction(&self) -> Option<bool> {
        self.settings.layer.load::<DisableClockSkewCorrection>().map(DisableClockSkewCorrection::is_disabled)
    }

    /// Returns the generator of invocation ids, if one was set.
    #[must_use]
    #[inline]
    pub fn invocation_id_generator(&self) -> Option<SharedInvocationIdGenerator> {
        self.settings.layer.load::<SharedInvocationIdGenerator>().cloned()
    }

    /// Returns `None`: credentials cannot be read back. Exists for compatibility with the official crates.
    #[must_use]
    #[deprecated(note = "always `None`; keep the provider that you configure")]
    #[inline]
    pub fn credentials_provider(&self) -> Option<super::SharedCredentialsProvider> {
        None
    }
}

impl From<&SdkConfig> for Config {
    fn from(sdk_config: &SdkConfig) -> Self {
        Self::new(sdk_config)
    }
}
