//! Reader of a header, or of a payload that is a blob or string.

use aws_smithy_schema::{
    Schema,
    serde::{SerdeError, ShapeDeserializer},
};
use aws_smithy_types::{BigDecimal, BigInteger, Blob, DateTime, Document, event_stream::HeaderValue};

use crate::wire::read_integers;

/// Reads a typed value. Integers of any width are read if they fit.
pub(super) struct ValueReader<'a>(pub(super) &'a HeaderValue);

impl ValueReader<'_> {
    fn mismatch(&self, expected: &str) -> SerdeError {
        let found = match self.0 {
            HeaderValue::Bool(_) => "a boolean",
            HeaderValue::Byte(_) | HeaderValue::Int16(_) | HeaderValue::Int32(_) | HeaderValue::Int64(_) => {
                "an integer"
            }
            HeaderValue::ByteArray(_) => "a blob",
            HeaderValue::String(_) => "a string",
            HeaderValue::Timestamp(_) => "a timestamp",
            HeaderValue::Uuid(_) => "a UUID",
            _ => "another type",
        };
        SerdeError::type_mismatch(format!("expected {expected}, found {found}"))
    }

    fn integer<T: TryFrom<i64>>(&self, target: &str) -> Result<T, SerdeError> {
        let value = match self.0 {
            HeaderValue::Byte(value) => i64::from(*value),
            HeaderValue::Int16(value) => i64::from(*value),
            HeaderValue::Int32(value) => i64::from(*value),
            HeaderValue::Int64(value) => *value,
            _ => return Err(self.mismatch("an integer")),
        };
        T::try_from(value).map_err(|_| SerdeError::numeric_coercion_overflow(target, value.to_string()))
    }
}

impl ShapeDeserializer for ValueReader<'_> {
    fn read_struct(
        &mut self,
        _schema: &Schema<'_>,
        _state: &mut dyn FnMut(&Schema<'_>, &mut dyn ShapeDeserializer) -> Result<(), SerdeError>,
    ) -> Result<(), SerdeError> {
        Err(self.mismatch("a structure"))
    }

    fn read_list(
        &mut self,
        _schema: &Schema<'_>,
        _state: &mut dyn FnMut(&mut dyn ShapeDeserializer) -> Result<(), SerdeError>,
    ) -> Result<(), SerdeError> {
        Err(self.mismatch("a list"))
    }

    fn read_map(
        &mut self,
        _schema: &Schema<'_>,
        _state: &mut dyn FnMut(String, &mut dyn ShapeDeserializer) -> Result<(), SerdeError>,
    ) -> Result<(), SerdeError> {
        Err(self.mismatch("a map"))
    }

    fn read_boolean(&mut self, _schema: &Schema<'_>) -> Result<bool, SerdeError> {
        self.0.as_bool().map_err(|_| self.mismatch("a boolean"))
    }

    read_integers!();

    fn read_float(&mut self, _schema: &Schema<'_>) -> Result<f32, SerdeError> {
        Err(self.mismatch("a float"))
    }

    fn read_double(&mut self, _schema: &Schema<'_>) -> Result<f64, SerdeError> {
        Err(self.mismatch("a double"))
    }

    fn read_big_integer(&mut self, _schema: &Schema<'_>) -> Result<BigInteger, SerdeError> {
        Err(self.mismatch("a big integer"))
    }

    fn read_big_decimal(&mut self, _schema: &Schema<'_>) -> Result<BigDecimal, SerdeError> {
        Err(self.mismatch("a big decimal"))
    }

    fn read_string(&mut self, _schema: &Schema<'_>) -> Result<String, SerdeError> {
        let text = self.0.as_string().map_err(|_| self.mismatch("a string"))?;
        Ok(text.as_str().to_owned())
    }

    fn read_blob(&mut self, _schema: &Schema<'_>) -> Result<Blob, SerdeError> {
        let bytes = self.0.as_byte_array().map_err(|_| self.mismatch("a blob"))?;
        Ok(Blob::from_maybe_shared(bytes.clone()))
    }

    fn read_timestamp(&mut self, _schema: &Schema<'_>) -> Result<DateTime, SerdeError> {
        self.0.as_timestamp().map_err(|_| self.mismatch("a timestamp"))
    }

    fn read_document(&mut self, _schema: &Schema<'_>) -> Result<Document, SerdeError> {
        Err(self.mismatch("a document"))
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
