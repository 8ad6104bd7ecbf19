//! The time for which a presigned request is valid.

use std::time::{Duration, SystemTime};

use super::error::{Kind, PresigningConfigError};

/// Longest time for which a presigned request is valid.
const ONE_WEEK: Duration = Duration::from_hours(7 * 24);

/// The time for which a presigned request is valid.
///
/// A request is not valid for longer than the credentials that sign it.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct PresigningConfig {
    start_time: SystemTime,
    expires_in: Duration,
}

impl PresigningConfig {
    /// Creates a configuration of requests that are valid from now on, for at most one week.
    ///
    /// # Errors
    ///
    /// Returns an error if the duration is longer than one week.
    pub fn expires_in(expires_in: Duration) -> Result<Self, PresigningConfigError> {
        Self::builder().expires_in(expires_in).build()
    }

    /// Returns a builder.
    #[must_use]
    pub fn builder() -> PresigningConfigBuilder {
        PresigningConfigBuilder::default()
    }

    /// Returns the duration for which requests are valid.
    #[must_use]
    pub fn expires(&self) -> Duration {
        self.expires_in
    }

    /// Returns the time from which on requests are valid.
    #[must_use]
    pub fn start_time(&self) -> SystemTime {
        self.start_time
    }
}

/// Builder of [`PresigningConfig`].
#[derive(Debug, Default)]
#[non_exhaustive]
pub struct PresigningConfigBuilder {
    start_time: Option<SystemTime>,
    expires_in: Option<Duration>,
}

impl PresigningConfigBuilder {
    /// Sets the time from which on requests are valid. It is the current time by default.
    #[must_use]
    pub fn start_time(mut self, start_time: SystemTime) -> Self {
        self.set_start_time(Some(start_time));
        self
    }

    /// Sets or clears the time from which on requests are valid.
    pub fn set_start_time(&mut self, start_time: Option<SystemTime>) {
        self.start_time = start_time;
    }

    /// Sets the duration for which requests are valid: at most one week. Required.
    #[must_use]
    pub fn expires_in(mut self, expires_in: Duration) -> Self {
        self.set_expires_in(Some(expires_in));
        self
    }

    /// Sets or clears the duration for which requests are valid.
    pub fn set_expires_in(&mut self, expires_in: Option<Duration>) {
        self.expires_in = expires_in;
    }

    /// Builds the configuration.
    ///
    /// # Errors
    ///
    /// Returns an error if the duration is not set or longer than one week.
    pub fn build(self) -> Result<PresigningConfig, PresigningConfigError> {
        match self.expires_in {
            None => Err(PresigningConfigError(Kind::NoDuration)),
            Some(expires_in) if expires_in > ONE_WEEK => Err(PresigningConfigError(Kind::TooLong)),
            Some(expires_in) => {
                let start_time = self.start_time.unwrap_or_else(SystemTime::now);
                Ok(PresigningConfig { start_time, expires_in })
            }
        }
    }
}
