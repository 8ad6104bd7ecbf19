// ---- src/operation/neither.rs
use aws_smithy_runtime_api::client::orchestrator::HttpRequest;
use aws_smithy_schema::{OperationSchema, shape_id};
use aws_smithy_schema::protocol::SharedClientProtocol;
use aws_smithy_schema::serde::{SerdeError, ShapeDeserializer};
use aws_smithy_types::endpoint::Endpoint;
use aws_smithy_types::error::ErrorMetadata;
use aws_smithy_types::error::operation::BuildError;
use bytes::Bytes;
use http::{Request, Response};
use tinsmith_runtime::protocol;
use tinsmith_runtime::service::Service;
use tinsmith_runtime::wire::operation_schema;

use crate::operation::neither::input::INPUT_SCHEMA;
use crate::operation::neither::output::OUTPUT_SCHEMA;
use crate::service::SERVICE;

pub mod builders;
mod error;
#[cfg(feature = "client")]
mod fluent_builder;
mod input;
mod output;

pub use self::error::NeitherError;
pub use self::input::NeitherInput;
pub use self::output::NeitherOutput;

/// The operation `Neither`.
///
#[cfg_attr(
    feature = "client",
    doc = " [`Client::neither`](crate::client::Client::neither) sends it."
)]
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct Neither;

impl Neither {
    /// Creates the operation, for use as a runtime plugin.
    #[inline]
    pub fn new() -> Self {
        Self
    }

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
        input: &NeitherInput,
        endpoint: &Endpoint,
    ) -> Result<Request<Bytes>, BuildError> {
        protocol::http_request::<Self>(input, endpoint)
    }

    /// Parses a complete HTTP response.
    ///
    /// # Errors
    ///
    /// Returns an error if the service responded with one, or if the response cannot be read.
    #[inline]
    pub fn parse_response(
        response: &Response<Bytes>,
    ) -> Result<NeitherOutput, NeitherError> {
        protocol::parse_response::<Self>(response)
    }

impl protocol::Operation for Neither {
    type Input = NeitherInput;
    type Output = NeitherOutput;
    type Error = NeitherError;

    const NAME: &'static str = "Neither";

    #[inline]
    fn service() -> &'static Service {
        &SERVICE
    }

    #[inline]
    fn schema() -> &'static OperationSchema<'static> {
        &OPERATION_SCHEMA
    }

    #[inline]
    fn check_input(_input: &Self::Input) -> Result<(), BuildError> {
        Ok(())
    }

    #[inline]
    fn adapt_request(request: &mut HttpRequest, protocol: &SharedClientProtocol) {
        protocol::without_body(request, protocol);
    }

    #[inline]
    fn read_error(
        _code: &str,
        _reader: &mut dyn ShapeDeserializer,
        _metadata: &ErrorMetadata,
    ) -> Result<Option<Self::Error>, SerdeError> {
        Ok(None)
    }

static OPERATION_SCHEMA: OperationSchema<'static> = operation_schema(
    shape_id!("example.no_input_output", "Neither"),
    &INPUT_SCHEMA,
    &OUTPUT_SCHEMA,
    &[],
);

// ---- src/operation/neither/builders.rs
//! Builders of `Neither`.

#[cfg(feature = "client")]
pub use super::fluent_builder::NeitherFluentBuilder;
pub use super::input::NeitherInputBuilder;
pub use super::output::NeitherOutputBuilder;

// ---- src/operation/neither/error.rs
use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_types::error::ErrorMetadata;
use aws_smithy_types::error::metadata::ProvideErrorMetadata;
use tinsmith_runtime::error_traits;
use tinsmith_runtime::error::Unhandled;

use crate::error_meta::Error;

/// Error of `Neither`.
#[non_exhaustive]
#[derive(Debug)]
pub enum NeitherError {
    /// An error that the model does not list, or a response that cannot be read.
    ///
    /// Match on `code()` instead of this variant: a later model may list the code.
    Unhandled(Unhandled),
}

impl NeitherError {
    /// Creates the `Unhandled` variant from any other error.
    #[inline]
    pub fn unhandled(source: impl Into<BoxError>) -> Self {
        Self::Unhandled(Unhandled::new(source.into(), Default::default()))
    }

    /// Creates the `Unhandled` variant from error metadata.
    #[inline]
    pub fn generic(metadata: ErrorMetadata) -> Self {
        Self::Unhandled(Unhandled::from_metadata(metadata))
    }

