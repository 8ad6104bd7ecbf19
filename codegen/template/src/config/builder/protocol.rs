//! Protocol, and leniency towards responses.

use aws_smithy_schema::protocol::{ClientProtocol, SharedClientProtocol};

use tinsmith_runtime::config::StrictResponses;

use super::Builder;

impl Builder {
    /// Sets the protocol, which replaces the default protocol of the crate.
    #[must_use]
    #[inline]
    pub fn protocol(mut self, protocol: impl ClientProtocol + 'static) -> Self {
        self.set_protocol(Some(SharedClientProtocol::new(protocol)));
        self
    }

    /// Sets the protocol; `None` is the default protocol of the crate.
    #[inline]
    pub fn set_protocol(&mut self, protocol: Option<SharedClientProtocol>) -> &mut Self {
        self.settings.layer.store_put(protocol.unwrap_or_else(crate::service::SERVICE.protocol));
        self
    }

    /// Sets whether to reject responses that deviate from the model.
    ///
    /// By default they are accepted: a null in a dense list is dropped; in JSON, `false` is read as a string and
    /// `"2026-11-22 20:50:04"` as a timestamp; an optional member that cannot be read is dropped with a warning.
    #[must_use]
    #[inline]
    pub fn strict_responses(mut self, strict_responses: bool) -> Self {
        self.set_strict_responses(Some(strict_responses));
        self
    }

    /// Sets or clears whether to reject responses that deviate from the model.
    #[inline]
    pub fn set_strict_responses(&mut self, strict_responses: Option<bool>) -> &mut Self {
        self.settings.layer.store_or_unset(strict_responses.map(StrictResponses));
        self
    }
}
