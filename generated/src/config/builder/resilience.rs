// Copied by tinsmith from its support code. Do not edit.

//! What happens when a call fails or takes long.

use aws_runtime::service_clock_skew::DisableClockSkewCorrection;
use aws_smithy_runtime::client::retries::RetryPartition;
use aws_smithy_runtime_api::client::{
    retries::classifiers::{ClassifyRetry, SharedRetryClassifier},
    stalled_stream_protection::StalledStreamProtectionConfig,
};
use aws_smithy_types::{retry::RetryConfig, timeout::TimeoutConfig};

use super::Builder;

impl Builder {
    /// Sets how calls are tried again.
    #[must_use]
    #[inline]
    pub fn retry_config(mut self, retry_config: RetryConfig) -> Self {
        self.set_retry_config(Some(retry_config));
        self
    }

    /// Sets how calls are tried again; `None` changes nothing.
    #[inline]
    pub fn set_retry_config(&mut self, retry_config: Option<RetryConfig>) -> &mut Self {
        if let Some(retry_config) = retry_config {
            self.config.store_put(retry_config);
        }
        self
    }

    /// Sets the group of clients that share a retry quota; by default, those for the same service
    /// and region.
    #[must_use]
    #[inline]
    pub fn retry_partition(mut self, retry_partition: RetryPartition) -> Self {
        self.set_retry_partition(Some(retry_partition));
        self
    }

    /// Sets the group of clients that share a retry quota; `None` changes nothing.
    #[inline]
    pub fn set_retry_partition(&mut self, retry_partition: Option<RetryPartition>) -> &mut Self {
        if let Some(retry_partition) = retry_partition {
            self.config.store_put(retry_partition);
        }
        self
    }

    /// Adds a decider on what may be tried again.
    #[must_use]
    #[inline]
    pub fn retry_classifier(mut self, retry_classifier: impl ClassifyRetry + 'static) -> Self {
        self.push_retry_classifier(SharedRetryClassifier::new(retry_classifier));
        self
    }

    /// Adds a decider on what may be tried again.
    #[inline]
    pub fn push_retry_classifier(&mut self, retry_classifier: SharedRetryClassifier) -> &mut Self {
        self.runtime_components.push_retry_classifier(retry_classifier);
        self
    }

    /// Replaces the added deciders on what may be tried again.
    #[inline]
    pub fn set_retry_classifiers(
        &mut self,
        retry_classifiers: impl IntoIterator<Item = SharedRetryClassifier>,
    ) -> &mut Self {
        self.runtime_components.set_retry_classifiers(retry_classifiers.into_iter());
        self
    }

    /// Sets how long calls and their parts may take. What `timeout_config` leaves open keeps its
    /// value.
    #[must_use]
    #[inline]
    pub fn timeout_config(mut self, timeout_config: TimeoutConfig) -> Self {
        self.set_timeout_config(Some(timeout_config));
        self
    }

    /// Sets how long calls and their parts may take; `None` changes nothing.
    #[inline]
    pub fn set_timeout_config(&mut self, timeout_config: Option<TimeoutConfig>) -> &mut Self {
        if let Some(mut timeout_config) = timeout_config {
            if let Some(current) = self.config.load::<TimeoutConfig>() {
                timeout_config.take_defaults_from(current);
            }
            self.config.store_put(timeout_config);
        }
        self
    }

    /// Sets how streams that make no progress are treated.
    #[must_use]
    #[inline]
    pub fn stalled_stream_protection(
        mut self,
        stalled_stream_protection_config: StalledStreamProtectionConfig,
    ) -> Self {
        self.set_stalled_stream_protection(Some(stalled_stream_protection_config));
        self
    }

    /// Sets or unsets how streams that make no progress are treated.
    #[inline]
    pub fn set_stalled_stream_protection(
        &mut self,
        stalled_stream_protection_config: Option<StalledStreamProtectionConfig>,
    ) -> &mut Self {
        self.config.store_or_unset(stalled_stream_protection_config);
        self
    }

    /// Sets whether signatures keep to the local clock even if the service's differs.
    #[must_use]
    #[inline]
    pub fn disable_clock_skew_correction(
        mut self,
        disable_clock_skew_correction: impl Into<Option<bool>>,
    ) -> Self {
        self.set_disable_clock_skew_correction(disable_clock_skew_correction.into());
        self
    }

    /// Sets or unsets whether signatures keep to the local clock even if the service's differs.
    #[inline]
    pub fn set_disable_clock_skew_correction(
        &mut self,
        disable_clock_skew_correction: Option<bool>,
    ) -> &mut Self {
        let disabled = disable_clock_skew_correction.map(DisableClockSkewCorrection::from);
        self.config.store_or_unset(disabled);
        self
    }
}
