// ---- src/operation/copy_object.rs
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
        input: &CopyObjectInput,
        endpoint: &Endpoint,
    ) -> Result<Request<Bytes>, BuildError> {
        let input = &protocol::adapted::<Self>(input);
        protocol::http_request::<Self>(input, endpoint)
    }

impl protocol::Adapted for CopyObject {
    #[inline]
    fn adapt_input(input: &mut Self::Input) {
        protocol::set_key_md5(
            input.sse_customer_key.as_deref(),
            &mut input.sse_customer_key_md5,
        );
        protocol::set_key_md5(
            input.copy_source_sse_customer_key.as_deref(),
            &mut input.copy_source_sse_customer_key_md5,
        );
        protocol::encode_non_graphic(&mut input.copy_source);
    }
}

// ---- src/operation/copy_object/fluent_builder.rs
operation_plugin!(
    CopyObject, endpoint_params, [InputAdaptation::of:: < CopyObject > ()]
);
