//! Endpoints: URL, headers, properties, and how requests to them are signed.

use super::scope::Scope;
use super::{Expression, Type, call};
use crate::diagnostic::Diagnostic;
use crate::read::node::Node;
use crate::source::Value;

/// The property that says how requests are signed.
const AUTH_SCHEMES: &str = "authSchemes";

/// An endpoint that a rule leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EndpointOutcome {
    /// The URL.
    pub url: Expression,
    /// Headers to send, a name once for each of its values.
    pub headers: Vec<(String, Expression)>,
    /// How requests may be signed, in order of preference.
    pub auth_schemes: Vec<AuthScheme>,
    /// The other properties by name.
    pub properties: Vec<(String, Property)>,
}

impl EndpointOutcome {
    /// Whether it is a URL and nothing else.
    #[must_use]
    pub fn is_plain(&self) -> bool {
        self.headers.is_empty() && self.auth_schemes.is_empty() && self.properties.is_empty()
    }

    /// Every expression in it.
    #[must_use]
    pub fn expressions(&self) -> Vec<&Expression> {
        let mut found = vec![&self.url];
        found.extend(self.headers.iter().map(|(_, value)| value));
        for scheme in &self.auth_schemes {
            found.push(&scheme.name);
            found.extend(scheme.properties.iter().flat_map(|(_, value)| value.expressions()));
        }
        found.extend(self.properties.iter().flat_map(|(_, value)| value.expressions()));
        found
    }
}

/// A way of signing. Source: Smithy 2.0 specification, "Endpoint `authSchemes` list property".
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AuthScheme {
    /// `sigv4`
    pub name: Expression,
    /// `signingName`, `signingRegion` and so on.
    pub properties: Vec<(String, Property)>,
}

/// The value of a property.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Property {
    /// Nothing.
    Null,
    /// Text.
    Text(Expression),
    /// True or false.
    Flag(bool),
    /// A number.
    Number(serde_json::Number),
    /// Several values.
    List(Vec<Property>),
    /// Values by name.
    Object(Vec<(String, Property)>),
}

impl Property {
    fn expressions(&self) -> Vec<&Expression> {
        match self {
            Self::Null | Self::Flag(_) | Self::Number(_) => Vec::new(),
            Self::Text(text) => vec![text],
            Self::List(list) => list.iter().flat_map(Self::expressions).collect(),
            Self::Object(entries) => entries.iter().flat_map(|(_, value)| value.expressions()).collect(),
        }
    }
}

/// Reads an endpoint of a rule.
pub(super) fn read(node: &Node<'_>, scope: &mut Scope<'_>) -> Result<EndpointOutcome, Diagnostic> {
    let url = call::typed(&node.required("url")?, Type::Text, "the URL of an endpoint", scope)?;
    let mut headers = Vec::new();
    for (name, values) in entries(node.get("headers"))? {
        for value in values.elements()? {
            headers.push((name.to_owned(), call::typed(&value, Type::Text, "the value of a header", scope)?));
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

/// The entries of an object in the order of the keys, so that they may be shuffled.
fn entries(node: Option<Node<'_>>) -> Result<Vec<(&str, Node<'_>)>, Diagnostic> {
    let mut entries = node.map(|node| node.entries()).transpose()?.unwrap_or_default();
    entries.sort_by_key(|(name, _)| *name);
    Ok(entries)
}

fn auth_scheme(node: &Node<'_>, scope: &mut Scope<'_>) -> Result<AuthScheme, Diagnostic> {
    let name =
        call::typed(&node.required("name")?, Type::Text, "the name of an authentication scheme", scope)?;
    let mut properties = Vec::new();
    for (key, value) in entries(Some(node.clone()))?.into_iter().filter(|(key, _)| *key != "name") {
        properties.push((key.to_owned(), property(&value, scope)?));
    }
    Ok(AuthScheme { name, properties })
}

fn property(node: &Node<'_>, scope: &mut Scope<'_>) -> Result<Property, Diagnostic> {
    Ok(match node.value {
        Value::Null => Property::Null,
        Value::Bool(flag) => Property::Flag(*flag),
        Value::Number(number) => Property::Number(number.clone()),
        Value::String(_) => Property::Text(call::typed(node, Type::Text, "the text of a property", scope)?),
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
