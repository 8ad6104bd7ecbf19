//! Operations without their types, so that the code around them exists once.

use std::marker::PhantomData;

use aws_smithy_runtime_api::{
    box_error::BoxError,
    client::{
        interceptors::context::{Error, Output},
        result::CreateUnhandledError,
    },
};
use aws_smithy_schema::{
    OperationSchema,
    serde::{SerdeError, ShapeDeserializer},
};
use aws_smithy_types::error::metadata::ErrorMetadata;

use super::Operation;

/// An [`Operation`] whose output and error are erased.
pub(crate) trait ErasedOperation: Send + Sync {
    fn name(&self) -> &'static str;

    fn schema(&self) -> &'static OperationSchema<'static>;

    fn secret_answer(&self) -> bool;

    fn read_output(
        &self,
        reader: &mut dyn ShapeDeserializer,
        request_id: Option<&str>,
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
pub(crate) fn erased<O: Operation>() -> &'static dyn ErasedOperation {
    const { &Erased::<O>(PhantomData) }
}

struct Erased<O>(PhantomData<fn() -> O>);

impl<O: Operation> ErasedOperation for Erased<O> {
    fn name(&self) -> &'static str {
        O::NAME
    }

    fn schema(&self) -> &'static OperationSchema<'static> {
        O::schema()
    }

    fn secret_answer(&self) -> bool {
        O::SECRET_ANSWER
    }

    fn read_output(
        &self,
        reader: &mut dyn ShapeDeserializer,
        request_id: Option<&str>,
    ) -> Result<Output, SerdeError> {
        let mut output = O::read_output(reader)?;
        O::set_request_id(&mut output, request_id.map(str::to_owned));
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
