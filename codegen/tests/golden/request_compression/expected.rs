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
rt-tokio = ["aws-smithy-async?/rt-tokio"]
rustls = ["tinsmith-runtime/rustls"]
rustls-aws-lc = ["tinsmith-runtime/rustls-aws-lc"]
serde = ["tinsmith-runtime/serde"]
test-util = ["aws-credential-types?/test-util", "tinsmith-runtime/test-util"]

[dependencies]
aws-credential-types = { version = "1.3.1", optional = true }
aws-runtime = { version = "1.10.2", optional = true }
aws-smithy-async = { version = "1.3.1", optional = true }
aws-smithy-json = "0.65.1"
aws-smithy-runtime = { version = "1.16.2", features = ["client"], optional = true }
aws-smithy-runtime-api = { version = "1.20.0", features = ["client", "http-1x"] }
aws-smithy-schema = "1.2.0"
aws-smithy-types = "1.9.3"
aws-types = "1.7.0"
bytes = "1.11.1"
http = "1.3.1"
tinsmith-runtime = { path = "../../runtime", features = ["compression"] }

// ---- src/operation/put_data.rs
    /// Builds the unsigned HTTP request for an endpoint that
    /// [`DefaultResolver::resolve`](crate::config::endpoint::DefaultResolver::resolve) returns.
    ///
    /// Nothing is sent: sign the request and send it with any HTTP client.
    ///
    /// A body of 10240 bytes or more is compressed.
    ///
    /// # Errors
    ///
    /// Returns an error if a required member is not set or a value cannot be serialized.
    #[inline]
    pub fn http_request(
        input: &PutDataInput,
        endpoint: &Endpoint,
    ) -> Result<Request<Bytes>, BuildError> {
        let mut request = protocol::http_request::<Self>(input, endpoint)?;
        protocol::compress_request(&mut request)?;
        Ok(request)
    }

impl protocol::Operation for PutData {
    type Input = PutDataInput;
    type Output = PutDataOutput;
    type Error = PutDataError;

// ---- src/operation/put_data/fluent_builder.rs
operation_plugin!(PutData, endpoint_params, [RequestCompression]);
