//! Settings that are complete.

use aws_runtime::{
    invocation_id::SharedInvocationIdGenerator, service_clock_skew::DisableClockSkewCorrection,
};
use aws_smithy_async::{rt::sleep::SharedAsyncSleep, time::SharedTimeSource};
use aws_smithy_runtime::client::retries::RetryPartition;
use aws_smithy_runtime_api::client::{
    auth::{AuthSchemePreference, SharedAuthScheme, SharedAuthSchemeOptionResolver},
    behavior_version::BehaviorVersion,
    endpoint::SharedEndpointResolver,
    http::SharedHttpClient,
    identity::SharedIdentityCache,
    interceptors::SharedInterceptor,
    retries::classifiers::SharedRetryClassifier,
    runtime_components::RuntimeComponentsBuilder,
    runtime_plugin::SharedRuntimePlugin,
    stalled_stream_protection::StalledStreamProtectionConfig,
};
use aws_smithy_types::{
    config_bag::{CloneableLayer, FrozenLayer},
    retry::RetryConfig,
    timeout::TimeoutConfig,
};
use aws_types::{
    app_name::AppName, region::Region, sdk_config::SdkConfig, sdk_ua_metadata::FrameworkMetadata,
};

use super::{
    Builder,
    endpoint::{DefaultResolver, ResolveEndpoint},
};
use crate::service;

/// The settings of a [`Client`](crate::Client).
///
/// Most programs make it `From<&SdkConfig>`, which the crate `aws-config` loads from the
/// environment; [`Config::builder`] starts from nothing.
#[derive(Clone, Debug)]
pub struct Config {
    pub(crate) layer: FrozenLayer,
    pub(super) cloneable: CloneableLayer,
    pub(crate) runtime_components: RuntimeComponentsBuilder,
    pub(crate) runtime_plugins: Vec<SharedRuntimePlugin>,
    pub(crate) behavior_version: Option<BehaviorVersion>,
}

impl Config {
    /// Copies what applies to this service from the settings that every AWS client shares.
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
        Builder {
            config: self.cloneable.clone(),
            runtime_components: self.runtime_components.clone(),
            runtime_plugins: self.runtime_plugins.clone(),
            behavior_version: self.behavior_version,
        }
    }

    /// Name under which requests are signed.
    #[must_use]
    #[inline]
    pub fn signing_name(&self) -> &'static str {
        service::SIGNING_NAME
    }

    /// Region that requests go to.
    #[must_use]
    #[inline]
    pub fn region(&self) -> Option<&Region> {
        self.layer.load::<Region>()
    }

    /// How streams that make no progress are treated.
    #[must_use]
    #[inline]
    pub fn stalled_stream_protection(&self) -> Option<&StalledStreamProtectionConfig> {
        self.layer.load::<StalledStreamProtectionConfig>()
    }

    /// The HTTP client, if one was set.
    #[must_use]
    #[inline]
    pub fn http_client(&self) -> Option<SharedHttpClient> {
        self.runtime_components.http_client()
    }

    /// Schemes that sign requests, beside those of the service.
    #[inline]
    pub fn auth_schemes(&self) -> impl Iterator<Item = SharedAuthScheme> + '_ {
        self.runtime_components.auth_schemes()
    }

    /// Chooser of the scheme that signs requests, if one was set.
    #[must_use]
    #[inline]
    pub fn auth_scheme_resolver(&self) -> Option<SharedAuthSchemeOptionResolver> {
        self.runtime_components.auth_scheme_option_resolver()
    }

    /// Schemes to prefer for signing requests.
    #[must_use]
    #[inline]
    pub fn auth_scheme_preference(&self) -> Option<&AuthSchemePreference> {
        self.layer.load::<AuthSchemePreference>()
    }

    /// Resolver of the endpoint that requests go to.
    #[must_use]
    #[inline]
    pub fn endpoint_resolver(&self) -> SharedEndpointResolver {
        self.runtime_components
            .endpoint_resolver()
            .unwrap_or_else(|| DefaultResolver::new().into_shared_resolver())
    }

    /// How calls are tried again.
    #[must_use]
    #[inline]
    pub fn retry_config(&self) -> Option<&RetryConfig> {
        self.layer.load::<RetryConfig>()
    }

    /// Name of the group of clients that share a retry quota.
    #[must_use]
    #[inline]
    pub fn retry_partition(&self) -> Option<&RetryPartition> {
        self.layer.load::<RetryPartition>()
    }

    /// Deciders on what may be tried again, beside those of the service.
    #[inline]
    pub fn retry_classifiers(&self) -> impl Iterator<Item = SharedRetryClassifier> + '_ {
        self.runtime_components.retry_classifiers()
    }

    /// How long calls and their parts may take.
    #[must_use]
    #[inline]
    pub fn timeout_config(&self) -> Option<&TimeoutConfig> {
        self.layer.load::<TimeoutConfig>()
    }

    /// How the client waits.
    #[must_use]
    #[inline]
    pub fn sleep_impl(&self) -> Option<SharedAsyncSleep> {
        self.runtime_components.sleep_impl()
    }

    /// Where the client takes the time from.
    #[must_use]
    #[inline]
    pub fn time_source(&self) -> Option<SharedTimeSource> {
        self.runtime_components.time_source()
    }

    /// Cache of credentials, if one was set.
    #[must_use]
    #[inline]
    pub fn identity_cache(&self) -> Option<SharedIdentityCache> {
        self.runtime_components.identity_cache()
    }

    /// Interceptors of every call, beside those of the service.
    #[inline]
    pub fn interceptors(&self) -> impl Iterator<Item = SharedInterceptor> + '_ {
        self.runtime_components.interceptors()
    }

    /// Name of the application in the user agent.
    #[must_use]
    #[inline]
    pub fn app_name(&self) -> Option<&AppName> {
        self.layer.load::<AppName>()
    }

    /// Names of frameworks in the user agent, in the order in which they were added.
    #[must_use]
    #[inline]
    pub fn framework_metadata(&self) -> Vec<&FrameworkMetadata> {
        let mut entries: Vec<_> = self.layer.load::<FrameworkMetadata>().collect();
        entries.reverse();
        entries
    }

    /// Whether signatures keep to the local clock even if the service's differs.
    #[must_use]
    #[inline]
    pub fn disable_clock_skew_correction(&self) -> Option<bool> {
        self.layer.load::<DisableClockSkewCorrection>().map(DisableClockSkewCorrection::is_disabled)
    }

    /// Source of the ids that calls carry, if one was set.
    #[must_use]
    #[inline]
    pub fn invocation_id_generator(&self) -> Option<SharedInvocationIdGenerator> {
        self.layer.load::<SharedInvocationIdGenerator>().cloned()
    }

    /// Always `None`: credentials are kept where nobody can read them back.
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
