// Copied by tinsmith from its support code. Do not edit.

//! Reading by schemas from any format.

use std::fmt;

use aws_smithy_schema::{
    Schema, ShapeType,
    serde::{SerdeError, ShapeDeserializer},
};
use aws_smithy_types::{BigDecimal, BigInteger, Blob, DateTime, Document, error::ErrorMetadata};
use serde_core::{
    Deserialize, Deserializer,
    de::{DeserializeSeed, Error, IgnoredAny, MapAccess, SeqAccess, Visitor},
};

use super::{
    METADATA,
    document::Grown,
    form::{Bytes, Time},
    metadata::Metadata,
    number::{Big, Double},
};
use crate::wire::LenientReader;

/// A value that a format holds, read as an answer is.
pub(super) struct Reader<'de, D: Deserializer<'de>> {
    /// The value, until it is read.
    value: Option<D>,
    /// What the format itself had against it.
    pub(super) error: Option<D::Error>,
    /// What stood beside the members, once they are read.
    pub(super) metadata: ErrorMetadata,
}

impl<'de, D: Deserializer<'de>> Reader<'de, D> {
    pub(super) fn new(value: D) -> Self {
        Self { value: Some(value), error: None, metadata: ErrorMetadata::default() }
    }

    fn take(&mut self) -> Result<D, SerdeError> {
        self.value.take().ok_or_else(|| SerdeError::custom("a value has been read twice"))
    }

    fn read<T: Deserialize<'de>>(&mut self) -> Result<T, SerdeError> {
        T::deserialize(self.take()?).map_err(|error| self.failed(error))
    }

    fn failed(&mut self, error: D::Error) -> SerdeError {
        let text = SerdeError::custom(error.to_string());
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

    fn read_boolean(&mut self, _schema: &Schema<'_>) -> Result<bool, SerdeError> {
        self.read()
    }

    fn read_byte(&mut self, _schema: &Schema<'_>) -> Result<i8, SerdeError> {
        self.read()
    }

    fn read_short(&mut self, _schema: &Schema<'_>) -> Result<i16, SerdeError> {
        self.read()
    }

    fn read_integer(&mut self, _schema: &Schema<'_>) -> Result<i32, SerdeError> {
        self.read()
    }

    fn read_long(&mut self, _schema: &Schema<'_>) -> Result<i64, SerdeError> {
        self.read()
    }

    #[expect(clippy::cast_possible_truncation, reason = "a number that is too large is refused")]
    fn read_float(&mut self, _schema: &Schema<'_>) -> Result<f32, SerdeError> {
        let Double(value) = self.read()?;
        let narrow = value as f32;
        if narrow.is_infinite() && value.is_finite() {
            return Err(SerdeError::numeric_coercion_overflow("float", value.to_string()));
        }
        Ok(narrow)
    }

    fn read_double(&mut self, _schema: &Schema<'_>) -> Result<f64, SerdeError> {
        self.read().map(|Double(value)| value)
    }

    fn read_big_integer(&mut self, _schema: &Schema<'_>) -> Result<BigInteger, SerdeError> {
        self.read().map(|Big(value)| value)
    }

    fn read_big_decimal(&mut self, _schema: &Schema<'_>) -> Result<BigDecimal, SerdeError> {
        self.read().map(|Big(value)| value)
    }

    fn read_string(&mut self, _schema: &Schema<'_>) -> Result<String, SerdeError> {
        self.read()
    }

    fn read_blob(&mut self, _schema: &Schema<'_>) -> Result<Blob, SerdeError> {
        self.read().map(|Bytes(value)| value)
    }

    fn read_timestamp(&mut self, _schema: &Schema<'_>) -> Result<DateTime, SerdeError> {
        self.read().map(|Time(value)| value)
    }

    fn read_document(&mut self, _schema: &Schema<'_>) -> Result<Document, SerdeError> {
        self.read().map(|Grown(value)| value)
    }

    /// Nulls never come here: see [`Place`].
    fn is_null(&self) -> bool {
        false
    }

    fn skip_value(&mut self) -> Result<(), SerdeError> {
        self.read().map(|IgnoredAny| ())
    }

    fn container_size(&self) -> Option<usize> {
        None
    }
}

