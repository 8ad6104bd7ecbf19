//! Items of structures, lists and maps.

use std::fmt;

use aws_smithy_schema::{
    Schema, prelude,
    serde::{SerdeError, ShapeDeserializer},
};
use aws_smithy_types::error::ErrorMetadata;
use serde_core::{
    Deserialize, Deserializer,
    de::{DeserializeSeed, Error, IgnoredAny, MapAccess, SeqAccess, Visitor},
};

use super::{
    metadata::{METADATA, Metadata},
    reader::Reader,
};
use crate::wire::JsonReader;

/// Reads one value or null, for a structure, list or map.
type ReadOne<'a> = dyn FnMut(&mut dyn ShapeDeserializer) -> Result<(), SerdeError> + 'a;

/// An item that is a value or null. Deserializes to whether it was a value.
struct Item<'a> {
    read: &'a mut ReadOne<'a>,
    /// The first error. The error of the format would keep only its text.
    failure: &'a mut Option<SerdeError>,
}

impl Item<'_> {
    fn finish<E: Error>(self, reader: &mut dyn ShapeDeserializer) -> Result<(), E> {
        (self.read)(reader).map_err(|error| {
            let text = E::custom(&error);
            self.failure.get_or_insert(error);
            text
        })
    }

    fn null<E: Error>(self) -> Result<bool, E> {
        self.finish(&mut JsonReader::new(b"null").lenient(true)).map(|()| false)
    }
}

impl<'de> DeserializeSeed<'de> for Item<'_> {
    type Value = bool;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<bool, D::Error> {
        deserializer.deserialize_option(self)
    }
}

impl<'de> Visitor<'de> for Item<'_> {
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
        // The value was not read; the format must skip it.
        reader.value.map_or(Ok(()), |rest| IgnoredAny::deserialize(rest).map(|_| ()))?;
        Ok(true)
    }
}

/// A structure or union.
pub(super) struct Members<'a> {
    pub(super) schema: &'a Schema<'a>,
    pub(super) state: &'a mut dyn FnMut(&Schema<'_>, &mut dyn ShapeDeserializer) -> Result<(), SerdeError>,
    pub(super) metadata: &'a mut ErrorMetadata,
    pub(super) failure: &'a mut Option<SerdeError>,
}

impl<'de> Visitor<'de> for Members<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "a map with the members of `{}`", self.schema.shape_id().shape_name())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while let Some(key) = map.next_key_seed(KeyOf(self.schema))? {
            match key {
                Key::Member(member) => {
                    let read = &mut |reader: &mut dyn ShapeDeserializer| (self.state)(member, reader);
                    map.next_value_seed(Item { read, failure: self.failure })?;
                }
                Key::Metadata => {
                    let found = map.next_value::<Option<Metadata>>()?;
                    *self.metadata = found.map(|Metadata(found)| found).unwrap_or_default();
                }
                Key::Unknown => {
                    // A union counts its variants, unknown ones too.
                    let read = &mut |reader: &mut dyn ShapeDeserializer| {
                        if reader.is_null() { Ok(()) } else { (self.state)(&prelude::DOCUMENT, reader) }
                    };
                    map.next_value_seed(Item { read, failure: self.failure })?;
                }
            }
        }
        Ok(())
    }
}

/// The key of a member, which is not copied.
enum Key<'a> {
    Member(&'a Schema<'a>),
    Metadata,
    Unknown,
}

/// Reads a key of the members of a schema.
struct KeyOf<'a>(&'a Schema<'a>);

impl<'de, 'a> DeserializeSeed<'de> for KeyOf<'a> {
    type Value = Key<'a>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Key<'a>, D::Error> {
        deserializer.deserialize_identifier(self)
    }
}

impl<'a> Visitor<'_> for KeyOf<'a> {
    type Value = Key<'a>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the name of a member")
    }

    fn visit_str<E: Error>(self, name: &str) -> Result<Key<'a>, E> {
        Ok(match self.0.member_schema(name) {
            Some(member) => Key::Member(member),
            None if name == METADATA => Key::Metadata,
            None => Key::Unknown,
        })
    }

    fn visit_bytes<E: Error>(self, name: &[u8]) -> Result<Key<'a>, E> {
        std::str::from_utf8(name).map_or(Ok(Key::Unknown), |name| self.visit_str(name))
    }
}

pub(super) struct Elements<'a> {
    pub(super) state: &'a mut ReadOne<'a>,
    pub(super) failure: &'a mut Option<SerdeError>,
}

impl<'de> Visitor<'de> for Elements<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
        while list.next_element_seed(Item { read: &mut *self.state, failure: self.failure })?.is_some() {}
        Ok(())
    }
}

pub(super) struct Entries<'a> {
    pub(super) state: &'a mut dyn FnMut(String, &mut dyn ShapeDeserializer) -> Result<(), SerdeError>,
    pub(super) failure: &'a mut Option<SerdeError>,
}

impl<'de> Visitor<'de> for Entries<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a map")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while let Some(key) = map.next_key::<String>()? {
            let read = &mut |reader: &mut dyn ShapeDeserializer| (self.state)(key.clone(), reader);
            map.next_value_seed(Item { read, failure: self.failure })?;
        }
        Ok(())
    }
}
