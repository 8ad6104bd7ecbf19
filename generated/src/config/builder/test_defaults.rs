// Copied by tinsmith from its support code. Do not edit.

//! Settings for tests: nothing depends on the machine or the time.

use std::time::{Duration, UNIX_EPOCH};

use aws_credential_types::Credentials;
use aws_runtime::user_agent::AwsUserAgent;
use aws_smithy_async::time::{SharedTimeSource, StaticTimeSource};
use aws_smithy_runtime_api::client::behavior_version::BehaviorVersion;
use aws_types::region::Region;

use super::{super::SharedCredentialsProvider, Builder};

/// Friday, 13 February 2009, 23:31:30 UTC.
const NOW: Duration = Duration::from_secs(1_234_567_890);

impl Builder {
    /// Sets a fixed time, credentials and user agent, and the newest behaviour version.
    #[inline]
    pub fn apply_test_defaults(&mut self) -> &mut Self {
        let clock = StaticTimeSource::new(UNIX_EPOCH + NOW);
        let credentials = SharedCredentialsProvider::new(Credentials::for_tests());
        self.set_time_source(Some(SharedTimeSource::new(clock)));
        self.config.store_put(AwsUserAgent::for_tests());
        self.set_credentials_provider(Some(credentials));
        self.set_behavior_version(Some(BehaviorVersion::latest()))
    }

    /// Does what [`apply_test_defaults`](Self::apply_test_defaults) does.
    #[must_use]
    #[inline]
    pub fn with_test_defaults(mut self) -> Self {
        self.apply_test_defaults();
        self
    }

    /// Does what [`apply_test_defaults`](Self::apply_test_defaults) does, and sets a region unless
    /// there is one.
    #[inline]
    pub fn apply_test_defaults_v2(&mut self) -> &mut Self {
        self.apply_test_defaults();
        if self.config.load::<Region>().is_none() {
            self.set_region(Some(Region::new("us-east-1")));
        }
        self
    }

    /// Does what [`apply_test_defaults_v2`](Self::apply_test_defaults_v2) does.
    #[must_use]
    #[inline]
    pub fn with_test_defaults_v2(mut self) -> Self {
        self.apply_test_defaults_v2();
        self
    }
}
