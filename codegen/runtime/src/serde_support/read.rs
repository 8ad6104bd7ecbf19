//! Reading of generated types from any format.

use serde_core::{Deserializer, de::Error as _};

use super::{Deserializable, reader::Reader};

/// Reads a value and its metadata.
pub fn read<'de, T: Deserializable, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    let mut reader = Reader::new(deserializer);
    match T::read(&mut reader) {
        Ok(value) => Ok(value.with_metadata(&reader.metadata)),
        Err(error) => Err(reader.error.unwrap_or_else(|| D::Error::custom(error))),
    }
}
