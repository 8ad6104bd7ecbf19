//! Host prefixes (`smithy.api#endpoint`).

use std::net::Ipv4Addr;

use aws_smithy_runtime_api::client::endpoint::EndpointPrefix;
use aws_smithy_types::error::operation::BuildError;
use http::{Uri, uri::Authority};

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
    *request.uri_mut() = prefixed(request.uri(), &O::host_prefix(input)?)?;
    Ok(())
}

/// Returns the URI with a prefix of its host. Fails if the host is not a name, or is too long with the prefix.
pub(crate) fn prefixed(uri: &Uri, prefix: &EndpointPrefix) -> Result<Uri, BuildError> {
    let mut parts = uri.clone().into_parts();
    let authority = parts.authority.as_ref().map_or("", Authority::as_str);
    check(uri.host().unwrap_or_default(), authority, prefix.as_str())?;
    let authority = format!("{}{authority}", prefix.as_str());
    parts.authority = Some(authority.try_into().map_err(BuildError::other)?);
    parts.try_into().map_err(BuildError::other)
}

/// Maximum length of a host name in bytes (RFC 1035, section 2.3.4, without the length of the root).
const MAX_HOST: usize = 253;

/// Maximum length of a part of a host name in bytes (RFC 1035, section 2.3.4).
const MAX_LABEL: usize = 63;

/// Refuses hosts that do not exist with a prefix.
fn check(host: &str, authority: &str, prefix: &str) -> Result<(), BuildError> {
    let prefixed = format!("{prefix}{host}");
    let is_too_long = prefixed.len() > MAX_HOST || prefixed.split('.').any(|label| label.len() > MAX_LABEL);
    let cause = if host.starts_with('[') || host.parse::<Ipv4Addr>().is_ok() {
        "which is an IP address: use a name such as `localhost`"
    } else if authority.contains('@') {
        "which follows a user name"
    } else if is_too_long {
        "which becomes longer than host names are"
    } else {
        return Ok(());
    };
    Err(BuildError::other(format!(
        "the host prefix `{prefix}` of this operation cannot precede the host `{host}`, {cause}; clients leave it out with the \
         setting `disable_host_prefix_injection`"
    )))
}
