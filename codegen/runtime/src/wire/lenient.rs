//! Reader of responses that deviate from the model.

use aws_smithy_schema::{
    Schema, ShapeType, prelude,
    serde::{SerdeError, ShapeDeserializer},
};
use aws_smithy_types::{BigDecimal, BigInteger, Blob, DateTime, Document};

mod header;
mod number;
mod timestamp;

pub use header::LenientHeaderReader;

/// Reads a [`Document`] against a schema, coercing between strings, numbers, booleans and timestamps.
///
/// A member of the wrong type is left out with a warning if it is optional; a number out of range
/// and whatever goes wrong in a required member is an error. See `read_members`, which decides
/// what is optional.
pub struct LenientReader<'a> {
    value: &'a Document,
    /// `true` if members are named by `smithy.api#jsonName`.
    json_names: bool,
}

impl<'a> LenientReader<'a> {
    pub fn new(value: &'a Document, json_names: bool) -> Self {
        Self { value, json_names }
    }

    fn at(&self, value: &'a Document) -> Self {
        Self { value, json_names: self.json_names }
    }

    fn key<'s>(&self, member: &'s Schema<'_>) -> Option<&'s str> {
        match member.json_name() {
            Some(name) if self.json_names => Some(name.value()),
            _ => member.member_name(),
        }
    }

    /// Creates the error for a value that cannot be converted to what is `expected`.
    fn mismatch(&self, expected: &str) -> SerdeError {
        let found = match self.value {
            Document::Null => "null",
            Document::Bool(_) => "a boolean",
            Document::Number(_) => "a number",
            Document::String(_) => "a string",
            Document::Array(_) => "a list",
            Document::Object(_) => "an object",
        };
        SerdeError::type_mismatch(format!("expected {expected}, found {found}"))
    }
}

/// Returns errors that are not tolerated, and warns of others. Variants of a union are never dropped.
pub(super) fn tolerate(
    outcome: Result<(), SerdeError>,
    schema: &Schema<'_>,
    name: &str,
) -> Result<(), SerdeError> {
    match outcome {
        Err(error @ SerdeError::TypeMismatch { .. }) if schema.shape_type() != ShapeType::Union => {
            let shape = schema.shape_id().as_str();
            tracing::warn!(member = name, shape, %error, "dropped a member that deviates from the model");
            Ok(())
        }
        outcome => outcome,
    }
}

