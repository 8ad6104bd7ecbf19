//! Reader of headers that may deviate from the model.

use std::{collections::VecDeque, str::FromStr};

use aws_smithy_schema::{
    Schema, ShapeType, prelude,
    serde::{SerdeError, ShapeDeserializer},
    shape_id,
};
use aws_smithy_types::{BigDecimal, BigInteger, Blob, DateTime, Document, date_time::Format};

use super::{big_decimal, big_integer, boolean, float, integer, is_tolerable, mismatch, timestamp};
use crate::wire::JsonReader;

/// A list of strings, as which a list of other values is read again.
static STRINGS: Schema<'static> =
    Schema::new_list(shape_id!("tinsmith.runtime", "Strings"), &prelude::STRING);

/// Reads the headers of a response. Text that is not a value of its type is converted like a JSON string. Values in other parts
/// of the response are left to `inner`.
pub struct LenientHeaderReader<'a>(&'a mut dyn ShapeDeserializer);

impl<'a> LenientHeaderReader<'a> {
    /// Creates a reader of an output or error.
    pub fn new(inner: &'a mut dyn ShapeDeserializer) -> Self {
        Self(inner)
    }

    fn text(&mut self) -> Result<String, SerdeError> {
        self.0.read_string(&prelude::STRING)
    }

    /// Reads a float. Upstream takes a number that is out of range for an infinite one, and words that Smithy lacks.
    fn finite<T: FromStr + Into<f64> + Copy>(
        &mut self,
        read: impl FnOnce(&mut dyn ShapeDeserializer) -> Result<T, SerdeError>,
        target: &str,
    ) -> Result<T, SerdeError> {
        match read(self.0) {
            Ok(value) if value.into().is_finite() => Ok(value),
            _ => float(&self.text()?, target),
        }
    }
}

/// Implements methods that read scalars.
macro_rules! scalars {
    ($($read:ident -> $T:ty: $convert:expr;)*) => {
        $(
            fn $read(&mut self, schema: &Schema<'_>) -> Result<$T, SerdeError> {
                match self.0.$read(schema) {
                    Ok(value) => Ok(value),
                    Err(_) => self.text().and_then(|text| $convert(&text)),
                }
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
            match state(member, &mut LenientHeaderReader(reader)) {
                Err(error) if !is_tolerable(&error, schema, member) => Err(error),
                _ => Ok(()),
            }
        })
    }

    fn read_list(
        &mut self,
        schema: &Schema<'_>,
        state: &mut dyn FnMut(&mut dyn ShapeDeserializer) -> Result<(), SerdeError>,
    ) -> Result<(), SerdeError> {
        if schema.member().is_none_or(|element| element.shape_type() != ShapeType::Timestamp) {
            return self.0.read_list(schema, &mut |reader| state(&mut LenientHeaderReader(reader)));
        }
        let mut dates = Vec::new();
        let read = self.0.read_list(schema, &mut |reader| {
            dates.push(reader.read_timestamp(&prelude::TIMESTAMP)?);
            Ok(())
        });
        if read.is_err() {
            dates = self.lenient_dates()?;
        }
        dates.into_iter().try_for_each(|date| {
            let seconds =
                date.fmt(Format::EpochSeconds).map_err(|error| SerdeError::custom(error.to_string()))?;
            state(&mut JsonReader::new(seconds.as_bytes()).lenient(true))
        })
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
        read_boolean -> bool: boolean;
        read_byte -> i8: |text: &str| integer(text, "byte");
        read_short -> i16: |text: &str| integer(text, "short");
        read_integer -> i32: |text: &str| integer(text, "integer");
        read_long -> i64: |text: &str| integer(text, "long");
        read_big_integer -> BigInteger: |text: &str| big_integer(text.trim());
        read_big_decimal -> BigDecimal: |text: &str| big_decimal(text.trim());
        read_timestamp -> DateTime: timestamp;
    }

    fn read_float(&mut self, schema: &Schema<'_>) -> Result<f32, SerdeError> {
        self.finite(|reader| reader.read_float(schema), "float")
    }

    fn read_double(&mut self, schema: &Schema<'_>) -> Result<f64, SerdeError> {
        self.finite(|reader| reader.read_double(schema), "double")
    }

    fn read_blob(&mut self, schema: &Schema<'_>) -> Result<Blob, SerdeError> {
        self.0.read_blob(schema).map_err(|_| mismatch("a base64 string", "other text"))
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

impl LenientHeaderReader<'_> {
    /// Reads a list of dates in any format. Those with a weekday contain a comma, so that each is two strings.
    fn lenient_dates(&mut self) -> Result<Vec<DateTime>, SerdeError> {
        let mut texts = VecDeque::new();
        self.0.read_list(&STRINGS, &mut |reader| {
            texts.push_back(reader.read_string(&prelude::STRING)?);
            Ok(())
        })?;
        let mut dates = Vec::new();
        while let Some(mut text) = texts.pop_front() {
            if text.bytes().all(|byte| byte.is_ascii_alphabetic())
                && let Some(rest) = texts.pop_front()
            {
                text = format!("{text}, {rest}");
            }
            dates.push(timestamp(&text)?);
        }
        Ok(dates)
    }
}
