//! Reading sparse maps.

use std::collections::HashMap;

use aws_smithy_schema::{
    Schema, prelude,
    serde::{SerdeError, ShapeDeserializer},
};

/// Reads a map, keeping null values as `None`.
pub(crate) fn read_sparse_map<T>(
    reader: &mut dyn ShapeDeserializer,
    schema: &Schema<'_>,
    value: fn(&mut dyn ShapeDeserializer, &Schema<'_>) -> Result<T, SerdeError>,
) -> Result<HashMap<String, Option<T>>, SerdeError> {
    let member = schema.member().unwrap_or(&prelude::DOCUMENT);
    let mut entries = HashMap::new();
    reader.read_map(schema, &mut |key, reader| {
        if reader.is_null() {
            entries.insert(key, None);
            return reader.skip_value();
        }
        entries.insert(key, Some(value(reader, member)?));
        Ok(())
    })?;
    Ok(entries)
}
