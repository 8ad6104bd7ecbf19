//! Customizations: facts about services that no model contains.

/// The customizations of a service.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ServiceCustomization {
    /// The options of signature version 4, if they are not those of most services.
    pub signing: Option<SigningPlan>,
    /// Error codes that are retried in addition to those of every service.
    pub transient_errors: Vec<&'static str>,
    /// The code of an error with the status 404 and an empty body.
    pub not_found_code: Option<&'static str>,
    /// The key of the message in error bodies that have none of the usual keys.
    pub error_message_key: Option<&'static str>,
    /// True if responses have an extended request id.
    pub has_extended_request_id: bool,
    /// The defaults of retries, if they are not those of most services.
    pub retries: Option<RetriesPlan>,
    /// Tokens that authenticate with the service other than by HTTP.
    pub auth_token: Option<AuthTokenPlan>,
}

/// Tokens that authenticate with a service other than by HTTP.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AuthTokenPlan {
    /// The identity that a token is for.
    pub kind: AuthTokenKind,
    /// The name under which tokens are signed.
    pub signing_name: &'static str,
    /// The action of the presigned URL.
    pub action: &'static str,
}

/// The identity that a token is for, with the action of another identity if there is one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AuthTokenKind {
    /// A user of a database, at a host and port.
    User,
    /// A role of a cluster.
    Cluster {
        /// The action of administrators.
        admin_action: &'static str,
    },
}

/// The options of signature version 4.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SigningPlan {
    /// True if the path, which is encoded already, is encoded once more.
    pub double_uri_encode: bool,
    /// True if `.`, `..` and repeated slashes are removed from the path.
    pub normalize_uri_path: bool,
    /// True if the hash of the body is sent in a header.
    pub content_sha256_header: bool,
}

/// The defaults of retries.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RetriesPlan {
    /// The number of attempts.
    pub max_attempts: u32,
    /// The longest wait before the second attempt, in milliseconds.
    pub initial_backoff: u64,
}

/// The customizations of an operation.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OperationCustomization {
    /// Changes of the input before it is serialized.
    pub input: Vec<InputChange>,
    /// Fields of the input that must not be empty.
    pub not_empty: Vec<InputField>,
    /// Headers of requests.
    pub headers: Vec<(&'static str, String)>,
    /// True if the query string is sent as the form of a `POST` request.
    pub is_query_sent_as_form: bool,
    /// The field of the input with the endpoint of the request.
    pub endpoint: Option<InputField>,
    /// The presigned URL of a copy from another Region.
    pub presigned_copy: Option<PresignedCopyPlan>,
    /// True if requests can be presigned.
    pub is_presignable: bool,
    /// True if a response with the status of success may be an error.
    pub has_errors_with_success: bool,
    /// Headers of responses that are dates, but may contain something else.
    pub raw_dates: Vec<RawDate>,
}

impl OperationCustomization {
    /// Returns true if the field must not be empty.
    #[must_use]
    pub fn checks(&self, field: &str) -> bool {
        self.not_empty.iter().any(|checked| checked.name == field)
    }
}

/// A field of an input.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InputField {
    /// The Rust name.
    pub name: String,
    /// The name on the wire, for errors.
    pub wire_name: String,
}

/// A change of a field of the input, which is an optional string.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum InputChange {
    /// The first of the prefixes that the value starts with is removed.
    TrimPrefix {
        /// The Rust name.
        field: String,
        /// The prefixes.
        prefixes: &'static [&'static str],
    },
    /// An absent or empty value is replaced.
    SetDefault {
        /// The Rust name.
        field: String,
        /// The value.
        value: &'static str,
    },
}

/// The presigned URL of a copy from another Region.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PresignedCopyPlan {
    /// The field with the Region of the source, which requests send only if `sends_source`.
    pub source: InputField,
    /// The field with the URL.
    pub url: InputField,
    /// True if requests name the Region of the source; otherwise only the URL does.
    pub sends_source: bool,
    /// True if requests name the Region that receives the copy.
    pub sends_destination: bool,
}

/// A header with a date, which may contain something else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RawDate {
    /// The name of the header.
    pub name: &'static str,
    /// The name under which the parser sees its text.
    pub raw_name: &'static str,
}