impl ShapeDeserializer for LenientReader<'_> {
    fn read_struct(
        &mut self,
        schema: &Schema<'_>,
        state: &mut dyn FnMut(&Schema<'_>, &mut dyn ShapeDeserializer) -> Result<(), SerdeError>,
    ) -> Result<(), SerdeError> {
        let Document::Object(entries) = self.value else {
            return Err(self.mismatch("an object"));
        };
        let mut unknown = entries.len();
        for member in schema.members() {
            let Some(name) = self.key(member) else {
                continue;
            };
            let Some(value) = entries.get(name) else {
                continue;
            };
            unknown = unknown.saturating_sub(1);
            tolerate(state(member, &mut self.at(value)), schema, name)?;
        }
        if unknown > 0 && schema.shape_type() == ShapeType::Union {
            return self.read_unknown_variant(schema, state);
        }
        Ok(())
    }

    fn read_list(
        &mut self,
        _schema: &Schema<'_>,
        state: &mut dyn FnMut(&mut dyn ShapeDeserializer) -> Result<(), SerdeError>,
    ) -> Result<(), SerdeError> {
        let Document::Array(values) = self.value else {
            return Err(self.mismatch("a list"));
        };
        values.iter().try_for_each(|value| state(&mut self.at(value)))
    }

    fn read_map(
        &mut self,
        _schema: &Schema<'_>,
        state: &mut dyn FnMut(String, &mut dyn ShapeDeserializer) -> Result<(), SerdeError>,
    ) -> Result<(), SerdeError> {
        let Document::Object(entries) = self.value else {
            return Err(self.mismatch("an object"));
        };
        entries.iter().try_for_each(|(key, value)| state(key.clone(), &mut self.at(value)))
    }

    fn read_boolean(&mut self, _schema: &Schema<'_>) -> Result<bool, SerdeError> {
        match self.value {
            Document::Bool(value) => Ok(*value),
            Document::String(text) if text.eq_ignore_ascii_case("true") => Ok(true),
            Document::String(text) if text.eq_ignore_ascii_case("false") => Ok(false),
            _ => Err(self.mismatch("a boolean")),
        }
    }

    fn read_byte(&mut self, _schema: &Schema<'_>) -> Result<i8, SerdeError> {
        self.integer("byte")
    }

    fn read_short(&mut self, _schema: &Schema<'_>) -> Result<i16, SerdeError> {
        self.integer("short")
    }

    fn read_integer(&mut self, _schema: &Schema<'_>) -> Result<i32, SerdeError> {
        self.integer("integer")
    }

    fn read_long(&mut self, _schema: &Schema<'_>) -> Result<i64, SerdeError> {
        self.integer("long")
    }

    fn read_float(&mut self, _schema: &Schema<'_>) -> Result<f32, SerdeError> {
        self.float()
    }

    fn read_double(&mut self, _schema: &Schema<'_>) -> Result<f64, SerdeError> {
        self.double()
    }

    fn read_big_integer(&mut self, _schema: &Schema<'_>) -> Result<BigInteger, SerdeError> {
        self.big_integer()
    }

    fn read_big_decimal(&mut self, _schema: &Schema<'_>) -> Result<BigDecimal, SerdeError> {
        self.big_decimal()
    }

    fn read_string(&mut self, _schema: &Schema<'_>) -> Result<String, SerdeError> {
        match self.value {
            Document::String(text) => Ok(text.clone()),
            Document::Bool(value) => Ok(value.to_string()),
            Document::Number(value) => Ok(number::text(*value)),
            _ => Err(self.mismatch("a string")),
        }
    }

    fn read_blob(&mut self, _schema: &Schema<'_>) -> Result<Blob, SerdeError> {
        let Document::String(text) = self.value else {
            return Err(self.mismatch("a base64 string"));
        };
        aws_smithy_types::base64::decode(text)
            .map(Blob::new)
            .map_err(|error| SerdeError::type_mismatch(format!("expected a base64 string: {error}")))
    }

    fn read_timestamp(&mut self, _schema: &Schema<'_>) -> Result<DateTime, SerdeError> {
        self.timestamp()
    }

    fn read_document(&mut self, _schema: &Schema<'_>) -> Result<Document, SerdeError> {
        Ok(self.value.clone())
    }

    fn is_null(&self) -> bool {
        matches!(self.value, Document::Null)
    }

    fn skip_value(&mut self) -> Result<(), SerdeError> {
        Ok(())
    }

    fn container_size(&self) -> Option<usize> {
        match self.value {
            Document::Array(values) => Some(values.len()),
            Document::Object(entries) => Some(entries.len()),
            _ => None,
        }
    }
}

impl LenientReader<'_> {
    /// Reads the variants that the model does not list, as the protocols do.
    fn read_unknown_variant(
        &mut self,
        schema: &Schema<'_>,
        state: &mut dyn FnMut(&Schema<'_>, &mut dyn ShapeDeserializer) -> Result<(), SerdeError>,
    ) -> Result<(), SerdeError> {
        let Document::Object(entries) = self.value else {
            return Ok(());
        };
        let modelled = |key: &str| schema.members().iter().any(|member| self.key(member) == Some(key));
        entries
            .iter()
            .filter(|(key, value)| *key != "__type" && !matches!(value, Document::Null) && !modelled(key))
            .try_for_each(|(_, value)| state(&prelude::DOCUMENT, &mut self.at(value)))
    }
}
