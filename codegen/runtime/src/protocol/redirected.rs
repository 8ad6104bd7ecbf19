//! Requests to an endpoint that the input has.

use aws_smithy_types::error::operation::BuildError;
use http::Uri;

use super::Operation;

/// An operation whose input has the endpoint of the request. Generated code implements this.
pub trait Redirected: Operation {
    /// Returns the URL of the endpoint, if the input has one.
    fn endpoint(input: &Self::Input) -> Option<&str>;
}

/// Sends a request to the endpoint in its input.
#[inline]
pub fn redirect<O: Redirected>(
    request: &mut http::Request<impl Sized>,
    input: &O::Input,
) -> Result<(), BuildError> {
    if let Some(endpoint) = O::endpoint(input).filter(|endpoint| !endpoint.is_empty()) {
        *request.uri_mut() = at_endpoint(request.uri(), endpoint)?;
    }
    Ok(())
}

/// Returns `uri` with the scheme and host of `endpoint`.
#[inline]
pub(crate) fn at_endpoint(uri: &Uri, endpoint: &str) -> Result<Uri, BuildError> {
    let endpoint: Uri = endpoint.parse().map_err(BuildError::other)?;
    let mut parts = uri.clone().into_parts();
    parts.scheme = endpoint.scheme().cloned().or(parts.scheme);
    parts.authority = endpoint.authority().cloned();
    Uri::from_parts(parts).map_err(BuildError::other)
}
