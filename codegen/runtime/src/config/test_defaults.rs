//! Settings for tests, which depend neither on the machine nor on the time.

use std::time::{Duration, UNIX_EPOCH};

use aws_credential_types::{Credentials, provider::SharedCredentialsProvider};
#[cfg(feature = "http-auth")]
use aws_credential_types::{Token, provider::token::SharedTokenProvider};
use aws_runtime::user_agent::AwsUserAgent;
use aws_smithy_async::time::{SharedTimeSource, StaticTimeSource};
use aws_smithy_runtime_api::client::behavior_version::BehaviorVersion;

use super::SettingsBuilder;

/// Friday, 13 February 2009, 23:31:30 UTC.
const NOW: Duration = Duration::from_secs(1_234_567_890);

impl SettingsBuilder {
    /// Sets a fixed time, credentials, tokens and user agent, and the latest behavior version.
    pub fn apply_test_defaults(&mut self) {
        let clock = StaticTimeSource::new(UNIX_EPOCH + NOW);
        self.components.set_time_source(Some(SharedTimeSource::new(clock)));
        self.layer.store_put(AwsUserAgent::for_tests());
        self.set_credentials_provider(Some(SharedCredentialsProvider::new(Credentials::for_tests())));
        #[cfg(feature = "http-auth")]
        self.set_token_provider(Some(SharedTokenProvider::new(Token::for_tests())));
        #[cfg(feature = "idempotency-token")]
        self.layer.store_put(super::IdempotencyTokenProvider::fixed("00000000-0000-4000-8000-000000000000"));
        self.behavior_version = Some(BehaviorVersion::latest());
    }
}
