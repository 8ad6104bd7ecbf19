//! Facts about a service that no model contains.

/// Facts about a service that no model contains. Generated code has them in its `SERVICE`.
#[derive(Clone, Copy, Debug)]
pub struct Customization {
    /// Options of signature version 4.
    pub signing: Signing,
    /// Error codes that are retried in addition to those of every service.
    pub transient_errors: &'static [&'static str],
    /// Code of an error with the status 404 and an empty body, as responses to `HEAD` have it.
    pub not_found_code: Option<&'static str>,
    /// Key of the message in error bodies that have none of the usual keys.
    pub error_message_key: Option<&'static str>,
    /// `true` if responses have an extended request id.
    pub has_extended_request_id: bool,
    /// Defaults of retries.
    pub retries: Option<Retries>,
    /// Copies settings of the service from the environment and the profile.
    #[cfg(feature = "client")]
    pub settings: Option<CopySettings>,
    /// Operation that creates sessions.
    #[cfg(all(feature = "client", feature = "session-auth"))]
    pub session: Option<crate::auth::session::Session>,
}

/// Copies settings from those that every AWS client shares.
#[cfg(feature = "client")]
pub type CopySettings = fn(&aws_types::SdkConfig, &mut aws_smithy_types::config_bag::CloneableLayer);

/// Options of signature version 4.
#[derive(Clone, Copy, Debug)]
pub struct Signing {
    /// `true` to encode the path, which is encoded already, once more.
    pub double_uri_encode: bool,
    /// `true` to remove `.`, `..` and repeated slashes from the path.
    pub normalize_uri_path: bool,
    /// `true` to send the hash of the body in a header.
    pub content_sha256_header: bool,
}

/// Defaults of retries.
#[derive(Clone, Copy, Debug)]
pub struct Retries {
    /// Number of attempts.
    pub max_attempts: u32,
    /// Longest wait before the second attempt, in milliseconds, unless the service throttles.
    pub initial_backoff: u64,
}

impl Customization {
    /// Facts that hold for most services.
    pub const NONE: Self = Self {
        signing: Signing { double_uri_encode: true, normalize_uri_path: true, content_sha256_header: false },
        transient_errors: &[],
        not_found_code: None,
        error_message_key: None,
        has_extended_request_id: false,
        retries: None,
        #[cfg(feature = "client")]
        settings: None,
        #[cfg(all(feature = "client", feature = "session-auth"))]
        session: None,
    };
}
