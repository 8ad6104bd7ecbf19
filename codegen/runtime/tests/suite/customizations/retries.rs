//! Retry defaults of a service.

use std::time::Duration;

use aws_smithy_types::retry::{RetryConfig, RetrySpec};
use aws_types::{origin::Origin, sdk_config::SdkConfig};
use tinsmith_runtime::{
    config::SettingsBuilder,
    service::{Customization, Retries, Service},
};

use crate::service::described;

static SERVICE: Service = described(Customization {
    retries: Some(Retries { max_attempts: 4, initial_backoff: 25 }),
    ..Customization::NONE
});

fn shared(spec: RetrySpec) -> SdkConfig {
    SdkConfig::builder().retry_config(RetryConfig::standard().with_retry_spec(spec)).build()
}

/// Returns the number of attempts and the first backoff.
fn retries(shared: &SdkConfig, service: &Service) -> (u32, Option<Duration>) {
    let settings = SettingsBuilder::from_sdk_config(shared, service);
    let config = settings.layer.load::<RetryConfig>().unwrap();
    (config.max_attempts(), config.retry_spec().map(RetrySpec::non_throttling_initial_backoff))
}

#[test]
fn current_behavior_versions_have_the_defaults_of_the_service() {
    let shared = shared(RetrySpec::v2_1());
    assert_eq!(retries(&shared, &SERVICE), (4, Some(Duration::from_millis(25))));
    assert_eq!(retries(&shared, &crate::service::SERVICE), (3, Some(Duration::from_millis(50))));
}

#[test]
fn older_behavior_versions_do_not() {
    assert_eq!(retries(&shared(RetrySpec::v2_0()), &SERVICE), (3, Some(Duration::from_secs(1))));
}

#[test]
fn attempts_that_the_caller_has_set_are_kept() {
    let mut builder = shared(RetrySpec::v2_1()).into_builder();
    builder.insert_origin("retry_config", Origin::shared_config());
    let (attempts, _) = retries(&builder.build(), &SERVICE);
    assert_eq!(attempts, 3);
}
