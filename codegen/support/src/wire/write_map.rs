//! Writing dense maps.

use std::collections::HashMap;

use aws_smithy_schema::{
    Schema, prelude,
    serde::{SerdeError, ShapeSerializer},
};

/// Writes a map.
pub(crate) fn write_map<T>(
    writer: &mut dyn ShapeSerializer,
    schema: &Schema<'_>,
    entries: &HashMap<String, T>,
    value: fn(&mut dyn ShapeSerializer, &Schema<'_>, &T) -> Result<(), SerdeError>,
) -> Result<(), SerdeError> {
    let key = schema.key().unwrap_or(&prelude::STRING);
    let member = schema.member().unwrap_or(&prelude::DOCUMENT);
    writer.write_map_with_length(schema, entries.len(), &|writer| {
        entries.iter().try_for_each(|(name, entry)| {
            writer.write_string(key, name)?;
            value(writer, member, entry)
        })
    })
}
