//! Reader of an event by the schema of its union.

use aws_smithy_schema::{
    Schema, ShapeType, prelude,
    serde::{SerdeError, ShapeDeserializer},
};
use aws_smithy_types::{
    BigDecimal, BigInteger, Blob, DateTime, Document,
    event_stream::{HeaderValue, Message},
    str_bytes::StrBytes,
};

use super::{EventFormat, decode::header, value_reader::ValueReader, writer::has_implicit_members};

/// Reads a message as a union, or as the structure of one of its variants.
pub(super) struct EventReader<'a> {
    pub(super) format: &'a EventFormat,
    pub(super) message: &'a Message,
    /// Name of the variant on the wire.
    pub(super) variant: &'a str,
}

/// Callback for each member of a structure or union.
type State<'a> = dyn FnMut(&Schema<'_>, &mut dyn ShapeDeserializer) -> Result<(), SerdeError> + 'a;

impl EventReader<'_> {
    /// Reads the structure of an event or error.
    fn read_event(&self, schema: &Schema<'_>, state: &mut State<'_>) -> Result<(), SerdeError> {
        for member in schema.members() {
            if member.event_header().is_some() {
                self.read_header(member, state)?;
            } else if member.event_payload().is_some() {
                self.read_payload(member, state)?;
            }
        }
        if !has_implicit_members(schema) || self.message.payload().is_empty() {
            return Ok(());
        }
        self.format.read(self.message.payload(), &mut |reader| {
            reader.read_struct(schema, &mut |member, reader| match member.event_header() {
                Some(_) => reader.skip_value(),
                None => state(member, reader),
            })
        })
    }

    fn read_header(&self, member: &Schema<'_>, state: &mut State<'_>) -> Result<(), SerdeError> {
        let value = member.member_name().and_then(|name| header(self.message, name));
        value.map_or(Ok(()), |value| state(member, &mut ValueReader(value)))
    }

    /// Reads the member that is the whole payload. One that is not a blob or string is absent if the payload is empty.
    fn read_payload(&self, member: &Schema<'_>, state: &mut State<'_>) -> Result<(), SerdeError> {
        let payload = self.message.payload();
        match member.shape_type() {
            ShapeType::Blob => state(member, &mut ValueReader(&HeaderValue::ByteArray(payload.clone()))),
            ShapeType::String => {
                let text = StrBytes::try_from(payload.clone())
                    .map_err(|_| SerdeError::invalid_input("the payload of the event is not UTF-8"))?;
                state(member, &mut ValueReader(&HeaderValue::String(text)))
            }
            _ if payload.is_empty() => Ok(()),
            _ => self.format.read(payload, &mut |reader| state(member, reader)),
        }
    }

    fn not_a_structure<T>() -> Result<T, SerdeError> {
        Err(SerdeError::unsupported("an event is a structure"))
    }
}

/// Methods for values that are not structures.
macro_rules! no_scalars {
    ($($method:ident -> $T:ty,)*) => {
        $(
            fn $method(&mut self, _schema: &Schema<'_>) -> Result<$T, SerdeError> {
                Self::not_a_structure()
            }
        )*
    };
}

impl ShapeDeserializer for EventReader<'_> {
    /// Calls `state` for the variant of a union, with a member without an index if it is unknown, or for the members of an event.
    fn read_struct(&mut self, schema: &Schema<'_>, state: &mut State<'_>) -> Result<(), SerdeError> {
        if schema.shape_type() != ShapeType::Union {
            return self.read_event(schema, state);
        }
        match schema.members().iter().find(|member| member.member_name() == Some(self.variant)) {
            Some(member) => state(member, self),
            None => state(&prelude::DOCUMENT, self),
        }
    }

    fn read_list(
        &mut self,
        _schema: &Schema<'_>,
        _state: &mut dyn FnMut(&mut dyn ShapeDeserializer) -> Result<(), SerdeError>,
    ) -> Result<(), SerdeError> {
        Self::not_a_structure()
    }

    fn read_map(
        &mut self,
        _schema: &Schema<'_>,
        _state: &mut dyn FnMut(String, &mut dyn ShapeDeserializer) -> Result<(), SerdeError>,
    ) -> Result<(), SerdeError> {
        Self::not_a_structure()
    }

    no_scalars! {
        read_boolean -> bool, read_byte -> i8, read_short -> i16, read_integer -> i32, read_long -> i64,
        read_float -> f32, read_double -> f64, read_big_integer -> BigInteger, read_big_decimal -> BigDecimal,
        read_string -> String, read_blob -> Blob, read_timestamp -> DateTime, read_document -> Document,
    }

    fn is_null(&self) -> bool {
        false
    }

    fn skip_value(&mut self) -> Result<(), SerdeError> {
        Ok(())
    }

    fn container_size(&self) -> Option<usize> {
        None
    }
}
