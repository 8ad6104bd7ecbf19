//! Signatures of AWS Signature Version 4, computed by `aws-sigv4` without the generated client.

use std::{error::Error, time::SystemTime};

use aws_credential_types::Credentials;
use aws_sigv4::{
    http_request::{SignableBody, SignableRequest, SigningInstructions, SigningSettings, sign},
    sign::v4::SigningParams,
};
use bytes::Bytes;
use http::Request;

/// Credentials, region and time of signatures.
#[derive(Clone, Debug)]
pub struct Signer {
    /// Credentials that sign.
    pub credentials: Credentials,
    /// Region in the scope of the signature.
    pub region: &'static str,
    /// Time of the signature.
    pub time: SystemTime,
}

/// Error of signing.
pub type Failure = Box<dyn Error + Send + Sync>;

impl Signer {
    /// Signs `request`, whose URI is absolute, by adding headers.
    ///
    /// # Errors
    ///
    /// Returns an error when a header is not a string.
    pub fn sign(&self, request: &mut Request<Bytes>) -> Result<(), Failure> {
        let names: Vec<_> = request.headers().keys().map(|name| name.as_str().to_owned()).collect();
        let names: Vec<_> = names.iter().map(String::as_str).collect();
        self.instructions(request, &names)?.apply_to_request_http1x(request);
        Ok(())
    }

    /// Returns the expected `authorization` header of `request`, whose URI is absolute, when the headers
    /// `names` and those of the signature are signed.
    ///
    /// # Errors
    ///
    /// Returns an error when a header is not a string.
    pub fn authorization(&self, request: &Request<Bytes>, names: &[&str]) -> Result<String, Failure> {
        let (added, _) = self.instructions(request, names)?.into_parts();
        let found = added.iter().find(|header| header.name() == "authorization");
        Ok(found.ok_or("the signature has no `authorization` header")?.value().to_owned())
    }

    fn instructions(&self, request: &Request<Bytes>, names: &[&str]) -> Result<SigningInstructions, Failure> {
        let identity = self.credentials.clone().into();
        let params = SigningParams::builder()
            .identity(&identity)
            .region(self.region)
            .name("directconnect")
            .time(self.time)
            .settings(SigningSettings::default())
            .build()?
            .into();
        let mut headers = Vec::new();
        for name in names {
            for value in request.headers().get_all(*name) {
                headers.push((*name, value.to_str()?));
            }
        }
        let uri = request.uri().to_string();
        let body = SignableBody::Bytes(request.body());
        let signable = SignableRequest::new(request.method().as_str(), uri, headers.into_iter(), body)?;
        Ok(sign(signable, &params)?.into_parts().0)
    }
}
