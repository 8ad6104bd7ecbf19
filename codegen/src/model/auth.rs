//! How the requests of an operation are signed.

use super::traits::id;
use super::{Model, Shape, Traits};
use crate::source::{Place, Value};

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

/// Whether requests are signed. Signature version 4 is the only scheme that the generator knows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Signature {
    /// By signature version 4.
    Signed,
    /// By signature version 4 where there are credentials.
    Optional,
    /// Not at all.
    Unsigned,
}

/// Schemes that the generator does not know, and no other.
#[derive(Clone, Debug)]
pub struct UnknownSchemes {
    /// Their trait ids.
    pub schemes: Vec<String>,
    /// Where they are given.
    pub place: Place,
}

/// How the requests of an operation are signed: by the schemes of the operation, else those that the service prefers,
/// else those that it defines.
pub fn signature(model: &Model, operation: &Shape) -> Result<Signature, UnknownSchemes> {
    let service = model.service().map(|(shape, _)| shape);
    let listed = [Some(operation), service].into_iter().flatten().find_map(|shape| {
        let given = shape.traits.get(id::AUTH)?;
        Some((names(&given.value), &given.place))
    });
    let (schemes, place) = match (listed, service) {
        (Some(listed), _) => listed,
        (None, Some(service)) => (defined(&service.traits), &service.place),
        (None, None) => return Ok(Signature::Unsigned),
    };
    if schemes.is_empty() {
        Ok(Signature::Unsigned)
    } else if !schemes.contains(&id::SIGV4) {
        let schemes = schemes.into_iter().map(str::to_owned).collect();
        Err(UnknownSchemes { schemes, place: place.clone() })
    } else if operation.traits.has(id::OPTIONAL_AUTH) {
        Ok(Signature::Optional)
    } else {
        Ok(Signature::Signed)
    }
}

fn names(list: &Value) -> Vec<&str> {
    list.as_array().into_iter().flatten().filter_map(Value::as_str).collect()
}

fn defined(service: &Traits) -> Vec<&'static str> {
    SCHEMES.into_iter().filter(|scheme| service.has(scheme)).collect()
}
