//! Reading and writing of values by their types.

use std::{collections::HashMap, hash::Hash};

use aws_smithy_schema::{
    Schema, ShapeType, prelude,
    serde::{SerdeError, SerializableStruct, ShapeDeserializer, ShapeSerializer},
    shape_id,
};
use aws_smithy_types::{BigDecimal, BigInteger, Blob, DateTime, Document};

/// A value that can be read from a response.
pub trait Readable: Sized {
    /// Reads a value that is not null, by the schema of the member or element.
    fn read(reader: &mut dyn ShapeDeserializer, schema: &Schema<'_>) -> Result<Self, SerdeError>;

    /// Skips a null in a list or map. Dense ones drop it, which a strict reader rejects.
    fn read_null(reader: &mut dyn ShapeDeserializer) -> Result<Option<Self>, SerdeError> {
        reader.read_null()?;
        Ok(None)
    }
}

/// A value that can be written into a request.
pub trait Writable {
    /// Writes the value by the schema of the member or element.
    fn write(&self, writer: &mut dyn ShapeSerializer, schema: &Schema<'_>) -> Result<(), SerdeError>;
}

/// Types that protocols have, with the methods that read and write them.
macro_rules! simple {
    ($($T:ty: $read:ident, $write:ident($value:ident => $argument:expr);)*) => {
        $(
            impl Readable for $T {
                fn read(reader: &mut dyn ShapeDeserializer, schema: &Schema<'_>) -> Result<Self, SerdeError> {
                    reader.$read(schema)
                }
            }

            impl Writable for $T {
                fn write(
                    &self,
                    writer: &mut dyn ShapeSerializer,
                    schema: &Schema<'_>,
                ) -> Result<(), SerdeError> {
                    let $value = self;
                    writer.$write(schema, $argument)
                }
            }
        )*
    };
}

simple! {
    bool: read_boolean, write_boolean(value => *value);
    i8: read_byte, write_byte(value => *value);
    i16: read_short, write_short(value => *value);
    i32: read_integer, write_integer(value => *value);
    i64: read_long, write_long(value => *value);
    f32: read_float, write_float(value => *value);
    f64: read_double, write_double(value => *value);
    String: read_string, write_string(value => value);
    BigInteger: read_big_integer, write_big_integer(value => value);
    BigDecimal: read_big_decimal, write_big_decimal(value => value);
    Blob: read_blob, write_blob(value => value.clone());
    DateTime: read_timestamp, write_timestamp(value => value);
}

/// A null is a document too.
impl Readable for Document {
    fn read(reader: &mut dyn ShapeDeserializer, schema: &Schema<'_>) -> Result<Self, SerdeError> {
        reader.read_document(schema)
    }

    fn read_null(reader: &mut dyn ShapeDeserializer) -> Result<Option<Self>, SerdeError> {
        reader.skip_value()?;
        Ok(Some(Self::Null))
    }
}

/// A payload has no name: the document is the whole body.
impl Writable for Document {
    fn write(&self, writer: &mut dyn ShapeSerializer, schema: &Schema<'_>) -> Result<(), SerdeError> {
        let schema = if schema.http_payload().is_some() { &prelude::DOCUMENT } else { schema };
        writer.write_document(schema, self)
    }
}

impl<T: Readable> Readable for Box<T> {
    fn read(reader: &mut dyn ShapeDeserializer, schema: &Schema<'_>) -> Result<Self, SerdeError> {
        T::read(reader, schema).map(Self::new)
    }
}

impl<T: Writable> Writable for Box<T> {
    fn write(&self, writer: &mut dyn ShapeSerializer, schema: &Schema<'_>) -> Result<(), SerdeError> {
        T::write(self, writer, schema)
    }
}

/// An element of a sparse list or map.
impl<T: Readable> Readable for Option<T> {
    fn read(reader: &mut dyn ShapeDeserializer, schema: &Schema<'_>) -> Result<Self, SerdeError> {
        T::read(reader, schema).map(Some)
    }

