// Copied by tinsmith from its support code. Do not edit.

//! How requests are written and responses read.

use aws_smithy_schema::protocol::{ClientProtocol, SharedClientProtocol};

use super::{super::StrictResponses, Builder};

impl Builder {
    /// Sets the protocol in place of the one that the service's model prefers.
    #[must_use]
    #[inline]
    pub fn protocol(mut self, protocol: impl ClientProtocol + 'static) -> Self {
        self.set_protocol(Some(SharedClientProtocol::new(protocol)));
        self
    }

    /// Sets the protocol; `None` is the one that the service's model prefers.
    #[inline]
    pub fn set_protocol(&mut self, protocol: Option<SharedClientProtocol>) -> &mut Self {
        self.config.store_put(protocol.unwrap_or_else(crate::service::protocol));
        self
    }

    /// Sets whether a response that is not quite the model's fails the call.
    ///
    /// By default it does not: a null in a list that has none is left out. In JSON, `false` is read
    /// as a text and `"2026-11-22 20:50:04"` as a timestamp, and an optional member that nothing
    /// makes sense of is left out with a warning.
    #[must_use]
    #[inline]
    pub fn strict_responses(mut self, strict_responses: bool) -> Self {
        self.set_strict_responses(Some(strict_responses));
        self
    }

    /// Sets or unsets whether a response that is not quite the model's fails the call.
    #[inline]
    pub fn set_strict_responses(&mut self, strict_responses: Option<bool>) -> &mut Self {
        self.config.store_or_unset(strict_responses.map(StrictResponses));
        self
    }
}
