// ---- src/operation/upload_archive.rs
    /// Builds the unsigned HTTP request for an endpoint that
    /// [`DefaultResolver::resolve`](crate::config::endpoint::DefaultResolver::resolve) returns.
    ///
    /// Nothing is sent: sign the request and send it with any HTTP client.
    ///
    /// Headers have the hashes of a body that is in memory. Add those of another body, which the service
    /// requires: `x-amz-content-sha256` and `x-amz-sha256-tree-hash`.
    ///
    /// # Errors
    ///
    /// Returns an error if a required member is not set or a value cannot be serialized.
    #[inline]
    pub fn http_request(
        mut input: UploadArchiveInput,
        endpoint: &Endpoint,
    ) -> Result<Request<ByteStream>, BuildError> {
        <Self as protocol::Adapted>::adapt_input(&mut input);
        let mut request = protocol::streaming_request::<Self>(&mut input, endpoint)?;
        protocol::add_tree_hash(&mut request)?;
        Ok(request)
    }

// ---- src/operation/upload_archive/fluent_builder.rs
operation_plugin!(
    UploadArchive, endpoint_params, [InputAdaptation::of:: < UploadArchive > (),
    TreeHash]
);
