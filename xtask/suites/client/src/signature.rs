//! Signatures (AWS Signature Version 4) made without the client: by `aws-sigv4` alone.

use std::{error::Error, time::SystemTime};

use aws_credential_types::Credentials;
use aws_sigv4::{
    http_request::{SignableBody, SignableRequest, SigningInstructions, SigningSettings, sign},
    sign::v4::SigningParams,
};
use bytes::Bytes;
use http::Request;

/// Who signs, for which region, and when.
#[derive(Clone, Debug)]
pub struct Signer {
    /// Who signs.
    pub credentials: Credentials,
    /// Region in the scope of the signature.
    pub region: &'static str,
    /// Time of the signature.
    pub time: SystemTime,
}

/// Why something could not be signed.
pub type Failure = Box<dyn Error + Send + Sync>;

impl Signer {
    /// Adds the headers of a signature to `request`, whose URI is absolute.
    ///
    /// # Errors
    ///
    /// When the request has headers that are not text.
    pub fn sign(&self, request: &mut Request<Bytes>) -> Result<(), Failure> {
        let names: Vec<_> = request.headers().keys().map(|name| name.as_str().to_owned()).collect();
        let names: Vec<_> = names.iter().map(String::as_str).collect();
        self.instructions(request, &names)?.apply_to_request_http1x(request);
        Ok(())
    }

    /// The `authorization` header that `request`, whose URI is absolute, should have if the headers
    /// called `names` are signed, with those that a signature adds.
    ///
    /// # Errors
    ///
    /// When the request has headers that are not text.
    pub fn authorization(&self, request: &Request<Bytes>, names: &[&str]) -> Result<String, Failure> {
        let (added, _) = self.instructions(request, names)?.into_parts();
        let found = added.iter().find(|header| header.name() == "authorization");
        Ok(found.ok_or("a signature is an `authorization` header")?.value().to_owned())
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
