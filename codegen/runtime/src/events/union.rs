//! Writer of the union of a stream, whose variant becomes a message.

use aws_smithy_schema::{
    Schema,
    serde::{SerdeError, SerializableStruct, ShapeSerializer},
};
use aws_smithy_types::{BigDecimal, BigInteger, Blob, DateTime, Document, event_stream::Message};

use super::{EventFormat, encode::variant_message};

/// Writes the structure of a variant as a message.
pub(super) struct VariantWriter<'a> {
    pub(super) format: &'a EventFormat,
    pub(super) message: Option<Message>,
}

/// Methods for values that are not structures.
macro_rules! not_structures {
    ($($method:ident: $T:ty;)*) => {
        $(
            fn $method(&mut self, _schema: &Schema<'_>, _value: $T) -> Result<(), SerdeError> {
                Err(SerdeError::unsupported("an event is a structure"))
            }
        )*
    };
}

impl ShapeSerializer for VariantWriter<'_> {
    fn write_struct(
        &mut self,
        schema: &Schema<'_>,
        value: &dyn SerializableStruct,
    ) -> Result<(), SerdeError> {
        let variant = schema.member_name().unwrap_or_default();
        self.message = Some(variant_message(self.format, variant, value)?);
        Ok(())
    }

    not_structures! {
        write_boolean: bool;
        write_byte: i8;
        write_short: i16;
        write_integer: i32;
        write_long: i64;
        write_float: f32;
        write_double: f64;
        write_big_integer: &BigInteger;
        write_big_decimal: &BigDecimal;
        write_string: &str;
        write_blob: Blob;
        write_timestamp: &DateTime;
        write_document: &Document;
        write_list: &dyn Fn(&mut dyn ShapeSerializer) -> Result<(), SerdeError>;
        write_map: &dyn Fn(&mut dyn ShapeSerializer) -> Result<(), SerdeError>;
    }

    fn write_null(&mut self, _schema: &Schema<'_>) -> Result<(), SerdeError> {
        Err(SerdeError::unsupported("an event is a structure"))
    }
}
