//! Event streams as members, which are not read or written with the other members.

use aws_smithy_schema::{
    Schema,
    serde::{SerdeError, ShapeDeserializer, ShapeSerializer},
};

use super::{EventReceiver, EventStreamSender, no_events};
use crate::wire::{EventMember, Readable, Writable};

impl<T, E> EventMember for EventReceiver<T, E> {
    fn without_events() -> Self {
        Self::empty()
    }
}

impl<T, E> EventMember for EventStreamSender<T, E>
where
    T: Send + Sync + 'static,
    E: Send + Sync + 'static,
{
    fn without_events() -> Self {
        no_events()
    }
}

/// The stream is empty: `Operation::set_events` replaces it by the events of the response.
impl<T, E> Readable for EventReceiver<T, E> {
    fn read(reader: &mut dyn ShapeDeserializer, _schema: &Schema<'_>) -> Result<Self, SerdeError> {
        reader.skip_value()?;
        Ok(Self::empty())
    }
}

/// An input without events, which serde reads.
impl<T, E> Readable for EventStreamSender<T, E>
where
    T: Send + Sync + 'static,
    E: Send + Sync + 'static,
{
    fn read(reader: &mut dyn ShapeDeserializer, _schema: &Schema<'_>) -> Result<Self, SerdeError> {
        reader.skip_value()?;
        Ok(no_events())
    }
}

/// Nothing is written: `Operation::take_events` moves the events into the request.
impl<T, E> Writable for EventStreamSender<T, E> {
    fn write(&self, _writer: &mut dyn ShapeSerializer, _schema: &Schema<'_>) -> Result<(), SerdeError> {
        Ok(())
    }
}

/// Serialized structures do not have the member.
#[cfg(feature = "serde")]
impl<T, E> crate::serde_support::ToErased for EventReceiver<T, E> {
    fn to_erased(&self) -> crate::serde_support::ErasedValue<'_> {
        crate::serde_support::ErasedValue::Absent
    }
}

/// Serialized structures do not have the member.
#[cfg(feature = "serde")]
impl<T, E> crate::serde_support::ToErased for EventStreamSender<T, E> {
    fn to_erased(&self) -> crate::serde_support::ErasedValue<'_> {
        crate::serde_support::ErasedValue::Absent
    }
}
