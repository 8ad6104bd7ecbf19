//! Settings from those that every AWS client shares.

use std::time::Duration;

use aws_runtime::service_clock_skew::DisableClockSkewCorrection;
use aws_smithy_types::retry::{RetryConfig, RetrySpec};
use aws_types::{
    endpoint_config::{EndpointUrl, UseDualStack, UseFips},
    origin::Origin,
    sdk_config::SdkConfig,
    service_config::ServiceConfigKey,
};

use super::{
    DisableHostPrefixInjection, DisableRequestCompression, RequestMinCompressionSizeBytes, SettingsBuilder,
};
use crate::service::Service;

impl SettingsBuilder {
    /// Copies the settings that apply to `service`. Settings that a service has no use for are copied too; no operation
    /// of it reads them.
    #[must_use]
    pub fn from_sdk_config(input: &SdkConfig, service: &Service) -> Self {
        let mut builder = Self { behavior_version: input.behavior_version(), ..Self::default() };
        builder.set_credentials_provider(input.credentials_provider());
        builder.set_timeout_config(input.timeout_config().cloned());
        builder.copy_values(input, service);
        builder.copy_components(input);
        #[cfg(feature = "http-auth")]
        builder.copy_token(input, service);
        builder
    }

    fn copy_values(&mut self, input: &SdkConfig, service: &Service) {
        let disables_prefixes = service_flag(
            input,
            service,
            "AWS_DISABLE_HOST_PREFIX_INJECTION",
            "disable_host_prefix_injection",
        );
        let skew = input.disable_clock_skew_correction().map(DisableClockSkewCorrection::from);
        let layer = &mut self.layer;
        layer.store_or_unset(input.region().cloned());
        layer.store_or_unset(input.sigv4a_signing_region_set().cloned());
        layer.store_or_unset(input.use_fips().map(UseFips));
        layer.store_or_unset(input.use_dual_stack().map(UseDualStack));
        layer.store_or_unset(endpoint_url(input, service).map(EndpointUrl));
        layer.store_or_unset(input.auth_scheme_preference().cloned());
        layer.store_or_unset(skew);
        layer.store_or_unset(input.app_name().cloned());
        layer.store_or_unset(input.account_id_endpoint_mode().cloned());
        layer.store_or_unset(disables_prefixes.map(DisableHostPrefixInjection));
        layer.store_or_unset(input.disable_request_compression().map(DisableRequestCompression));
        layer.store_or_unset(input.request_min_compression_size_bytes().map(RequestMinCompressionSizeBytes));
        layer.store_or_unset(input.request_checksum_calculation());
        if let Some(copy_settings) = service.customization.settings {
            copy_settings(input, layer);
        }
        layer.store_or_unset(input.response_checksum_validation());
        // These are never unset, because nothing replaces them.
        if let Some(retry_config) = input.retry_config() {
            layer.store_put(with_defaults(retry_config.clone(), input, service));
        }
        if let Some(protocol) = input.protocol() {
            layer.store_put(protocol);
        }
        if let Some(protection) = input.stalled_stream_protection() {
            layer.store_put(protection);
        }
        for metadata in input.framework_metadata() {
            layer.store_append(metadata.clone());
        }
    }

    fn copy_components(&mut self, input: &SdkConfig) {
        self.components.set_sleep_impl(input.sleep_impl());
        self.components.set_http_client(input.http_client());
        self.components.set_time_source(input.time_source());
        if let Some(cache) = input.identity_cache() {
            self.components.set_identity_cache(Some(cache));
        }
    }
}

/// Returns a setting of a service that is `true` or `false` in the environment variable or else in the profile.
#[must_use]
pub fn service_flag(input: &SdkConfig, service: &Service, variable: &str, key: &str) -> Option<bool> {
    let key = ServiceConfigKey::builder().service_id(service.sdk_id).env(variable).profile(key).build();
    let value = input.service_config()?.load_config(key.ok()?)?;
    let flag = value.to_ascii_lowercase().parse();
    if flag.is_err() {
        tracing::warn!(variable, value, "the setting is neither `true` nor `false`");
    }
    flag.ok()
}

/// Applies the defaults of the service, in behavior versions that have them.
fn with_defaults(config: RetryConfig, input: &SdkConfig, service: &Service) -> RetryConfig {
    let is_current = config.retry_spec().is_some_and(|spec| spec.is_at_least(RetrySpec::V2_1));
    let Some(defaults) = service.customization.retries.filter(|_| is_current) else { return config };
    let backoff = Duration::from_millis(defaults.initial_backoff);
    let config = config.with_retry_spec(RetrySpec::v2_1().with_non_throttling_initial_backoff(backoff));
    if input.get_origin("retry_config").is_client_config() {
        return config;
    }
    config.with_max_attempts(defaults.max_attempts)
}

/// Returns the endpoint URL that was set in code, else the one for this service from the environment or the
/// profile, else the one for all services from there. An empty one from there counts as not set.
fn endpoint_url(input: &SdkConfig, service: &Service) -> Option<String> {
    let shared = input.endpoint_url().map(str::to_owned);
    if input.get_origin("endpoint_url").is_client_config() {
        return shared;
    }
    let shared = shared.filter(|url| !url.is_empty());
    let is_from_variable = input.get_origin("endpoint_url") == Origin::shared_environment_variable();
    let has_variable = shared.is_some() && is_from_variable;
    // AWS documents that a profile names the service with underscores; the official runtime looks for hyphens.
    let documented = service.sdk_id.replace(' ', "_");
    let of_service =
        |id: &str| service_endpoint_url(input, id, has_variable).filter(|url| Some(url) != shared.as_ref());
    of_service(&documented).or_else(|| of_service(service.sdk_id)).or(shared)
}

/// Returns the endpoint URL for a service. `has_variable` is true if the environment has one for all services, which goes before
/// that of a profile.
fn service_endpoint_url(input: &SdkConfig, service_id: &str, has_variable: bool) -> Option<String> {
    let load = |variable: &str| {
        let key = ServiceConfigKey::builder().service_id(service_id).env(variable).profile("endpoint_url");
        input.service_config()?.load_config(key.build().ok()?)
    };
    let url = load("AWS_ENDPOINT_URL")?;
    // An empty variable hides the profile from the official runtime. No variable has this name.
    let url = if url.is_empty() && !has_variable { load("")? } else { url };
    (!url.is_empty()).then_some(url)
}
