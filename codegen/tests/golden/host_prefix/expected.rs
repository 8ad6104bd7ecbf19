// ---- src/operation/put_record.rs
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
        input: &PutRecordInput,
        endpoint: &Endpoint,
    ) -> Result<Request<Bytes>, BuildError> {
        let mut request = protocol::http_request::<Self>(input, endpoint)?;
        protocol::prefix_host::<Self>(&mut request, input)?;
        Ok(request)
    }

    #[inline]
    fn check_input(input: &Self::Input) -> Result<(), BuildError> {
        protocol::require(&input.account_id, "accountId", Self::NAME)?;
        protocol::require(&input.r#type, "type", Self::NAME)
    }

impl protocol::Prefixed for PutRecord {
    fn host_prefix(input: &Self::Input) -> Result<EndpointPrefix, BuildError> {
        protocol::endpoint_prefix(
            [
                "data-",
                protocol::host_label(
                    input.account_id.as_deref(),
                    "accountId",
                    "PutRecord",
                )?,
                ".",
                protocol::host_label(input.r#type.as_deref(), "type", "PutRecord")?,
                ".",
            ]
                .concat(),
        )
    }
}

// ---- src/operation/put_record/fluent_builder.rs
operation_plugin!(PutRecord, endpoint_params, [HostPrefix::of:: < PutRecord > ()]);

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
