//! Operations with their types erased, so that the code that handles them is compiled once.

use std::marker::PhantomData;

use aws_smithy_runtime_api::{
    box_error::BoxError,
    client::{
        interceptors::context::{Error, Input, Output},
        orchestrator::{HttpRequest, HttpResponse},
        result::CreateUnhandledError,
    },
};
use aws_smithy_schema::{
    OperationSchema,
    protocol::SharedClientProtocol,
    serde::{SerdeError, ShapeDeserializer},
};
#[cfg(feature = "event-stream")]
use aws_smithy_types::body::SdkBody;
use aws_smithy_types::{byte_stream::ByteStream, error::metadata::ErrorMetadata};

use super::{Operation, OperationOutput as _, RequestBody};
#[cfg(feature = "event-stream")]
use crate::events::EventFormat;
use crate::{service::Service, wire::Readable as _};

/// An [`Operation`] whose output and error are erased.
pub trait ErasedOperation: Send + Sync {
    fn name(&self) -> &'static str;

    fn service(&self) -> &'static Service;

    fn schema(&self) -> &'static OperationSchema<'static>;

    fn has_sensitive_response(&self) -> bool;

    fn streams_response(&self) -> bool;

    #[cfg(feature = "event-stream")]
    fn receives_events(&self) -> bool;

    fn take_body(&self, input: &mut Input) -> Option<RequestBody>;

    fn set_body(&self, output: &mut Output, body: ByteStream);

    #[cfg(feature = "event-stream")]
    fn set_events(&self, output: &mut Output, body: SdkBody, format: EventFormat);

    fn adapt_request(&self, request: &mut HttpRequest, protocol: &SharedClientProtocol);

    fn adapt_response(&self, response: &mut HttpResponse);

    fn is_error(&self, response: &HttpResponse) -> bool;

    fn read_output(
        &self,
        reader: &mut dyn ShapeDeserializer,
        request_id: Option<&str>,
        extended_request_id: Option<&str>,
    ) -> Result<Output, SerdeError>;

    fn read_error(
        &self,
        code: &str,
        reader: &mut dyn ShapeDeserializer,
        metadata: &ErrorMetadata,
    ) -> Result<Option<Error>, SerdeError>;

    fn unhandled(&self, source: BoxError, metadata: ErrorMetadata) -> Error;
}

/// Erases `O`.
pub fn erased<O: Operation>() -> &'static dyn ErasedOperation {
    const { &Erased::<O>(PhantomData) }
}

/// Takes the stream that is the body of requests, if the input has one.
pub(super) fn body<O: Operation>(input: &mut O::Input) -> Option<RequestBody> {
    #[cfg(feature = "event-stream")]
    if let Some(events) = O::take_events(input) {
        return Some(RequestBody::Events(events));
    }
    O::take_body(input).map(RequestBody::Bytes)
}

struct Erased<O>(PhantomData<fn() -> O>);

impl<O: Operation> ErasedOperation for Erased<O> {
    fn name(&self) -> &'static str {
        O::NAME
    }

    fn service(&self) -> &'static Service {
        O::service()
    }

    fn schema(&self) -> &'static OperationSchema<'static> {
        O::schema()
    }

    fn has_sensitive_response(&self) -> bool {
        O::HAS_SENSITIVE_RESPONSE
    }

    fn streams_response(&self) -> bool {
        O::STREAMS_RESPONSE
    }

    #[cfg(feature = "event-stream")]
    fn receives_events(&self) -> bool {
        O::RECEIVES_EVENTS
    }

    fn take_body(&self, input: &mut Input) -> Option<RequestBody> {
        input.downcast_mut().and_then(body::<O>)
    }

    fn set_body(&self, output: &mut Output, body: ByteStream) {
        if let Some(output) = output.downcast_mut() {
            O::set_body(output, body);
        }
    }

    #[cfg(feature = "event-stream")]
    fn set_events(&self, output: &mut Output, body: SdkBody, format: EventFormat) {
        if let Some(output) = output.downcast_mut() {
            O::set_events(output, body, format);
        }
    }

    fn adapt_request(&self, request: &mut HttpRequest, protocol: &SharedClientProtocol) {
        O::adapt_request(request, protocol);
    }

    fn adapt_response(&self, response: &mut HttpResponse) {
        O::adapt_response(response);
    }

    fn is_error(&self, response: &HttpResponse) -> bool {
        O::is_error(response)
    }

    fn read_output(
        &self,
        reader: &mut dyn ShapeDeserializer,
        request_id: Option<&str>,
        extended_request_id: Option<&str>,
    ) -> Result<Output, SerdeError> {
        let mut output = O::Output::read(reader, O::schema().output())?;
        output.set_request_id(request_id.map(str::to_owned));
        output.set_extended_request_id(extended_request_id.map(str::to_owned));
        Ok(Output::erase(output))
    }

    fn read_error(
        &self,
        code: &str,
        reader: &mut dyn ShapeDeserializer,
        metadata: &ErrorMetadata,
    ) -> Result<Option<Error>, SerdeError> {
        Ok(O::read_error(code, reader, metadata)?.map(Error::erase))
    }

    fn unhandled(&self, source: BoxError, metadata: ErrorMetadata) -> Error {
        Error::erase(O::Error::create_unhandled_error(source, Some(metadata)))
    }
}
