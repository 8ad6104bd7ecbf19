//! Streams, which are bodies of requests and responses and are not read or written with the other members.

use aws_smithy_schema::{
    Schema,
    serde::{SerdeError, ShapeDeserializer, ShapeSerializer},
};
use aws_smithy_types::byte_stream::ByteStream;

use super::{Readable, Writable};

/// A member that is an event stream. It has no `Default`, so that programs do not send requests without events by mistake.
pub trait EventMember {
    /// Creates a stream without events.
    fn without_events() -> Self;
}

/// The stream is empty: `Operation::set_body` replaces it by the body of the response.
impl Readable for ByteStream {
    fn read(reader: &mut dyn ShapeDeserializer, _schema: &Schema<'_>) -> Result<Self, SerdeError> {
        reader.skip_value()?;
        Ok(Self::default())
    }
}

/// Nothing is written: `Operation::take_body` moves the stream into the request.
impl Writable for ByteStream {
    fn write(&self, _writer: &mut dyn ShapeSerializer, _schema: &Schema<'_>) -> Result<(), SerdeError> {
        Ok(())
    }
}

/// Serialized structures do not have the member.
#[cfg(feature = "serde")]
impl crate::serde_support::ToErased for ByteStream {
    fn to_erased(&self) -> crate::serde_support::ErasedValue<'_> {
        crate::serde_support::ErasedValue::Absent
    }
}
