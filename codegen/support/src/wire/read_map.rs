//! Reading dense maps.

use std::collections::HashMap;

use aws_smithy_schema::{
    Schema, prelude,
    serde::{SerdeError, ShapeDeserializer},
};

/// Reads a map, dropping keys whose value is null. A strict reader refuses them.
pub(crate) fn read_map<T>(
    reader: &mut dyn ShapeDeserializer,
    schema: &Schema<'_>,
    value: fn(&mut dyn ShapeDeserializer, &Schema<'_>) -> Result<T, SerdeError>,
) -> Result<HashMap<String, T>, SerdeError> {
    let member = schema.member().unwrap_or(&prelude::DOCUMENT);
    let mut entries = HashMap::new();
    reader.read_map(schema, &mut |key, reader| {
        if reader.is_null() {
            return reader.read_null();
        }
        entries.insert(key, value(reader, member)?);
        Ok(())
    })?;
    Ok(entries)
}