    fn read_null(reader: &mut dyn ShapeDeserializer) -> Result<Option<Self>, SerdeError> {
        reader.skip_value()?;
        Ok(Some(None))
    }
}

impl<T: Writable> Writable for Option<T> {
    fn write(&self, writer: &mut dyn ShapeSerializer, schema: &Schema<'_>) -> Result<(), SerdeError> {
        match self {
            Some(value) => value.write(writer, schema),
            None => writer.write_null(schema),
        }
    }
}

impl<T: Readable> Readable for Vec<T> {
    fn read(reader: &mut dyn ShapeDeserializer, schema: &Schema<'_>) -> Result<Self, SerdeError> {
        let member = schema.member().unwrap_or(&prelude::DOCUMENT);
        let mut values = Vec::new();
        reader.read_list(schema, &mut |reader| {
            let value = if reader.is_null() { T::read_null(reader)? } else { Some(T::read(reader, member)?) };
            values.extend(value);
            Ok(())
        })?;
        Ok(values)
    }
}

impl<T: Writable> Writable for Vec<T> {
    fn write(&self, writer: &mut dyn ShapeSerializer, schema: &Schema<'_>) -> Result<(), SerdeError> {
        let member = schema.member().unwrap_or(&prelude::DOCUMENT);
        writer.write_list_with_length(schema, self.len(), &|writer| {
            self.iter().try_for_each(|value| value.write(writer, member))
        })
    }
}

/// A key of a map: a string or an enum of strings.
pub trait MapKey {
    /// Creates the key from its text.
    fn from_text(text: String) -> Self;

    /// Returns the text of the key.
    fn as_text(&self) -> &str;
}

impl MapKey for String {
    fn from_text(text: String) -> Self {
        text
    }

    fn as_text(&self) -> &str {
        self
    }
}

impl<K: MapKey + Eq + Hash, T: Readable> Readable for HashMap<K, T> {
    fn read(reader: &mut dyn ShapeDeserializer, schema: &Schema<'_>) -> Result<Self, SerdeError> {
        let member = schema.member().unwrap_or(&prelude::DOCUMENT);
        let mut entries = HashMap::new();
        reader.read_map(schema, &mut |key, reader| {
            let value = if reader.is_null() { T::read_null(reader)? } else { Some(T::read(reader, member)?) };
            entries.extend(value.map(|value| (K::from_text(key), value)));
            Ok(())
        })?;
        Ok(entries)
    }
}

impl<K: MapKey, T: Writable> Writable for HashMap<K, T> {
    fn write(&self, writer: &mut dyn ShapeSerializer, schema: &Schema<'_>) -> Result<(), SerdeError> {
        let key = schema.key().unwrap_or(&prelude::STRING);
        let member = schema.member().unwrap_or(&prelude::DOCUMENT);
        writer.write_map_with_length(schema, self.len(), &|writer| {
            self.iter().try_for_each(|(name, value)| {
                writer.write_string(key, name.as_text())?;
                value.write(writer, member)
            })
        })
    }
}

static UNIT: Schema<'static> = Schema::new_struct(shape_id!("smithy.api", "Unit"), ShapeType::Structure, &[]);

/// `smithy.api#Unit`
struct Unit;

impl SerializableStruct for Unit {
    fn schema(&self) -> &Schema<'_> {
        &UNIT
    }

    fn serialize_members(&self, _writer: &mut dyn ShapeSerializer) -> Result<(), SerdeError> {
        Ok(())
    }
}

/// A variant without a value is an empty structure.
impl Readable for () {
    fn read(reader: &mut dyn ShapeDeserializer, _schema: &Schema<'_>) -> Result<Self, SerdeError> {
        reader.read_struct(&UNIT, &mut |_, _| Ok(()))
    }
}

impl Writable for () {
    fn write(&self, writer: &mut dyn ShapeSerializer, schema: &Schema<'_>) -> Result<(), SerdeError> {
        writer.write_struct(schema, &Unit)
    }
}
