// ---- src/operation/list_vaults.rs
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
        input: &ListVaultsInput,
        endpoint: &Endpoint,
    ) -> Result<Request<Bytes>, BuildError> {
        let input = &protocol::adapted::<Self>(input);
        protocol::http_request::<Self>(input, endpoint)
    }

    #[inline]
    fn adapt_request(request: &mut HttpRequest, _protocol: &SharedClientProtocol) {
        protocol::set_header(request, "x-amz-glacier-version", "2012-06-01");
    }

impl protocol::Adapted for ListVaults {
    #[inline]
    fn adapt_input(input: &mut Self::Input) {
        protocol::set_default(&mut input.account_id, "-");
    }
}

// ---- src/operation/list_vaults/fluent_builder.rs
operation_plugin!(
    ListVaults, endpoint_params, [InputAdaptation::of:: < ListVaults > ()]
);
