//! Reader of responses whose headers deviate from the model.

use aws_smithy_schema::{
    Schema, prelude,
    serde::{SerdeError, ShapeDeserializer},
};
use aws_smithy_types::{BigDecimal, BigInteger, Blob, DateTime, Document};

use super::{LenientReader, tolerate};

/// Reads the headers of a response, coercing their text as [`LenientReader`] coerces strings. Values in other parts of the
/// response are left to `inner`.
pub struct LenientHeaderReader<'a>(&'a mut dyn ShapeDeserializer);

impl<'a> LenientHeaderReader<'a> {
    /// Creates a reader of an output or error.
    pub fn new(inner: &'a mut dyn ShapeDeserializer) -> Self {
        Self(inner)
    }

    /// Reads the text of a scalar and converts it by `read`.
    fn convert<T>(
        &mut self,
        read: impl FnOnce(&mut LenientReader<'_>) -> Result<T, SerdeError>,
    ) -> Result<T, SerdeError> {
        let text = Document::String(self.0.read_string(&prelude::STRING)?);
        read(&mut LenientReader::new(&text, false))
    }
}

/// Implements methods that read scalars.
macro_rules! scalars {
    ($($read:ident -> $T:ty;)*) => {
        $(
            fn $read(&mut self, schema: &Schema<'_>) -> Result<$T, SerdeError> {
                self.convert(|reader| reader.$read(schema))
            }
        )*
    };
}

impl ShapeDeserializer for LenientHeaderReader<'_> {
    fn read_struct(
        &mut self,
        schema: &Schema<'_>,
        state: &mut dyn FnMut(&Schema<'_>, &mut dyn ShapeDeserializer) -> Result<(), SerdeError>,
    ) -> Result<(), SerdeError> {
        self.0.read_struct(schema, &mut |member, reader| {
            if member.http_header().is_none() {
                return state(member, reader);
            }
            let read = state(member, &mut LenientHeaderReader(reader));
            tolerate(read, schema, member.member_name().unwrap_or_default())
        })
    }

    fn read_list(
        &mut self,
        schema: &Schema<'_>,
        state: &mut dyn FnMut(&mut dyn ShapeDeserializer) -> Result<(), SerdeError>,
    ) -> Result<(), SerdeError> {
        self.0.read_list(schema, &mut |reader| state(&mut LenientHeaderReader(reader)))
    }

    fn read_map(
        &mut self,
        schema: &Schema<'_>,
        state: &mut dyn FnMut(String, &mut dyn ShapeDeserializer) -> Result<(), SerdeError>,
    ) -> Result<(), SerdeError> {
        self.0.read_map(schema, &mut |key, reader| state(key, &mut LenientHeaderReader(reader)))
    }

    fn read_string(&mut self, schema: &Schema<'_>) -> Result<String, SerdeError> {
        self.0.read_string(schema)
    }

    scalars! {
        read_boolean -> bool;
        read_byte -> i8;
        read_short -> i16;
        read_integer -> i32;
        read_long -> i64;
        read_float -> f32;
        read_double -> f64;
        read_big_integer -> BigInteger;
        read_big_decimal -> BigDecimal;
        read_blob -> Blob;
        read_timestamp -> DateTime;
    }

    fn read_document(&mut self, schema: &Schema<'_>) -> Result<Document, SerdeError> {
        self.0.read_document(schema)
    }

    fn is_null(&self) -> bool {
        self.0.is_null()
    }

    fn skip_value(&mut self) -> Result<(), SerdeError> {
        self.0.skip_value()
    }

    fn container_size(&self) -> Option<usize> {
        self.0.container_size()
    }
}
