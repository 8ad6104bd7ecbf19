// ---- Cargo.toml
[features]
default = ["client", "rustls", "rt-tokio", "default-https-client", "sigv4a"]
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
sigv4a = ["tinsmith-runtime/sigv4a"]
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
tinsmith-runtime = { path = "../../runtime", features = ["checksum", "checksum-stream", "rest-json"] }

// ---- src/operation/put_copy.rs
impl protocol::Checksummed for PutCopy {
    const REQUIRED: bool = true;

// ---- src/operation/put_entry.rs
    /// Builds the unsigned HTTP request for an endpoint that
    /// [`DefaultResolver::resolve`](crate::config::endpoint::DefaultResolver::resolve) returns.
    ///
    /// Nothing is sent: authenticate the request by signature version 4, or by signature version
    /// 4a. Send it with any HTTP client.
    ///
    /// A stream that is not in memory has its checksum in a trailer, in the encoding `aws-chunked`: sign
    /// `STREAMING-UNSIGNED-PAYLOAD-TRAILER` instead of the hash of the body, with this value in the header
    /// `x-amz-content-sha256`, and send the request with TLS. Its length must be known.
    ///
    /// # Errors
    ///
    /// Returns an error if a required member is not set or a value cannot be serialized.
    #[inline]
    pub fn http_request(
        mut input: PutEntryInput,
        endpoint: &Endpoint,
    ) -> Result<Request<ByteStream>, BuildError> {
        let mut request = protocol::streaming_request::<Self>(&mut input, endpoint)?;
        protocol::add_stream_checksum::<Self>(&mut request, &input)?;
        Ok(request)
    }

impl protocol::Checksummed for PutEntry {
    const REQUIRED: bool = false;
    const ALGORITHM_HEADER: Option<&'static str> = Some("x-amz-sdk-checksum-algorithm");

// ---- src/operation/put_entry/fluent_builder.rs
operation_plugin!(PutEntry, endpoint_params, [StreamChecksum::of:: < PutEntry > ()]);
