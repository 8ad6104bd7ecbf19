//! Retries, timeouts, stalled streams and clock skew.

use aws_runtime::service_clock_skew::DisableClockSkewCorrection;
use aws_smithy_runtime::client::retries::RetryPartition;
use aws_smithy_runtime_api::client::{
    retries::classifiers::{ClassifyRetry, SharedRetryClassifier},
    stalled_stream_protection::StalledStreamProtectionConfig,
};
use aws_smithy_types::{retry::RetryConfig, timeout::TimeoutConfig};

use super::Builder;

impl Builder {
    /// Sets the retry configuration.
    #[must_use]
    #[inline]
    pub fn retry_config(mut self, retry_config: RetryConfig) -> Self {
        self.set_retry_config(Some(retry_config));
        self
    }

    /// Sets the retry configuration; `None` changes nothing.
    #[inline]
    pub fn set_retry_config(&mut self, retry_config: Option<RetryConfig>) -> &mut Self {
        if let Some(retry_config) = retry_config {
            self.settings.layer.store_put(retry_config);
        }
        self
    }

    /// Sets the retry partition, which is the group of clients that share a retry quota. By default these are the clients for
    /// the same service and region.
    #[must_use]
    #[inline]
    pub fn retry_partition(mut self, retry_partition: RetryPartition) -> Self {
        self.set_retry_partition(Some(retry_partition));
        self
    }

    /// Sets the retry partition; `None` changes nothing.
    #[inline]
    pub fn set_retry_partition(&mut self, retry_partition: Option<RetryPartition>) -> &mut Self {
        if let Some(retry_partition) = retry_partition {
            self.settings.layer.store_put(retry_partition);
        }
        self
    }

    /// Adds a retry classifier.
    #[must_use]
    #[inline]
    pub fn retry_classifier(mut self, retry_classifier: impl ClassifyRetry + 'static) -> Self {
        self.push_retry_classifier(SharedRetryClassifier::new(retry_classifier));
        self
    }

    /// Adds a retry classifier.
    #[inline]
    pub fn push_retry_classifier(&mut self, retry_classifier: SharedRetryClassifier) -> &mut Self {
        self.settings.components.push_retry_classifier(retry_classifier);
        self
    }

    /// Replaces the added retry classifiers.
    #[inline]
    pub fn set_retry_classifiers(
        &mut self,
        retry_classifiers: impl IntoIterator<Item = SharedRetryClassifier>,
    ) -> &mut Self {
        self.settings.components.set_retry_classifiers(retry_classifiers.into_iter());
        self
    }

    /// Sets the timeouts. Values that `timeout_config` does not set are kept.
    #[must_use]
    #[inline]
    pub fn timeout_config(mut self, timeout_config: TimeoutConfig) -> Self {
        self.set_timeout_config(Some(timeout_config));
        self
    }

    /// Sets the timeouts; `None` changes nothing.
    #[inline]
    pub fn set_timeout_config(&mut self, timeout_config: Option<TimeoutConfig>) -> &mut Self {
        self.settings.set_timeout_config(timeout_config);
        self
    }

    /// Sets the protection against stalled streams.
    #[must_use]
    #[inline]
    pub fn stalled_stream_protection(
        mut self,
        stalled_stream_protection_config: StalledStreamProtectionConfig,
    ) -> Self {
        self.set_stalled_stream_protection(Some(stalled_stream_protection_config));
        self
    }

    /// Sets or clears the protection against stalled streams.
    #[inline]
    pub fn set_stalled_stream_protection(
        &mut self,
        stalled_stream_protection_config: Option<StalledStreamProtectionConfig>,
    ) -> &mut Self {
        self.settings.layer.store_or_unset(stalled_stream_protection_config);
        self
    }

    /// Sets whether to sign with the local clock, without correction for the clock of the service.
    #[must_use]
    #[inline]
    pub fn disable_clock_skew_correction(
        mut self,
        disable_clock_skew_correction: impl Into<Option<bool>>,
    ) -> Self {
        self.set_disable_clock_skew_correction(disable_clock_skew_correction.into());
        self
    }

    /// Sets or clears whether signatures use the local clock even if the clock of the service differs.
    #[inline]
    pub fn set_disable_clock_skew_correction(
        &mut self,
        disable_clock_skew_correction: Option<bool>,
    ) -> &mut Self {
        let disabled = disable_clock_skew_correction.map(DisableClockSkewCorrection::from);
        self.settings.layer.store_or_unset(disabled);
        self
    }
}
