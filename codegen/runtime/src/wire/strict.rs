//! Reader that rejects responses that deviate from the model.

use aws_smithy_schema::{
    Schema,
    serde::{SerdeError, ShapeDeserializer},
};
use aws_smithy_types::{BigDecimal, BigInteger, Blob, DateTime, Document};

use super::lenient::null_in_dense;

/// Reader that forwards to another one and rejects nulls in dense lists and maps.
///
/// Dense lists and maps drop a null with `read_null`; sparse ones and structures skip it with `skip_value`.
pub struct StrictReader<'a>(&'a mut dyn ShapeDeserializer);

impl<'a> StrictReader<'a> {
    pub fn new(inner: &'a mut dyn ShapeDeserializer) -> Self {
        Self(inner)
    }
}

impl ShapeDeserializer for StrictReader<'_> {
    fn read_struct(
        &mut self,
        schema: &Schema<'_>,
        state: &mut dyn FnMut(&Schema<'_>, &mut dyn ShapeDeserializer) -> Result<(), SerdeError>,
    ) -> Result<(), SerdeError> {
        self.0.read_struct(schema, &mut |member, reader| state(member, &mut StrictReader(reader)))
    }

    fn read_list(
        &mut self,
        schema: &Schema<'_>,
        state: &mut dyn FnMut(&mut dyn ShapeDeserializer) -> Result<(), SerdeError>,
    ) -> Result<(), SerdeError> {
        self.0.read_list(schema, &mut |reader| state(&mut StrictReader(reader)))
    }

    fn read_map(
        &mut self,
        schema: &Schema<'_>,
        state: &mut dyn FnMut(String, &mut dyn ShapeDeserializer) -> Result<(), SerdeError>,
    ) -> Result<(), SerdeError> {
        self.0.read_map(schema, &mut |key, reader| state(key, &mut StrictReader(reader)))
    }

    fn read_null(&mut self) -> Result<(), SerdeError> {
        Err(null_in_dense())
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

    fn read_boolean(&mut self, schema: &Schema<'_>) -> Result<bool, SerdeError> {
        self.0.read_boolean(schema)
    }

    fn read_byte(&mut self, schema: &Schema<'_>) -> Result<i8, SerdeError> {
        self.0.read_byte(schema)
    }

    fn read_short(&mut self, schema: &Schema<'_>) -> Result<i16, SerdeError> {
        self.0.read_short(schema)
    }

    fn read_integer(&mut self, schema: &Schema<'_>) -> Result<i32, SerdeError> {
        self.0.read_integer(schema)
    }

    fn read_long(&mut self, schema: &Schema<'_>) -> Result<i64, SerdeError> {
        self.0.read_long(schema)
    }

    fn read_float(&mut self, schema: &Schema<'_>) -> Result<f32, SerdeError> {
        self.0.read_float(schema)
    }

    fn read_double(&mut self, schema: &Schema<'_>) -> Result<f64, SerdeError> {
        self.0.read_double(schema)
    }

    fn read_big_integer(&mut self, schema: &Schema<'_>) -> Result<BigInteger, SerdeError> {
        self.0.read_big_integer(schema)
    }

    fn read_big_decimal(&mut self, schema: &Schema<'_>) -> Result<BigDecimal, SerdeError> {
        self.0.read_big_decimal(schema)
    }

    fn read_string(&mut self, schema: &Schema<'_>) -> Result<String, SerdeError> {
        self.0.read_string(schema)
    }

    fn read_blob(&mut self, schema: &Schema<'_>) -> Result<Blob, SerdeError> {
        self.0.read_blob(schema)
    }

    fn read_timestamp(&mut self, schema: &Schema<'_>) -> Result<DateTime, SerdeError> {
        self.0.read_timestamp(schema)
    }

    fn read_document(&mut self, schema: &Schema<'_>) -> Result<Document, SerdeError> {
        self.0.read_document(schema)
    }
}
