//! Presigned requests.

use std::fmt;

use aws_smithy_runtime_api::{
    box_error::BoxError,
    client::orchestrator::HttpRequest,
    http::{Headers, HttpError},
};
use http::Request;

/// A presigned request without a body.
///
/// The URI has the credentials scope, the time of expiration and the signature. The headers are signed too, so that a request must
/// be sent with them.
#[derive(Clone)]
#[non_exhaustive]
pub struct PresignedRequest {
    request: Request<()>,
    uri: String,
    headers: Headers,
}

impl PresignedRequest {
    pub(crate) fn new(request: HttpRequest) -> Result<Self, BoxError> {
        let (uri, headers) = (request.uri().to_owned(), request.headers().clone());
        let request = request.try_into_http1x().map_err(|error: HttpError| error.to_string())?;
        Ok(Self { request: request.map(drop), uri, headers })
    }

    /// Returns the method of the request.
    #[must_use]
    pub fn method(&self) -> &str {
        self.request.method().as_str()
    }

    /// Returns the URI of the request, with the signature.
    #[must_use]
    pub fn uri(&self) -> &str {
        &self.uri
    }

    /// Returns the headers that must be sent, except `Host`.
    pub fn headers(&self) -> impl Iterator<Item = (&str, &str)> {
        self.headers.iter()
    }

    /// Creates a request of the `http` crate.
    pub fn make_http_1x_request<B>(&self, body: B) -> Request<B> {
        self.clone().into_http_1x_request(body)
    }

    /// Converts the request to one of the `http` crate.
    pub fn into_http_1x_request<B>(self, body: B) -> Request<B> {
        self.request.map(|()| body)
    }
}

impl fmt::Debug for PresignedRequest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PresignedRequest")
            .field("method", &self.method())
            .field("uri", &self.uri)
            .field("headers", &self.headers)
            .finish_non_exhaustive()
    }
}
