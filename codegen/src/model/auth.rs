//! Authentication of operations.

use super::traits::id;
use super::{Model, Shape, Traits};
use crate::source::{Location, Value};

/// Trait ids of the schemes that a service may define. Source: Smithy 2.0 specification, "Authentication traits", and
/// the AWS authentication traits.
const SCHEMES: [&str; 7] = [
    id::SIGV4,
    "aws.auth#sigv4a",
    "aws.auth#cognitoUserPools",
    "smithy.api#httpApiKeyAuth",
    "smithy.api#httpBasicAuth",
    "smithy.api#httpBearerAuth",
    "smithy.api#httpDigestAuth",
];

/// The signing of requests. Signature version 4 is the only supported scheme.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Signing {
    /// Signature version 4.
    Signed,
    /// Signature version 4 if there are credentials.
    Optional,
    /// Requests are not signed.
    Unsigned,
}

/// The authentication schemes of an operation, none of which is supported.
#[derive(Clone, Debug)]
pub struct UnsupportedSchemes {
    /// Their trait ids.
    pub schemes: Vec<String>,
    /// Their location.
    pub location: Location,
}

/// Returns the signing of an operation: by the schemes of the operation, else those that the service prefers, else those that it
/// defines.
pub fn signing(model: &Model, operation: &Shape) -> Result<Signing, UnsupportedSchemes> {
    let service = model.service().map(|(shape, _)| shape);
    let listed = [Some(operation), service].into_iter().flatten().find_map(|shape| {
        let auth = shape.traits.get(id::AUTH)?;
        Some((names(&auth.value), &auth.location))
    });
    let (schemes, location) = match (listed, service) {
        (Some(listed), _) => listed,
        (None, Some(service)) => (defined(&service.traits), &service.location),
        (None, None) => return Ok(Signing::Unsigned),
    };
    if schemes.is_empty() {
        Ok(Signing::Unsigned)
    } else if !schemes.contains(&id::SIGV4) {
        let schemes = schemes.into_iter().map(str::to_owned).collect();
        Err(UnsupportedSchemes { schemes, location: location.clone() })
    } else if operation.traits.has(id::OPTIONAL_AUTH) {
        Ok(Signing::Optional)
    } else {
        Ok(Signing::Signed)
    }
}

fn names(list: &Value) -> Vec<&str> {
    list.as_array().into_iter().flatten().filter_map(Value::as_str).collect()
}

fn defined(service: &Traits) -> Vec<&'static str> {
    SCHEMES.into_iter().filter(|scheme| service.has(scheme)).collect()
}
