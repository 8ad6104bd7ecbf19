//! The trait of operations, and their sans-I/O functions.

#[cfg(feature = "event-stream")]
use std::pin::Pin;

#[cfg(feature = "event-stream")]
use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::client::{
    interceptors::context::{Error, Output},
    orchestrator::{HttpRequest, HttpResponse},
    result::CreateUnhandledError,
};
use aws_smithy_schema::{
    OperationSchema,
    protocol::SharedClientProtocol,
    serde::{SerdeError, SerializableStruct, ShapeDeserializer},
};
#[cfg(feature = "event-stream")]
use aws_smithy_types::body::SdkBody;
use aws_smithy_types::{
    byte_stream::ByteStream,
    endpoint::Endpoint,
    error::{metadata::ErrorMetadata, operation::BuildError},
};
use bytes::Bytes;

use super::{erased, message};
#[cfg(feature = "event-stream")]
use crate::events::{EventBody, EventFormat};
use crate::{service::Service, wire::Readable};

/// Returns the output with the members in the first message of its event stream.
#[cfg(feature = "event-stream")]
pub type InitialResponse<T> = fn(T) -> Pin<Box<dyn Future<Output = Result<T, BoxError>> + Send>>;

/// An operation. Generated code implements this for the type of each operation.
pub trait Operation: Send + Sync + 'static {
    /// Input of the operation.
    type Input: SerializableStruct + std::fmt::Debug + Send + Sync + 'static;
    /// Output of the operation.
    type Output: OperationOutput + std::fmt::Debug + Send + Sync + 'static;
    /// Error of the operation.
    type Error: CreateUnhandledError + std::error::Error + Send + Sync + 'static;

    /// Name of the operation in the model.
    const NAME: &'static str;

    /// `true` if responses may contain sensitive values.
    const HAS_SENSITIVE_RESPONSE: bool = false;

    /// `true` if signatures do not cover the body.
    const HAS_UNSIGNED_PAYLOAD: bool = false;

    /// `true` if the input has an event stream.
    const SENDS_EVENTS: bool = false;

    /// `true` if the output has an event stream.
    const RECEIVES_EVENTS: bool = false;

    /// Waits for the first message of the event stream in the output, which may have the other members. Only protocols
    /// without HTTP bindings have such messages.
    #[cfg(feature = "event-stream")]
    const INITIAL_RESPONSE: Option<InitialResponse<Self::Output>> = None;

    /// `true` if the output has the body of the response as a stream, which is not read.
    const STREAMS_RESPONSE: bool = false;

    /// Service that has the operation.
    fn service() -> &'static Service;

    /// Schemas of the operation, its input, output and errors.
    fn schema() -> &'static OperationSchema<'static>;

    /// Returns an error for the first required member that is not set.
    fn check_input(input: &Self::Input) -> Result<(), BuildError>;

    /// Takes the stream that is the body of requests, if the input has one.
    fn take_body(_input: &mut Self::Input) -> Option<ByteStream> {
        None
    }

    /// Stores the body of a response in the output, if that streams it.
    fn set_body(_output: &mut Self::Output, _body: ByteStream) {}

    /// Takes the events that are the body of requests, if the input has them.
    #[cfg(feature = "event-stream")]
    fn take_events(_input: &mut Self::Input) -> Option<EventBody> {
        None
    }

    /// Stores the body of a response in the output, if that has events.
    #[cfg(feature = "event-stream")]
    fn set_events(_output: &mut Self::Output, _body: SdkBody, _format: EventFormat) {}

    /// Adapts a serialized request to what the service or the operation needs besides the protocol.
    fn adapt_request(_request: &mut HttpRequest, _protocol: &SharedClientProtocol) {}

    /// Changes a response before it is parsed.
    fn adapt_response(_response: &mut HttpResponse) {}

    /// Returns `true` if the response is an error.
    fn is_error(response: &HttpResponse) -> bool {
        !response.status().is_success()
    }

    /// Reads the modelled error `code`; `Ok(None)` if the operation does not model it.
    fn read_error(
        code: &str,
        reader: &mut dyn ShapeDeserializer,
        metadata: &ErrorMetadata,
    ) -> Result<Option<Self::Error>, SerdeError>;
}

/// Output of an operation: a structure that is read from a response and keeps its request id. Implemented by `structure!`.
pub trait OperationOutput: Readable {
    /// Stores the request id of the response.
    fn set_request_id(&mut self, request_id: Option<String>);

    /// Stores the extended request id of the response, if the service has such ids.
    fn set_extended_request_id(&mut self, _id: Option<String>) {}
}

/// Builds the unsigned request of `O` for `endpoint`. Not inlined: a crate has one for each operation.
#[inline(never)]
pub fn http_request<O: Operation>(
    input: &O::Input,
    endpoint: &Endpoint,
) -> Result<http::Request<Bytes>, BuildError> {
    O::check_input(input)?;
    message::request(erased::<O>(), input, endpoint)
}

/// Builds the unsigned request of `O` for `endpoint`, whose body is the stream of the input.
#[inline(never)]
pub fn streaming_request<O: Operation>(
    input: &mut O::Input,
    endpoint: &Endpoint,
) -> Result<http::Request<ByteStream>, BuildError> {
    O::check_input(input)?;
    let body = erased::body::<O>(input);
    message::streaming_request(erased::<O>(), input, body, endpoint)
}

/// Parses the response to a request of `O`. Not inlined: a crate has one for each operation.
#[inline(never)]
pub fn parse_response<O: Operation>(response: &http::Response<Bytes>) -> Result<O::Output, O::Error> {
    typed::<O>(message::response(erased::<O>(), response))
}

/// Parses the response to a request of `O`, whose output has the body as a stream.
#[inline(never)]
pub fn parse_streaming_response<O: Operation>(
    response: http::Response<ByteStream>,
) -> Result<O::Output, O::Error> {
    typed::<O>(message::streaming_response(erased::<O>(), response))
}

fn typed<O: Operation>(result: Result<Output, Error>) -> Result<O::Output, O::Error> {
    match result {
        Ok(output) => {
            output.downcast::<O::Output>().map_err(|other| unexpected_type_error::<O, Output>(&other))
        }
        Err(error) => Err(error
            .downcast::<O::Error>()
            .unwrap_or_else(|other| unexpected_type_error::<O, Error>(&other))),
    }
}

/// Creates the error for a value of another operation's type, which only an interceptor can cause.
pub fn unexpected_type_error<O: Operation, T: std::fmt::Debug>(value: &T) -> O::Error {
    let source = format!("{value:?} is not a result of {}", O::NAME);
    O::Error::create_unhandled_error(source.into(), None)
}
