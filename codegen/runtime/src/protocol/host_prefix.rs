//! Host prefixes (`smithy.api#endpoint`).

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
    // A host name may end with the root.
    let (host_labels, labels) =
        (host.strip_suffix('.').unwrap_or(host), prefixed.strip_suffix('.').unwrap_or(&prefixed));
    let is_too_long = prefixed.len() > MAX_HOST || labels.split('.').any(|label| label.len() > MAX_LABEL);
    let cause = if host.starts_with('[') || is_number(host_labels.rsplit('.').next().unwrap_or_default()) {
        "which is an IP address: use a name such as `localhost`"
    } else if labels.split('.').any(str::is_empty) {
        "which becomes a name with an empty part"
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

/// Returns true for the last part of an IPv4 address, such as `1`, `0177` and `0x7f`: names do not end with a number (RFC 1123,
/// section 2.1).
fn is_number(label: &str) -> bool {
    let hexadecimal = label.strip_prefix("0x").or_else(|| label.strip_prefix("0X"));
    match hexadecimal {
        Some(digits) => digits.bytes().all(|byte| byte.is_ascii_hexdigit()),
        None => !label.is_empty() && label.bytes().all(|byte| byte.is_ascii_digit()),
    }
}