    /// Returns code, message and request id.
    #[inline]
    pub fn meta(&self) -> &ErrorMetadata {
        ProvideErrorMetadata::meta(self)
    }

error_traits! {
    NeitherError of "Neither" into Error {}
}

// ---- src/operation/neither/fluent_builder.rs
//! Fluent builder of `Neither`, and the method of `Client` that returns it.
//!
//! `structure!` in `input.rs` implements its setters.

use std::sync::Arc;

use aws_smithy_runtime_api::client::orchestrator::HttpResponse;
use aws_smithy_runtime_api::client::result::SdkError;
use tinsmith_runtime::{operation_plugin, orchestrator};
use tinsmith_runtime::client::Handle;

use crate::client::Client;
use crate::client::customize::CustomizableOperation;
use crate::client::customize::internal::CustomizableSend;
use crate::config::Builder;
use crate::operation::neither::{Neither, NeitherError, NeitherOutput};
use crate::operation::neither::builders::NeitherInputBuilder;
use crate::service::endpoint::endpoint_params;

impl Client {
    /// The operation `Neither`.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: &golden_no_input_output::Client) -> Result<(), golden_no_input_output::Error> {
    /// let output = client.neither().send().await?;
    /// println!("{output:?}");
    /// # Ok(())
    /// # }
    /// ```
    pub fn neither(&self) -> NeitherFluentBuilder {
        NeitherFluentBuilder {
            handle: self.handle.clone(),
            inner: Default::default(),
        }
    }
}

/// Fluent builder of a call of `Neither`.
///
/// [`Client::neither`](crate::client::Client::neither) documents the operation and its errors.
///
/// Its setters are those of [`NeitherInputBuilder`](crate::operation::neither::builders::NeitherInputBuilder).
#[must_use = "a call does nothing until it is sent"]
#[derive(Clone, Debug)]
pub struct NeitherFluentBuilder {
    handle: Arc<Handle>,
    pub(super) inner: NeitherInputBuilder,
}

impl NeitherFluentBuilder {
    /// Returns the members that are set.
    #[inline]
    pub fn as_input(&self) -> &NeitherInputBuilder {
        &self.inner
    }

    /// Sends the request and returns the output.
    ///
    /// Connection errors, throttling and server errors are retried: by default, there are up to three attempts.
    /// Connecting times out after 3.1 seconds; the call as a whole has no time limit. Change this with
    /// [`retry_config`](crate::config::Builder::retry_config) and
    /// [`timeout_config`](crate::config::Builder::timeout_config), for a call with [`customize`](Self::customize).
    ///
    /// # Errors
    ///
    /// Returns an error if a required member is not set, the service cannot be reached or responds with an
    /// error, or the response cannot be read.
    pub async fn send(
        self,
    ) -> Result<NeitherOutput, SdkError<NeitherError, HttpResponse>> {
        orchestrator::send::<Neither>(self.handle, self.inner.build(), None).await
    }

    /// Customizes this call: interceptors, changes of the request, and settings that override those of the
    /// client.
    #[inline]
    pub fn customize(self) -> CustomizableOperation<NeitherOutput, NeitherError, Self> {
        CustomizableOperation::new(self)
    }

impl CustomizableSend<NeitherOutput, NeitherError> for NeitherFluentBuilder {
    #[inline]
    fn send(
        self,
        config_override: Builder,
    ) -> orchestrator::BoxFuture<orchestrator::SendResult<NeitherOutput, NeitherError>> {
        orchestrator::send::<
            Neither,
        >(self.handle, self.inner.build(), Some(config_override.settings))
    }
}

impl NeitherInputBuilder {
    /// Sends the request with `client` and returns the output.
    ///
    /// # Errors
    ///
    /// Returns the same errors as `send` of the fluent builder.
    pub async fn send_with(
        self,
        client: &Client,
    ) -> Result<NeitherOutput, SdkError<NeitherError, HttpResponse>> {
        orchestrator::send::<Neither>(client.handle.clone(), self.build(), None).await
    }
}

operation_plugin!(Neither, endpoint_params, []);

// ---- src/operation/neither/input.rs
use tinsmith_runtime::{schema, structure};

/// Input of `Neither`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct NeitherInput {}

structure! {
    /// Builder of [`NeitherInput`](crate::operation::neither::NeitherInput).
    #[derive(Clone, Debug, Default, PartialEq)]
    #[cfg(feature = "client")]
    #[fluent(super::fluent_builder::NeitherFluentBuilder)]
    #[writable(INPUT_SCHEMA)]
    pub struct NeitherInputBuilder => fallible input NeitherInput {}
}

schema! {
    INPUT_SCHEMA: Structure "smithy.api" "Unit" {}
}

// ---- src/operation/neither/output.rs
use aws_types::request_id::RequestId;
use tinsmith_runtime::{schema, structure};

/// Output of `Neither`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct NeitherOutput {
    pub(crate) _request_id: Option<String>,
}

impl RequestId for NeitherOutput {
    fn request_id(&self) -> Option<&str> {
        self._request_id.as_deref()
    }
}

structure! {
    /// Builder of [`NeitherOutput`](crate::operation::neither::NeitherOutput).
    #[derive(Clone, Debug, Default, PartialEq)]
    #[readable(OUTPUT_SCHEMA)]
    pub struct NeitherOutputBuilder => always output NeitherOutput {}
}

schema! {
    OUTPUT_SCHEMA: Structure "smithy.api" "Unit" {}
}

// ---- src/operation/only_input/output.rs
/// Output of `OnlyInput`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct OnlyInputOutput {
    pub(crate) _request_id: Option<String>,
}

// ---- src/operation/only_output/input.rs
/// Input of `OnlyOutput`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct OnlyOutputInput {}
