//! Authentication of operations.

use super::traits::id;
use super::{Model, Shape};
use crate::id::ShapeId;
use crate::source::{Location, Value};

/// An authentication scheme that generated crates support.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scheme {
    /// Signature version 4.
    SigV4,
    /// Signature version 4a, which is valid in several Regions.
    SigV4a,
    /// Signature version 2.
    SigV2,
    /// An API key in a header or in the query string.
    HttpApiKey,
    /// User name and password.
    HttpBasic,
    /// A bearer token.
    HttpBearer,
}

/// The supported schemes by trait id.
const SUPPORTED: [(&str, Scheme); 6] = [
    (id::SIGV4, Scheme::SigV4),
    (id::SIGV4A, Scheme::SigV4a),
    (id::HTTP_API_KEY_AUTH, Scheme::HttpApiKey),
    (id::HTTP_BASIC_AUTH, Scheme::HttpBasic),
    (id::HTTP_BEARER_AUTH, Scheme::HttpBearer),
    (id::SIGV2, Scheme::SigV2),
];

/// Trait ids of the other schemes of the specifications. Source: Smithy 2.0 specification, "Authentication traits", and the AWS
/// authentication traits.
const UNSUPPORTED: [&str; 2] = ["aws.auth#cognitoUserPools", "smithy.api#httpDigestAuth"];

/// The trait of traits that define an authentication scheme.
const AUTH_DEFINITION: &str = "smithy.api#authDefinition";

/// `smithy.api#noAuth`: no authentication, in a list of schemes.
const NO_AUTH: &str = "smithy.api#noAuth";

/// The authentication of an operation.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Authentication {
    /// The schemes in order of preference; requests are not authenticated if there is none.
    pub schemes: Vec<Scheme>,
    /// True if requests are sent without authentication when there is no identity.
    pub is_optional: bool,
}

/// The authentication schemes of an operation, none of which is supported.
#[derive(Clone, Debug)]
pub struct UnsupportedSchemes {
    /// Their trait ids.
    pub schemes: Vec<String>,
    /// Their location.
    pub location: Location,
}

/// Returns the authentication of an operation: by the schemes of the operation, else those that the service prefers, else those
/// that it defines. Unsupported schemes are left out, unless there are no others.
pub fn authentication(model: &Model, operation: &Shape) -> Result<Authentication, UnsupportedSchemes> {
    let service = model.service().map(|(shape, _)| shape);
    let own = operation.traits.get(id::AUTH).map(|auth| (names(&auth.value), &auth.location));
    let Some((listed, location)) = own.or_else(|| service.map(|service| of_service(model, service))) else {
        return Ok(Authentication::default());
    };
    let is_anonymous = listed.contains(&NO_AUTH) || operation.traits.has(id::OPTIONAL_AUTH);
    let required: Vec<&str> = listed.into_iter().filter(|scheme| *scheme != NO_AUTH).collect();
    let schemes = supported(&required);
    if schemes.is_empty() && !required.is_empty() {
        let schemes = required.into_iter().map(str::to_owned).collect();
        return Err(UnsupportedSchemes { schemes, location: location.clone() });
    }
    Ok(Authentication { is_optional: is_anonymous && !schemes.is_empty(), schemes })
}

/// Returns the supported schemes of operations that list none.
#[must_use]
pub fn service_schemes(model: &Model) -> Vec<Scheme> {
    model.service().map(|(service, _)| supported(&of_service(model, service).0)).unwrap_or_default()
}

fn supported(listed: &[&str]) -> Vec<Scheme> {
    let scheme = |name: &&str| SUPPORTED.iter().find(|(id, _)| id == name).map(|(_, scheme)| *scheme);
    listed.iter().filter_map(scheme).collect()
}

/// Returns the schemes of a service in order of preference, and their location.
fn of_service<'m>(model: &'m Model, service: &'m Shape) -> (Vec<&'m str>, &'m Location) {
    match service.traits.get(id::AUTH) {
        Some(auth) => (names(&auth.value), &auth.location),
        None => (defined(model, service), &service.location),
    }
}

fn names(list: &Value) -> Vec<&str> {
    list.as_array().into_iter().flatten().filter_map(Value::as_str).collect()
}

/// Returns the schemes that a service defines, in the order of their ids, which is that of preference.
fn defined<'m>(model: &Model, service: &'m Shape) -> Vec<&'m str> {
    let is_custom = |id: &str| {
        let definition = ShapeId::parse(id).and_then(|id| model.shapes.get(&id));
        definition.is_some_and(|definition| definition.traits.has(AUTH_DEFINITION))
    };
    let is_scheme = |id: &str| {
        SUPPORTED.iter().any(|(known, _)| *known == id) || UNSUPPORTED.contains(&id) || is_custom(id)
    };
    let mut schemes: Vec<&str> = service.traits.iter().map(|(id, _)| id).filter(|id| is_scheme(id)).collect();
    schemes.sort_unstable();
    schemes
}
