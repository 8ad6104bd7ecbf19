//! Endpoints: URL, headers, properties and authentication schemes.

use super::call;
use super::scope::Scope;
use crate::diagnostic::Diagnostic;
use crate::plan::endpoint::{AuthScheme, EndpointOutcome, Property, Type};
use crate::source::{Node, Value};

/// The property with the authentication schemes.
const AUTH_SCHEMES: &str = "authSchemes";

/// Reads an endpoint of a rule.
pub(super) fn read(node: &Node<'_>, scope: &mut Scope<'_>) -> Result<EndpointOutcome, Diagnostic> {
    let url = call::typed(&node.required("url")?, Type::String, "the URL of an endpoint", scope)?;
    let mut headers = Vec::new();
    for (name, values) in entries(node.get("headers"))? {
        for value in values.elements()? {
            headers
                .push((name.to_owned(), call::typed(&value, Type::String, "the value of a header", scope)?));
        }
    }
    let mut auth_schemes = Vec::new();
    let mut properties = Vec::new();
    for (name, value) in entries(node.get("properties"))? {
        if name == AUTH_SCHEMES {
            for scheme in value.elements()? {
                auth_schemes.push(auth_scheme(&scheme, scope)?);
            }
        } else {
            properties.push((name.to_owned(), property(&value, scope)?));
        }
    }
    Ok(EndpointOutcome { url, headers, auth_schemes, properties })
}

/// Returns the entries of an object in the order of the keys, so that they may be shuffled.
fn entries(node: Option<Node<'_>>) -> Result<Vec<(&str, Node<'_>)>, Diagnostic> {
    let mut entries = node.map(|node| node.entries()).transpose()?.unwrap_or_default();
    entries.sort_by_key(|(name, _)| *name);
    Ok(entries)
}

fn auth_scheme(node: &Node<'_>, scope: &mut Scope<'_>) -> Result<AuthScheme, Diagnostic> {
    let name =
        call::typed(&node.required("name")?, Type::String, "the name of an authentication scheme", scope)?;
    let mut properties = Vec::new();
    for (key, value) in entries(Some(node.clone()))?.into_iter().filter(|(key, _)| *key != "name") {
        properties.push((key.to_owned(), property(&value, scope)?));
    }
    Ok(AuthScheme { name, properties })
}

fn property(node: &Node<'_>, scope: &mut Scope<'_>) -> Result<Property, Diagnostic> {
    Ok(match node.value {
        Value::Null => Property::Null,
        Value::Bool(flag) => Property::Boolean(*flag),
        Value::Number(number) if number.as_f64().is_some() => Property::Number(number.clone()),
        Value::Number(number) => {
            return Err(Diagnostic::error(format!("`{number}` is too large for a property of an endpoint"))
                .at(&node.location)
                .with_help("write a number of at most 64 bits"));
        }
        Value::String(_) => {
            Property::String(call::typed(node, Type::String, "a string of a property", scope)?)
        }
        Value::Array(_) => {
            let list = node.elements()?;
            Property::List(list.iter().map(|value| property(value, scope)).collect::<Result<_, _>>()?)
        }
        Value::Object(_) => {
            let mut found = Vec::new();
            for (key, value) in entries(Some(node.clone()))? {
                found.push((key.to_owned(), property(&value, scope)?));
            }
            Property::Object(found)
        }
    })
}
