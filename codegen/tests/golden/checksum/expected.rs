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
tinsmith-runtime = { path = "../../runtime", features = ["checksum", "checksum-response", "content-md5"] }

// ---- src/operation/put_new.rs
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
        input: &PutNewInput,
        endpoint: &Endpoint,
    ) -> Result<Request<Bytes>, BuildError> {
        let mut request = protocol::http_request::<Self>(input, endpoint)?;
        protocol::add_checksum::<Self>(&mut request, input)?;
        Ok(request)
    }

impl protocol::Checksummed for PutNew {
    const REQUIRED: bool = true;

// ---- src/operation/put_new/fluent_builder.rs
operation_plugin!(PutNew, endpoint_params, [RequestChecksum::of:: < PutNew > ()]);

// ---- src/operation/put_old.rs
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
        input: &PutOldInput,
        endpoint: &Endpoint,
    ) -> Result<Request<Bytes>, BuildError> {
        let mut request = protocol::http_request::<Self>(input, endpoint)?;
        protocol::add_content_md5(&mut request)?;
        Ok(request)
    }

// ---- src/operation/put_old/fluent_builder.rs
operation_plugin!(PutOld, endpoint_params, [ContentMd5]);
