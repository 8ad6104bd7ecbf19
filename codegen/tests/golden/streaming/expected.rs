// ---- Cargo.toml
[features]
default = ["client", "rustls", "rt-tokio", "default-https-client"]
behavior-version-latest = []
client = [
    "dep:aws-credential-types",
    "dep:aws-runtime",
    "dep:aws-smithy-async",
    "dep:aws-smithy-runtime",
    "tinsmith-runtime/client",
]
default-https-client = ["rustls"]
rt-tokio = ["aws-smithy-async?/rt-tokio", "aws-smithy-types/http-body-1-x", "aws-smithy-types/rt-tokio"]
rustls = ["tinsmith-runtime/rustls"]
rustls-aws-lc = ["tinsmith-runtime/rustls-aws-lc"]
serde = ["tinsmith-runtime/serde"]
test-util = ["aws-credential-types?/test-util", "tinsmith-runtime/test-util"]

// ---- src/operation/get_entry.rs
    /// Parses the head of an HTTP response. Its body becomes that of the output and is not read.
    ///
    /// The body of an error must be in memory, as that of `ByteStream::from` bytes: an error whose body is not has
    /// neither code nor message, unless a header has them.
    ///
    /// # Errors
    ///
    /// Returns an error if the service responded with one, or if the head cannot be read.
    #[inline]
    pub fn parse_response(
        response: Response<ByteStream>,
    ) -> Result<GetEntryOutput, GetEntryError> {
        protocol::parse_streaming_response::<Self>(response)
    }

    const NAME: &'static str = "GetEntry";
    const STREAMS_RESPONSE: bool = true;

// ---- src/operation/get_entry/output.rs
/// Output of `GetEntry`.
#[derive(Debug)]
#[non_exhaustive]
pub struct GetEntryOutput {
    /// The member `modified`.
    pub modified: Option<DateTime>,
    /// The member `content`.
    pub content: ByteStream,
    pub(crate) _request_id: Option<String>,
}

structure! {
    /// Builder of [`GetEntryOutput`](crate::operation::get_entry::GetEntryOutput).
    #[derive(Debug, Default)]
    #[readable(OUTPUT_SCHEMA)]
    pub struct GetEntryOutputBuilder => always output GetEntryOutput {
        /// The member `modified`.
        modified: optional Value<DateTime>, set_modified, get_modified;
        /// The member `content`.
        content: default Value<ByteStream>, set_content, get_content;
    }
}

schema! {
    OUTPUT_SCHEMA: Structure "example.streaming" "Entry" {
        0 "modified": Timestamp.with_http_header("last-modified");
        1 "content": Blob.with_http_payload().with_streaming();
    }
}

// ---- src/operation/put_entry.rs
    /// Builds the unsigned HTTP request for an endpoint that
    /// [`DefaultResolver::resolve`](crate::config::endpoint::DefaultResolver::resolve) returns.
    ///
    /// Nothing is sent: sign the request and send it with any HTTP client.
    ///
    /// If the input has no idempotency token, the request has a random one, which differs at each
    /// call of this function. To retry, send the same request again.
    ///
    /// # Errors
    ///
    /// Returns an error if a required member is not set or a value cannot be serialized.
    #[inline]
    pub fn http_request(
        mut input: PutEntryInput,
        endpoint: &Endpoint,
    ) -> Result<Request<ByteStream>, BuildError> {
        protocol::set_token::<Self>(&mut input);
        protocol::streaming_request::<Self>(&mut input, endpoint)
    }

    #[inline]
    fn take_body(input: &mut Self::Input) -> Option<ByteStream> {
        Some(take(&mut input.content))
    }

// ---- src/operation/put_entry/fluent_builder.rs
/// Fluent builder of a call of `PutEntry`.
///
/// [`Client::put_entry`](crate::client::Client::put_entry) documents the operation and its errors.
///
/// Its setters are those of [`PutEntryInputBuilder`](crate::operation::put_entry::builders::PutEntryInputBuilder).
#[must_use = "a call does nothing until it is sent"]
#[derive(Debug)]
pub struct PutEntryFluentBuilder {
    handle: Arc<Handle>,
    pub(super) inner: PutEntryInputBuilder,
}

// ---- src/operation/put_entry/input.rs
/// Input of `PutEntry`.
#[derive(Debug)]
#[non_exhaustive]
pub struct PutEntryInput {
    /// The member `name`.
    pub name: Option<String>,
    /// The member `token`.
    pub token: Option<String>,
    /// The member `content`.
    pub content: ByteStream,
}

structure! {
    /// Builder of [`PutEntryInput`](crate::operation::put_entry::PutEntryInput).
    #[derive(Debug, Default)]
    #[cfg(feature = "client")]
    #[fluent(super::fluent_builder::PutEntryFluentBuilder)]
    #[writable(INPUT_SCHEMA)]
    pub struct PutEntryInputBuilder => fallible input PutEntryInput {
        /// The member `name`. Required.
        name: optional String, set_name, get_name;
        /// The member `token`.
        token: optional String, set_token, get_token;
        /// The member `content`.
        content: default Value<ByteStream>, set_content, get_content;
    }
}

// ---- src/primitives.rs
pub use aws_smithy_types::{Blob, DateTime, date_time::Format as DateTimeFormat};
pub use aws_smithy_types::{
    body::SdkBody,
    byte_stream::{AggregatedBytes, ByteStream, error::Error as ByteStreamError},
};
#[cfg(feature = "rt-tokio")]
pub use aws_smithy_types::byte_stream::{FsBuilder, Length};
