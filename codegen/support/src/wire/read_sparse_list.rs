//! Reading sparse lists.

use aws_smithy_schema::{
    Schema, prelude,
    serde::{SerdeError, ShapeDeserializer},
};

/// Reads a list, keeping nulls as `None`.
pub(crate) fn read_sparse_list<T>(
    reader: &mut dyn ShapeDeserializer,
    schema: &Schema<'_>,
    element: fn(&mut dyn ShapeDeserializer, &Schema<'_>) -> Result<T, SerdeError>,
) -> Result<Vec<Option<T>>, SerdeError> {
    let member = schema.member().unwrap_or(&prelude::DOCUMENT);
    let mut values = Vec::new();
    reader.read_list(schema, &mut |reader| {
        if reader.is_null() {
            values.push(None);
            return reader.skip_value();
        }
        values.push(Some(element(reader, member)?));
        Ok(())
    })?;
    Ok(values)
}
