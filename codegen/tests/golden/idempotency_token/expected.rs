// ---- src/operation/list_things.rs
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
        input: &ListThingsInput,
        endpoint: &Endpoint,
    ) -> Result<Request<Bytes>, BuildError> {
        protocol::http_request::<Self>(input, endpoint)
    }

// ---- src/operation/list_things/fluent_builder.rs
operation_plugin!(ListThings, endpoint_params, []);

// ---- src/operation/renew_thing.rs
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
        input: &RenewThingInput,
        endpoint: &Endpoint,
    ) -> Result<Request<Bytes>, BuildError> {
        let input = &protocol::with_token::<Self>(input);
        protocol::http_request::<Self>(input, endpoint)
    }

    /// The endpoint parameters with those that this operation sets.
    pub fn endpoint_params(
        input: &RenewThingInput,
        mut params: ParamsBuilder,
    ) -> ParamsBuilder {
        if let Some(token_value) = &input.token {
            params = params.token(token_value);
        }
        params
    }

impl protocol::Idempotent for RenewThing {
    fn fill_token(input: &mut Self::Input, make: &dyn Fn() -> String) {
        input.token.get_or_insert_with(make);
    }
}

// ---- src/operation/renew_thing/fluent_builder.rs
operation_plugin!(
    RenewThing, endpoint_params, [IdempotencyToken::of:: < RenewThing > ()]
);

// ---- src/operation/start_thing.rs
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
        input: &StartThingInput,
        endpoint: &Endpoint,
    ) -> Result<Request<Bytes>, BuildError> {
        let input = &protocol::with_token::<Self>(input);
        protocol::http_request::<Self>(input, endpoint)
    }

impl protocol::Idempotent for StartThing {
    fn fill_token(input: &mut Self::Input, make: &dyn Fn() -> String) {
        input.client_token.get_or_insert_with(make);
    }
}

// ---- src/operation/start_thing/fluent_builder.rs
operation_plugin!(
    StartThing, endpoint_params, [IdempotencyToken::of:: < StartThing > ()]
);

// ---- src/operation/stop_thing.rs
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
        input: &StopThingInput,
        endpoint: &Endpoint,
    ) -> Result<Request<Bytes>, BuildError> {
        let input = &protocol::with_token::<Self>(input);
        protocol::http_request::<Self>(input, endpoint)
    }

impl protocol::Idempotent for StopThing {
    fn fill_token(input: &mut Self::Input, make: &dyn Fn() -> String) {
        input.old.get_or_insert_with(make);
    }
}

// ---- src/operation/stop_thing/fluent_builder.rs
operation_plugin!(StopThing, endpoint_params, [IdempotencyToken::of:: < StopThing > ()]);
