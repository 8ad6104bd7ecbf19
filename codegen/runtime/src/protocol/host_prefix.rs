//! Host prefixes (`smithy.api#endpoint`).

use aws_smithy_runtime_api::client::endpoint::EndpointPrefix;
use aws_smithy_types::error::operation::BuildError;
use http::uri::Authority;

use super::Operation;

/// An operation with a host prefix. Generated code implements this.
pub trait Prefixed: Operation {
    /// Returns the prefix for `input`.
    fn host_prefix(input: &Self::Input) -> Result<EndpointPrefix, BuildError>;
}

/// Creates a prefix. Fails if it cannot be the start of a host name.
#[inline]
pub fn endpoint_prefix(prefix: impl Into<String>) -> Result<EndpointPrefix, BuildError> {
    EndpointPrefix::new(prefix).map_err(BuildError::other)
}

/// Adds the prefix to the host of a request.
#[inline]
pub fn prefix_host<O: Prefixed>(
    request: &mut http::Request<impl Sized>,
    input: &O::Input,
) -> Result<(), BuildError> {
    let prefix = O::host_prefix(input)?;
    let mut parts = request.uri().clone().into_parts();
    let host = parts.authority.as_ref().map_or("", Authority::as_str);
    let authority = format!("{}{host}", prefix.as_str());
    parts.authority = Some(authority.try_into().map_err(BuildError::other)?);
    *request.uri_mut() = parts.try_into().map_err(BuildError::other)?;
    Ok(())
}
