// ---- src/operation/start_sync.rs
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
        input: &StartSyncInput,
        endpoint: &Endpoint,
    ) -> Result<Request<Bytes>, BuildError> {
        let mut request = protocol::http_request::<Self>(input, endpoint)?;
        protocol::prefix_host::<Self>(&mut request, input)?;
        Ok(request)
    }

impl protocol::Prefixed for StartSync {
    fn host_prefix(_input: &Self::Input) -> Result<EndpointPrefix, BuildError> {
        protocol::endpoint_prefix("sync-")
    }
}

// ---- src/operation/start_sync/fluent_builder.rs
operation_plugin!(StartSync, endpoint_params, [HostPrefix::of:: < StartSync > ()]);
