//! Settings from those that every AWS client shares.

use aws_types::{sdk_config::SdkConfig, service_config::ServiceConfigKey};

use super::Builder;
use crate::service;

impl From<&SdkConfig> for Builder {
    #[inline]
    fn from(input: &SdkConfig) -> Self {
        let mut builder = Self::default();
        builder
            .set_credentials_provider(input.credentials_provider())
            .set_region(input.region().cloned())
            .set_use_fips(input.use_fips())
            .set_use_dual_stack(input.use_dual_stack())
            .set_endpoint_url(endpoint_url(input))
            .set_retry_config(input.retry_config().cloned())
            .set_timeout_config(input.timeout_config().cloned())
            .set_sleep_impl(input.sleep_impl())
            .set_http_client(input.http_client())
            .set_time_source(input.time_source())
            .set_behavior_version(input.behavior_version())
            .set_auth_scheme_preference(input.auth_scheme_preference().cloned())
            .set_disable_clock_skew_correction(input.disable_clock_skew_correction())
            .set_app_name(input.app_name().cloned());
        builder.config.store_or_unset(input.account_id_endpoint_mode().cloned());
        // part: config/compression
        builder
            .set_disable_request_compression(input.disable_request_compression())
            .set_request_min_compression_size_bytes(input.request_min_compression_size_bytes());
        // end of part
        // part: config/checksum
        builder.set_request_checksum_calculation(input.request_checksum_calculation());
        // end of part
        if let Some(protocol) = input.protocol() {
            builder.set_protocol(Some(protocol));
        }
        if let Some(protection) = input.stalled_stream_protection() {
            builder.set_stalled_stream_protection(Some(protection));
        }
        if let Some(cache) = input.identity_cache() {
            builder.set_identity_cache(cache);
        }
        for metadata in input.framework_metadata() {
            builder.push_framework_metadata(metadata.clone());
        }
        builder
    }
}

/// The endpoint that was set in code, else the one for this service from the environment or the
/// profile, else the one for all services from there.
fn endpoint_url(input: &SdkConfig) -> Option<String> {
    let shared = input.endpoint_url().map(str::to_owned);
    if input.get_origin("endpoint_url").is_client_config() {
        return shared;
    }
    // A profile names the service with underscores, as AWS documents it; the runtime looks for hyphens.
    let documented = service::SDK_ID.replace(' ', "_");
    let of_service = |id: &str| service_endpoint_url(input, id).filter(|url| Some(url) != shared.as_ref());
    of_service(&documented).or_else(|| of_service(service::SDK_ID)).or(shared)
}

fn service_endpoint_url(input: &SdkConfig, service_id: &str) -> Option<String> {
    let key = ServiceConfigKey::builder()
        .service_id(service_id)
        .env("AWS_ENDPOINT_URL")
        .profile("endpoint_url")
        .build()
        .ok()?;
    input.service_config()?.load_config(key)
}
