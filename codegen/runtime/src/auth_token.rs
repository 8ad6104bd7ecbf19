//! Tokens that authenticate with a service other than by HTTP, as passwords of databases.

use std::time::{Duration, SystemTime};

use aws_credential_types::Credentials;
use aws_sigv4::{
    http_request::{SignableBody, SignableRequest, SignatureLocation, SigningSettings, sign},
    sign::v4,
};
use aws_smithy_runtime_api::{box_error::BoxError, client::identity::Identity};

use crate::rules::uri_encode::uri_encode;

/// Longest time for which a token is valid, in seconds.
pub const MAX_VALIDITY: u64 = 900;

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
pub fn sign_url(host: &str, parameters: &[(&str, &str)], signing: Signing<'_>) -> Result<String, BoxError> {
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
    Ok(format!("{url}&{}", query(&signature)))
}

fn query(parameters: &[(&str, &str)]) -> String {
    let pairs: Vec<_> =
        parameters.iter().map(|(name, value)| format!("{name}={}", uri_encode(value))).collect();
    pairs.join("&")
}
