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
    /// Settings for endpoint rules that have other sources than code.
    pub setting_sources: Vec<SettingSourcePlan>,
}

/// The sources of a setting for endpoint rules, which is true or false.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SettingSourcePlan {
    /// The type that holds it among the settings.
    pub holder: String,
    /// The environment variable.
    pub variable: &'static str,
    /// The key in profiles.
    pub key: &'static str,
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
    /// The requests that can be presigned.
    pub presigning: Option<PresigningPlan>,
    /// The object that an HTML form uploads, if such uploads can be presigned.
    pub upload: Option<UploadPlan>,
    /// The members by which the operation creates sessions.
    pub session: Option<SessionPlan>,
    /// True if headers have hashes of the body, which is a stream.
    pub has_tree_hash: bool,
    /// The URL-encoded members of responses.
    pub url_encoding: Option<UrlEncodingPlan>,
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

    /// Returns true if requests have the MD5 of a key.
    #[must_use]
    pub fn has_key_md5(&self) -> bool {
        self.input.iter().any(|change| matches!(change, InputChange::SetKeyMd5 { .. }))
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
    /// An absent MD5 is replaced by that of a key in base64.
    SetKeyMd5 {
        /// The Rust name of the key.
        key: String,
        /// The Rust name of the MD5.
        md5: String,
    },
    /// Characters that neither headers nor URLs can contain are encoded.
    EncodeNonGraphic {
        /// The Rust name.
        field: String,
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

/// The requests of an operation that can be presigned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PresigningPlan {
    /// The requests that the client sends, without their body.
    AsSent,
    /// `GET` requests with the input in the query string.
    AsQuery,
}

/// The members by which an operation creates sessions of a bucket.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SessionPlan {
    /// The Rust name of the endpoint parameter with the bucket.
    pub parameter: String,
    /// The setter of the input's builder for the bucket.
    pub bucket: String,
    /// The field of the output with the credentials, which are a structure.
    pub credentials: SessionField,
    /// The fields of the credentials: key id, secret, token and expiration.
    pub members: [SessionField; 4],
}

/// A field of an output.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SessionField {
    /// The Rust name.
    pub name: String,
    /// True if it is an `Option`.
    pub is_optional: bool,
}

/// The fields of the input with the object that an HTML form uploads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UploadPlan {
    /// The Rust name of the field with the bucket.
    pub bucket: String,
    /// The Rust name of the field with the key.
    pub key: String,
}

/// Members of responses that are URL-encoded if requests have an encoding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UrlEncodingPlan {
    /// The field of the input with the encoding.
    pub input: String,
    /// The field of the output with the encoding.
    pub output: String,
    /// The fields of the output that are encoded.
    pub fields: Vec<String>,
    /// The fields of the output that are lists of structures, with the field of the structure that is encoded.
    pub lists: Vec<(String, String)>,
}

/// A header with a date, which may contain something else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RawDate {
    /// The name of the header.
    pub name: &'static str,
    /// The name under which the parser sees its text.
    pub raw_name: &'static str,
}
