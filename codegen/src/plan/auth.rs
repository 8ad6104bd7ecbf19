//! Authentication of requests.

/// An authentication scheme.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Scheme {
    /// Signature version 4.
    SigV4,
    /// Signature version 4a.
    SigV4a,
    /// Signature version 4 by the credentials of a session.
    SigV4Session,
    /// Signature version 2.
    SigV2,
    /// An API key.
    HttpApiKey(ApiKeyPlan),
    /// User name and password.
    HttpBasic,
    /// A bearer token.
    HttpBearer,
    /// No authentication.
    NoAuth,
}

/// The place of an API key. Source: Smithy 2.0 specification, "httpApiKeyAuth trait".
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ApiKeyPlan {
    /// The name of the header or query parameter.
    pub name: String,
    /// True for a query parameter.
    pub is_in_query: bool,
    /// The word before the key.
    pub prefix: Option<String>,
    /// The place in documentation: "header `X-Api-Key`".
    pub doc: String,
}

/// The authentication schemes of a crate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AuthPlan {
    /// Those of all operations and endpoints, each once.
    pub schemes: Vec<Scheme>,
    /// Those of operations that list none, in order of preference.
    pub default: Vec<Scheme>,
    /// True if endpoints may require schemes that operations do not list.
    pub is_by_endpoint: bool,
}
