//! Endpoints: URL, headers, properties and authentication schemes.

use super::Expression;

/// An endpoint that a rule leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EndpointOutcome {
    /// The URL.
    pub url: Expression,
    /// Headers to send, a name once for each of its values.
    pub headers: Vec<(String, Expression)>,
    /// The authentication schemes, in order of preference.
    pub auth_schemes: Vec<AuthScheme>,
    /// The other properties by name.
    pub properties: Vec<(String, Property)>,
}

impl EndpointOutcome {
    /// Returns true for a URL and nothing else.
    #[must_use]
    pub fn is_plain(&self) -> bool {
        self.headers.is_empty() && self.auth_schemes.is_empty() && self.properties.is_empty()
    }

    /// Returns every expression in it.
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

/// An authentication scheme. Source: Smithy 2.0 specification, "Endpoint `authSchemes` list property".
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
    /// A string.
    String(Expression),
    /// A boolean.
    Boolean(bool),
    /// A number.
    Number(crate::source::Number),
    /// Several values.
    List(Vec<Property>),
    /// Values by name.
    Object(Vec<(String, Property)>),
}

impl Property {
    fn expressions(&self) -> Vec<&Expression> {
        match self {
            Self::Null | Self::Boolean(_) | Self::Number(_) => Vec::new(),
            Self::String(text) => vec![text],
            Self::List(list) => list.iter().flat_map(Self::expressions).collect(),
            Self::Object(entries) => entries.iter().flat_map(|(_, value)| value.expressions()).collect(),
        }
    }
}