/// Reads one value or null, for a structure, list or map.
type ReadOne<'a> = dyn FnMut(&mut dyn ShapeDeserializer) -> Result<(), SerdeError> + 'a;

/// Where a value or null stands. Tells whether it was a value.
struct Place<'a> {
    read: &'a mut ReadOne<'a>,
    /// The first error, which would be no more than text in the error of the format.
    failure: &'a mut Option<SerdeError>,
}

impl Place<'_> {
    fn finish<E: Error>(self, reader: &mut dyn ShapeDeserializer) -> Result<(), E> {
        (self.read)(reader).map_err(|error| {
            let text = E::custom(&error);
            self.failure.get_or_insert(error);
            text
        })
    }

    fn null<E: Error>(self) -> Result<bool, E> {
        self.finish(&mut LenientReader::new(&Document::Null, false)).map(|()| false)
    }
}

impl<'de> DeserializeSeed<'de> for Place<'_> {
    type Value = bool;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<bool, D::Error> {
        deserializer.deserialize_option(self)
    }
}

impl<'de> Visitor<'de> for Place<'_> {
    type Value = bool;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value or null")
    }

    fn visit_none<E: Error>(self) -> Result<bool, E> {
        self.null()
    }

    fn visit_unit<E: Error>(self) -> Result<bool, E> {
        self.null()
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<bool, D::Error> {
        let mut reader = Reader::new(deserializer);
        self.finish(&mut reader)?;
        // Nobody wanted it, but the format must get past it.
        reader.value.map_or(Ok(()), |rest| IgnoredAny::deserialize(rest).map(|_| ()))?;
        Ok(true)
    }
}

/// A structure or union.
struct Members<'a> {
    schema: &'a Schema<'a>,
    state: &'a mut dyn FnMut(&Schema<'_>, &mut dyn ShapeDeserializer) -> Result<(), SerdeError>,
    metadata: &'a mut ErrorMetadata,
    failure: &'a mut Option<SerdeError>,
}

impl<'de> Visitor<'de> for Members<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "a map with the members of `{}`", self.schema.shape_id().shape_name())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let mut found = 0_usize;
        while let Some(key) = map.next_key::<String>()? {
            let is_value = match self.schema.member_schema(&key) {
                Some(member) => {
                    let read = &mut |reader: &mut dyn ShapeDeserializer| (self.state)(member, reader);
                    map.next_value_seed(Place { read, failure: self.failure })?
                }
                None if key == METADATA => {
                    Metadata(*self.metadata) = map.next_value()?;
                    false
                }
                None => map.next_value::<Option<IgnoredAny>>()?.is_some(),
            };
            found += usize::from(is_value);
        }
        if self.schema.shape_type() == ShapeType::Union && found != 1 {
            return Err(A::Error::custom(format_args!(
                "expected one variant of `{}`, found {found}",
                self.schema.shape_id().shape_name()
            )));
        }
        Ok(())
    }
}

struct Elements<'a> {
    state: &'a mut ReadOne<'a>,
    failure: &'a mut Option<SerdeError>,
}

impl<'de> Visitor<'de> for Elements<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
        while list.next_element_seed(Place { read: &mut *self.state, failure: self.failure })?.is_some() {}
        Ok(())
    }
}

struct Entries<'a> {
    state: &'a mut dyn FnMut(String, &mut dyn ShapeDeserializer) -> Result<(), SerdeError>,
    failure: &'a mut Option<SerdeError>,
}

impl<'de> Visitor<'de> for Entries<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a map")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while let Some(key) = map.next_key::<String>()? {
            let read = &mut |reader: &mut dyn ShapeDeserializer| (self.state)(key.clone(), reader);
            map.next_value_seed(Place { read, failure: self.failure })?;
        }
        Ok(())
    }
}
