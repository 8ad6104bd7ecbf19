//! Signature version 2, in the parameters of a request.
//!
//! Some of the oldest services of AWS accept no other signature. Source: AWS General Reference, "Signature Version 2 signing process".

use aws_credential_types::Credentials;
use aws_smithy_runtime_api::{
    box_error::BoxError,
    client::{
        auth::{AuthScheme, AuthSchemeEndpointConfig, AuthSchemeId, Sign},
        identity::{Identity, SharedIdentityResolver},
        orchestrator::HttpRequest,
        runtime_components::{GetIdentityResolver, RuntimeComponents},
    },
};
use aws_smithy_types::{DateTime, base64, body::SdkBody, config_bag::ConfigBag, date_time::Format};
use hmac::{Hmac, KeyInit, Mac};
use http::Uri;
use percent_encoding::percent_decode_str;
use sha2::Sha256;

use super::scheme::SIGV2;
use crate::rules::uri_encode::uri_encode;

/// Scheme of signature version 2.
#[derive(Debug)]
pub(crate) struct SigV2AuthScheme;

impl AuthScheme for SigV2AuthScheme {
    fn scheme_id(&self) -> AuthSchemeId {
        SIGV2
    }

    fn identity_resolver(
        &self,
        identity_resolvers: &dyn GetIdentityResolver,
    ) -> Option<SharedIdentityResolver> {
        identity_resolvers.identity_resolver(SIGV2)
    }

    fn signer(&self) -> &dyn Sign {
        self
    }
}

impl Sign for SigV2AuthScheme {
    fn sign_http_request(
        &self,
        request: &mut HttpRequest,
        identity: &Identity,
        _auth_scheme_endpoint_config: AuthSchemeEndpointConfig<'_>,
        runtime_components: &RuntimeComponents,
        _config_bag: &ConfigBag,
    ) -> Result<(), BoxError> {
        let credentials = identity
            .data::<Credentials>()
            .ok_or("the identity for signature version 2 is not `Credentials`")?;
        let now = runtime_components.time_source().unwrap_or_default().now();
        let now = DateTime::from_secs(DateTime::from(now).secs());
        sign(request, credentials, now)
    }
}

/// Signs the parameters in the body of a request, or in its query string if there is no body.
fn sign(request: &mut HttpRequest, credentials: &Credentials, now: DateTime) -> Result<(), BoxError> {
    let uri: Uri = request.uri().parse()?;
    let body = request.body().bytes().ok_or("signature version 2 needs a body in memory")?;
    let parameters =
        if body.is_empty() { uri.query().unwrap_or_default() } else { std::str::from_utf8(body)? };
    let host = uri.authority().map_or("", |authority| authority.as_str());
    let signed = signed(request.method(), host, uri.path(), parameters, credentials, now)?;
    if body.is_empty() {
        let (whole, _) = request.uri().split_once('?').unwrap_or((request.uri(), ""));
        request.set_uri(format!("{whole}?{signed}"))?;
    } else {
        request.headers_mut().insert("content-length", signed.len().to_string());
        *request.body_mut() = SdkBody::from(signed);
    }
    Ok(())
}

/// Returns the parameters with those of the signature.
fn signed(
    method: &str,
    host: &str,
    path: &str,
    parameters: &str,
    credentials: &Credentials,
    now: DateTime,
) -> Result<String, BoxError> {
    let mut pairs: Vec<(String, String)> =
        parameters.split('&').filter(|pair| !pair.is_empty()).map(pair).collect();
    let added = [
        ("AWSAccessKeyId", Some(credentials.access_key_id().to_owned())),
        ("SignatureVersion", Some("2".to_owned())),
        ("SignatureMethod", Some("HmacSHA256".to_owned())),
        ("Timestamp", Some(now.fmt(Format::DateTime)?)),
        ("SecurityToken", credentials.session_token().map(str::to_owned)),
    ];
    pairs.extend(added.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?))));
    let canonical = canonical(pairs);
    let signature = signature(method, host, path, &canonical, credentials.secret_access_key());
    Ok(format!("{canonical}&Signature={}", uri_encode(&signature)))
}

