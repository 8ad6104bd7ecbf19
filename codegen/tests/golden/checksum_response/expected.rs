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

[dependencies]
aws-credential-types = { version = "1.3.1", optional = true }
aws-runtime = { version = "1.10.2", optional = true }
aws-smithy-async = { version = "1.3.1", optional = true }
aws-smithy-runtime = { version = "1.16.2", features = ["client"], optional = true }
aws-smithy-runtime-api = { version = "1.20.0", features = ["client", "http-1x"] }
aws-smithy-schema = "1.2.0"
aws-smithy-types = "1.9.3"
aws-types = "1.7.0"
bytes = "1.11.1"
http = "1.3.1"
tinsmith-runtime = { path = "../../runtime", features = ["checksum-response", "rest-json"] }

// ---- src/operation/get_entry.rs
    /// Builds the unsigned HTTP request for an endpoint that
    /// [`DefaultResolver::resolve`](crate::config::endpoint::DefaultResolver::resolve) returns.
    ///
    /// Nothing is sent: sign the request and send it with any HTTP client.
    ///
    /// # Errors
    ///
    /// Returns an error if a required member is not set or a value cannot be serialized.
    #[inline]
    pub fn http_request(
        input: &GetEntryInput,
        endpoint: &Endpoint,
    ) -> Result<Request<Bytes>, BuildError> {
        let input = &protocol::with_response_checksum::<Self>(input);
        protocol::http_request::<Self>(input, endpoint)
    }

    /// Parses the head of an HTTP response. Its body becomes that of the output and is not read.
    ///
    /// The body of an error must be in memory, as that of `ByteStream::from` bytes. Otherwise, the result is an
    /// error without code and message: collect the body of a response whose status is not that of a success.
    ///
    /// If the response has a checksum, a body without it is an error: now if it is in memory, or else when
    /// it is read.
    ///
    /// # Errors
    ///
    /// Returns an error if the service responded with one, or if the head cannot be read.
    #[inline]
    pub fn parse_response(
        response: Response<ByteStream>,
    ) -> Result<GetEntryOutput, GetEntryError> {
        protocol::parse_checked_streaming_response::<Self>(response)
    }

impl protocol::ResponseChecksummed for GetEntry {
    const ALGORITHMS: &'static [&'static str] = &[
        "CRC64NVME",
        "CRC32",
        "CRC32C",
        "SHA256",
        "SHA1",
    ];

// ---- src/operation/get_entry/fluent_builder.rs
operation_plugin!(GetEntry, endpoint_params, [ResponseChecksum::of:: < GetEntry > ()]);

// ---- src/operation/get_info.rs
    /// Parses a complete HTTP response.
    ///
    /// If the response has a checksum, a body without it is an error.
    ///
    /// # Errors
    ///
    /// Returns an error if the service responded with one, or if the response cannot be read.
    #[inline]
    pub fn parse_response(
        response: &Response<Bytes>,
    ) -> Result<GetInfoOutput, GetInfoError> {
        protocol::parse_checked_response::<Self>(response)
    }
