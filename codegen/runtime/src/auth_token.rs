//! Tokens that authenticate with a service other than by HTTP, as passwords of databases.

use std::{
    fmt,
    time::{Duration, SystemTime},
};

use aws_credential_types::Credentials;
use aws_sigv4::{
    http_request::{SignableBody, SignableRequest, SignatureLocation, SigningSettings, sign},
    sign::v4,
};
use aws_smithy_runtime_api::{box_error::BoxError, client::identity::Identity};

use crate::{REDACTED, rules::uri_encode::uri_encode};

/// Longest time for which a token is valid, in seconds.
pub const MAX_VALIDITY: u64 = 900;

/// Password of a database or database cluster.
#[derive(Clone, PartialEq, Eq)]
pub struct AuthToken {
    inner: String,
}

impl AuthToken {
    /// Returns the password.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.inner
    }
}

/// Does not show the password.
impl fmt::Debug for AuthToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("AuthToken").field("inner", &REDACTED).finish()
    }
}

impl fmt::Display for AuthToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.inner)
    }
}

/// Signature of a token.
#[derive(Debug)]
pub struct Signing<'a> {
    /// Credentials.
    pub credentials: Credentials,
    /// Region of the service.
    pub region: &'a str,
    /// Name under which requests are signed.
    pub name: &'static str,
    /// Time of the signature.
    pub time: SystemTime,
    /// Seconds for which the token is valid.
    pub expires_in: u64,
}

/// Returns the presigned URL `https://{host}/?{parameters}` without its scheme.
pub fn sign_url(
    host: &str,
    parameters: &[(&str, &str)],
    signing: Signing<'_>,
) -> Result<AuthToken, BoxError> {
    let Signing { credentials, region, name, time, expires_in } = signing;
    let identity: Identity = credentials.into();
    let mut settings = SigningSettings::default();
    settings.expires_in = Some(Duration::from_secs(expires_in));
    settings.signature_location = SignatureLocation::QueryParams;
    let params = v4::SigningParams::builder()
        .identity(&identity)
        .region(region)
        .name(name)
        .time(time)
        .settings(settings)
        .build()?;
    let url = format!("{host}/?{}", query(parameters));
    let full_url = format!("https://{url}");
    let request = SignableRequest::new("GET", &full_url, std::iter::empty(), SignableBody::Bytes(&[]))?;
    let (instructions, _) = sign(request, &params.into())?.into_parts();
    let signature: Vec<_> = instructions.params().iter().map(|(name, value)| (*name, &**value)).collect();
    Ok(AuthToken { inner: format!("{url}&{}", query(&signature)) })
}

fn query(parameters: &[(&str, &str)]) -> String {
    let pairs: Vec<_> =
        parameters.iter().map(|(name, value)| format!("{name}={}", uri_encode(value))).collect();
    pairs.join("&")
}