/// Decodes `name=value` of a form.
fn pair(text: &str) -> (String, String) {
    let (name, value) = text.split_once('=').unwrap_or((text, ""));
    (decoded(name), decoded(value))
}

fn decoded(text: &str) -> String {
    percent_decode_str(&text.replace('+', " ")).decode_utf8_lossy().into_owned()
}

/// Returns the parameters in the order of their names.
fn canonical(mut pairs: Vec<(String, String)>) -> String {
    pairs.sort();
    let pairs = pairs.iter().map(|(name, value)| format!("{}={}", uri_encode(name), uri_encode(value)));
    pairs.collect::<Vec<_>>().join("&")
}

fn signature(method: &str, host: &str, path: &str, canonical: &str, secret: &str) -> String {
    let path = if path.is_empty() { "/" } else { path };
    let mut hmac = Hmac::<Sha256>::new_from_slice(secret.as_bytes()).expect("a key may have any length");
    hmac.update(format!("{method}\n{host}\n{path}\n{canonical}").as_bytes());
    base64::encode(hmac.finalize().into_bytes())
}

/// Cases of botocore's own tests (`tests/unit/auth/test_signers.py`, `TestSigV2`).
#[cfg(test)]
mod tests {
    use super::*;

    fn credentials(token: Option<&str>) -> Credentials {
        Credentials::new("foo", "bar", token.map(str::to_owned), None, "test")
    }

    fn now() -> DateTime {
        DateTime::from_str("2014-06-20T08:40:23Z", Format::DateTime).unwrap()
    }

    #[test]
    fn signature_is_that_of_botocore() {
        let signature = signature("POST", "", "/", "Foo=%E2%9C%93", "bar");
        assert_eq!(signature, "VCtWuwaOL0yMffAT8W4y0AFW3W4KUykBqah9S40rB+Q=");
    }

    #[test]
    fn parameters_of_a_signature_are_those_of_botocore() {
        let signed = |method| signed(method, "", "/", "Foo=%E2%9C%93", &credentials(None), now()).unwrap();
        let parameters = "AWSAccessKeyId=foo&Foo=%E2%9C%93&SignatureMethod=HmacSHA256&SignatureVersion=2\
                          &Timestamp=2014-06-20T08%3A40%3A23Z&Signature=";
        let post = uri_encode("Tiecw+t51tok4dTT8B4bg47zxHEM/KcD55f2/x6K22o=");
        assert_eq!(signed("POST"), format!("{parameters}{post}"));
        let get = uri_encode("Un97klqZCONP65bA1+Iv4H3AcB2I40I4DBvw5ZERFPw=");
        assert_eq!(signed("GET"), format!("{parameters}{get}"));
    }

    #[test]
    fn body_is_signed_and_a_space_is_encoded() {
        let mut request = HttpRequest::new(SdkBody::from("Value=a+b%20c&Action=Put"));
        request.set_method("POST").unwrap();
        request.set_uri("https://sdb.amazonaws.com").unwrap();
        sign(&mut request, &credentials(Some("token")), now()).unwrap();
        let body = std::str::from_utf8(request.body().bytes().unwrap()).unwrap();
        let (parameters, signature) = body.split_once("&Signature=").unwrap();
        assert_eq!(
            parameters,
            "AWSAccessKeyId=foo&Action=Put&SecurityToken=token&SignatureMethod=HmacSHA256&SignatureVersion=2\
             &Timestamp=2014-06-20T08%3A40%3A23Z&Value=a%20b%20c"
        );
        let expected = super::signature("POST", "sdb.amazonaws.com", "/", parameters, "bar");
        assert_eq!(signature, uri_encode(&expected));
        assert_eq!(request.headers().get("content-length"), Some(body.len().to_string().as_str()));
    }

    #[test]
    fn query_string_is_signed_if_there_is_no_body() {
        let mut request = HttpRequest::new(SdkBody::empty());
        request.set_uri("https://sdb.amazonaws.com/?Action=List").unwrap();
        sign(&mut request, &credentials(None), now()).unwrap();
        assert!(request.uri().starts_with("https://sdb.amazonaws.com/?AWSAccessKeyId=foo&Action=List&"));
        assert!(request.uri().contains("&Signature="), "{}", request.uri());
    }
}
