//! Reader of any format by schemas.

use aws_smithy_schema::{
    Schema,
    serde::{SerdeError, ShapeDeserializer},
};
use aws_smithy_types::{BigDecimal, BigInteger, Blob, DateTime, Document, error::ErrorMetadata};
use serde_core::{Deserialize, Deserializer, de::IgnoredAny};

use super::{
    blob_time::{Bytes, Time},
    document::Grown,
    item::{Elements, Entries, Members},
    number::{Big, Double},
};

/// A reader of a value in any format.
pub(super) struct Reader<'de, D: Deserializer<'de>> {
    /// The value, until it is read.
    pub(super) value: Option<D>,
    /// Error of the format.
    pub(super) error: Option<D::Error>,
    /// Metadata that was read next to the members.
    pub(super) metadata: ErrorMetadata,
}

impl<'de, D: Deserializer<'de>> Reader<'de, D> {
    pub(super) fn new(value: D) -> Self {
        Self { value: Some(value), error: None, metadata: ErrorMetadata::default() }
    }

    fn take(&mut self) -> Result<D, SerdeError> {
        self.value.take().ok_or_else(|| SerdeError::custom("a value has been read twice"))
    }

    /// Reads a value. An error of the format would show the value, which may be sensitive.
    fn read<T: Deserialize<'de>>(&mut self, schema: &Schema<'_>) -> Result<T, SerdeError> {
        T::deserialize(self.take()?).map_err(|error| match schema.sensitive() {
            Some(_) => SerdeError::custom("a sensitive value of the wrong type"),
            None => self.failed(error),
        })
    }

    fn failed(&mut self, error: D::Error) -> SerdeError {
        let text = SerdeError::custom(error.to_string().trim_end());
        self.error = Some(error);
        text
    }
}

impl<'de, D: Deserializer<'de>> ShapeDeserializer for Reader<'de, D> {
    fn read_struct(
        &mut self,
        schema: &Schema<'_>,
        state: &mut dyn FnMut(&Schema<'_>, &mut dyn ShapeDeserializer) -> Result<(), SerdeError>,
    ) -> Result<(), SerdeError> {
        let value = self.take()?;
        let mut failure = None;
        let members = Members { schema, state, metadata: &mut self.metadata, failure: &mut failure };
        value.deserialize_map(members).map_err(|error| failure.unwrap_or_else(|| self.failed(error)))
    }

    fn read_list(
        &mut self,
        _schema: &Schema<'_>,
        state: &mut dyn FnMut(&mut dyn ShapeDeserializer) -> Result<(), SerdeError>,
    ) -> Result<(), SerdeError> {
        let mut failure = None;
        let elements = Elements { state, failure: &mut failure };
        let list = self.take()?;
        list.deserialize_seq(elements).map_err(|error| failure.unwrap_or_else(|| self.failed(error)))
    }

    fn read_map(
        &mut self,
        _schema: &Schema<'_>,
        state: &mut dyn FnMut(String, &mut dyn ShapeDeserializer) -> Result<(), SerdeError>,
    ) -> Result<(), SerdeError> {
        let mut failure = None;
        let entries = Entries { state, failure: &mut failure };
        let map = self.take()?;
        map.deserialize_map(entries).map_err(|error| failure.unwrap_or_else(|| self.failed(error)))
    }

    fn read_boolean(&mut self, schema: &Schema<'_>) -> Result<bool, SerdeError> {
        self.read(schema)
    }

    fn read_byte(&mut self, schema: &Schema<'_>) -> Result<i8, SerdeError> {
        self.read(schema)
    }

    fn read_short(&mut self, schema: &Schema<'_>) -> Result<i16, SerdeError> {
        self.read(schema)
    }

    fn read_integer(&mut self, schema: &Schema<'_>) -> Result<i32, SerdeError> {
        self.read(schema)
    }

    fn read_long(&mut self, schema: &Schema<'_>) -> Result<i64, SerdeError> {
        self.read(schema)
    }

    #[expect(clippy::cast_possible_truncation, reason = "a number that is too large is refused")]
    fn read_float(&mut self, schema: &Schema<'_>) -> Result<f32, SerdeError> {
        let Double(value) = self.read(schema)?;
        let narrow = value as f32;
        if narrow.is_infinite() && value.is_finite() {
            return Err(SerdeError::numeric_coercion_overflow("float", value.to_string()));
        }
        Ok(narrow)
    }

    fn read_double(&mut self, schema: &Schema<'_>) -> Result<f64, SerdeError> {
        self.read(schema).map(|Double(value)| value)
    }

    fn read_big_integer(&mut self, schema: &Schema<'_>) -> Result<BigInteger, SerdeError> {
        self.read(schema).map(|Big(value)| value)
    }

    fn read_big_decimal(&mut self, schema: &Schema<'_>) -> Result<BigDecimal, SerdeError> {
        self.read(schema).map(|Big(value)| value)
    }

    fn read_string(&mut self, schema: &Schema<'_>) -> Result<String, SerdeError> {
        self.read(schema)
    }

    fn read_blob(&mut self, schema: &Schema<'_>) -> Result<Blob, SerdeError> {
        self.read(schema).map(|Bytes(value)| value)
    }

    fn read_timestamp(&mut self, schema: &Schema<'_>) -> Result<DateTime, SerdeError> {
        self.read(schema).map(|Time(value)| value)
    }

    fn read_document(&mut self, schema: &Schema<'_>) -> Result<Document, SerdeError> {
        self.read(schema).map(|Grown(value)| value)
    }

    /// Always false: `Item` handles nulls.
    fn is_null(&self) -> bool {
        false
    }

    fn skip_value(&mut self) -> Result<(), SerdeError> {
        IgnoredAny::deserialize(self.take()?).map(drop).map_err(|error| self.failed(error))
    }

    fn container_size(&self) -> Option<usize> {
        None
    }
}
