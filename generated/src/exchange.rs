// Copied by tinsmith from its support code. Do not edit.

//! Operations as requests and responses, without input and output.
//!
//! What stands here serves [`http_request`] and [`parse_response`], which need no runtime, and
//! the client's driver alike.

use aws_smithy_runtime_api::client::{
    interceptors::context::{Error, Output},
    result::CreateUnhandledError,
};
use aws_smithy_schema::{
    OperationSchema,
    serde::{SerdeError, SerializableStruct, ShapeDeserializer},
};
use aws_smithy_types::{
    endpoint::Endpoint,
    error::{metadata::ErrorMetadata, operation::BuildError},
};
use bytes::Bytes;

#[cfg(feature = "client")]
use crate::config::endpoint::ParamsBuilder;

mod answer;
mod erased;
mod facts;
mod failure;
mod message;
mod operation;
mod request;
mod require;

pub(crate) use answer::Answer;
pub(crate) use erased::{ErasedOperation, erased};
pub(crate) use facts::store_service_facts;
pub(crate) use operation::operation;
pub(crate) use request::serialize;
pub(crate) use require::require;

/// What generated code says about an operation.
pub(crate) trait Operation: Send + Sync + 'static {
    /// What the caller sends.
    type Input: SerializableStruct + std::fmt::Debug + Send + Sync + 'static;
    /// What the caller gets.
    type Output: std::fmt::Debug + Send + Sync + 'static;
    /// What the caller gets instead.
    type Error: CreateUnhandledError + std::error::Error + Send + Sync + 'static;

    /// Name of the operation in the model.
    const NAME: &'static str;

    /// Whether an answer may hold what must not be shown.
    const SECRET_ANSWER: bool = false;

    /// Schemas of the operation's shapes.
    fn schema() -> &'static OperationSchema<'static>;

    /// Fails on the first required member that is not set.
    fn check_input(input: &Self::Input) -> Result<(), BuildError>;

    /// Adds the endpoint parameters that the operation sets itself.
    #[cfg(feature = "client")]
    fn endpoint_params(_input: &Self::Input, params: ParamsBuilder) -> ParamsBuilder {
        params
    }

    /// Reads the answer of a call that succeeded.
    fn read_output(reader: &mut dyn ShapeDeserializer) -> Result<Self::Output, SerdeError>;

    /// Notes which request `output` answers.
    fn set_request_id(output: &mut Self::Output, request_id: Option<String>);

    /// Reads the modelled error `code`; `Ok(None)` when the operation does not model it.
    fn read_error(
        code: &str,
        reader: &mut dyn ShapeDeserializer,
        metadata: &ErrorMetadata,
    ) -> Result<Option<Self::Error>, SerdeError>;
}

/// Builds the unsigned request of `O` for `endpoint`. Not inlined, as the crate holds one for each operation.
#[inline(never)]
pub(crate) fn http_request<O: Operation>(
    input: &O::Input,
    endpoint: &Endpoint,
) -> Result<http::Request<Bytes>, BuildError> {
    O::check_input(input)?;
    message::request(O::NAME, O::schema(), input, endpoint)
}

/// Reads the answer to a request of `O`. Not inlined, as the crate holds one for each operation.
#[inline(never)]
pub(crate) fn parse_response<O: Operation>(response: &http::Response<Bytes>) -> Result<O::Output, O::Error> {
    match message::response(erased::<O>(), response) {
        Ok(output) => output.downcast::<O::Output>().map_err(|other| foreign::<O, Output>(&other)),
        Err(error) => Err(error.downcast::<O::Error>().unwrap_or_else(|other| foreign::<O, Error>(&other))),
    }
}

/// The error for a value of another operation's type, which only an interceptor could bring in.
pub(crate) fn foreign<O: Operation, T: std::fmt::Debug>(value: &T) -> O::Error {
    let source = format!("{value:?} is not what {} yields", O::NAME);
    O::Error::create_unhandled_error(source.into(), None)
}
