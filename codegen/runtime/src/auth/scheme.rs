//! Schemes as components of the orchestrator.

#[cfg(feature = "sigv4a")]
use aws_runtime::auth::sigv4a::SigV4aAuthScheme;
use aws_runtime::auth::{sigv4, sigv4::SigV4AuthScheme};
#[cfg(feature = "http-auth")]
use aws_smithy_runtime::client::auth::http::{BasicAuthScheme, BearerAuthScheme};
use aws_smithy_runtime::client::auth::no_auth::NO_AUTH_SCHEME_ID;
use aws_smithy_runtime_api::client::auth::{AuthSchemeId, SharedAuthScheme};

use crate::service::Scheme;

pub(crate) const SIGV4A: AuthSchemeId = AuthSchemeId::new("sigv4a");
pub(crate) const SESSION: AuthSchemeId = AuthSchemeId::new("sigv4-s3express");
pub(crate) const SIGV2: AuthSchemeId = AuthSchemeId::new("sigv2");
pub(crate) const HTTP_API_KEY: AuthSchemeId = AuthSchemeId::new("httpApiKeyAuth");
pub(crate) const HTTP_BASIC: AuthSchemeId = AuthSchemeId::new("httpBasicAuth");
pub(crate) const HTTP_BEARER: AuthSchemeId = AuthSchemeId::new("httpBearerAuth");

/// The schemes that sign with credentials.
pub(crate) const CREDENTIALS_SCHEMES: &[AuthSchemeId] = &[
    sigv4::SCHEME_ID,
    #[cfg(feature = "sigv4a")]
    SIGV4A,
    #[cfg(feature = "sigv2")]
    SIGV2,
];

impl Scheme {
    /// Returns the id by which the orchestrator knows the scheme.
    pub(crate) fn id(self) -> AuthSchemeId {
        match self {
            Self::SigV4 => sigv4::SCHEME_ID,
            Self::SigV4a => SIGV4A,
            Self::SigV4Session => SESSION,
            Self::SigV2 => SIGV2,
            Self::HttpApiKey(_) => HTTP_API_KEY,
            Self::HttpBasic => HTTP_BASIC,
            Self::HttpBearer => HTTP_BEARER,
            Self::NoAuth => NO_AUTH_SCHEME_ID,
        }
    }
}

/// Returns the implementation of a scheme; `None` if its feature is off. Every client has the scheme without authentication.
pub(crate) fn component(scheme: Scheme) -> Option<SharedAuthScheme> {
    match scheme {
        Scheme::SigV4 => Some(SharedAuthScheme::new(SigV4AuthScheme::new())),
        #[cfg(feature = "sigv4a")]
        Scheme::SigV4a => Some(SharedAuthScheme::new(SigV4aAuthScheme::new())),
        #[cfg(feature = "session-auth")]
        Scheme::SigV4Session => Some(SharedAuthScheme::new(super::session::SessionScheme::default())),
        #[cfg(feature = "sigv2")]
        Scheme::SigV2 => Some(SharedAuthScheme::new(super::sigv2::SigV2AuthScheme)),
        #[cfg(feature = "http-auth")]
        Scheme::HttpApiKey(key) => Some(SharedAuthScheme::new(super::api_key::ApiKeyAuthScheme(key))),
        #[cfg(feature = "http-auth")]
        Scheme::HttpBasic => Some(SharedAuthScheme::new(BasicAuthScheme::new())),
        #[cfg(feature = "http-auth")]
        Scheme::HttpBearer => Some(SharedAuthScheme::new(BearerAuthScheme::new())),
        #[cfg(not(feature = "sigv4a"))]
        Scheme::SigV4a => None,
        #[cfg(not(feature = "session-auth"))]
        Scheme::SigV4Session => None,
        #[cfg(not(feature = "sigv2"))]
        Scheme::SigV2 => None,
        #[cfg(not(feature = "http-auth"))]
        Scheme::HttpApiKey(_) | Scheme::HttpBasic | Scheme::HttpBearer => None,
        Scheme::NoAuth => None,
    }
}
