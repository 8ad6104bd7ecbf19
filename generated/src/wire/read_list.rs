// Copied by tinsmith from its support code. Do not edit.

//! Reading dense lists.

use aws_smithy_schema::{
    Schema, prelude,
    serde::{SerdeError, ShapeDeserializer},
};

/// Reads a list, dropping nulls. A strict reader refuses them.
pub(crate) fn read_list<T>(
    reader: &mut dyn ShapeDeserializer,
    schema: &Schema<'_>,
    element: fn(&mut dyn ShapeDeserializer, &Schema<'_>) -> Result<T, SerdeError>,
) -> Result<Vec<T>, SerdeError> {
    let member = schema.member().unwrap_or(&prelude::DOCUMENT);
    let mut values = Vec::new();
    reader.read_list(schema, &mut |reader| {
        if reader.is_null() {
            return reader.read_null();
        }
        values.push(element(reader, member)?);
        Ok(())
    })?;
    Ok(values)
}
