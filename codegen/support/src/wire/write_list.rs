//! Writing dense lists.

use aws_smithy_schema::{
    Schema, prelude,
    serde::{SerdeError, ShapeSerializer},
};

/// Writes a list.
pub(crate) fn write_list<T>(
    writer: &mut dyn ShapeSerializer,
    schema: &Schema<'_>,
    values: &[T],
    element: fn(&mut dyn ShapeSerializer, &Schema<'_>, &T) -> Result<(), SerdeError>,
) -> Result<(), SerdeError> {
    let member = schema.member().unwrap_or(&prelude::DOCUMENT);
    writer.write_list_with_length(schema, values.len(), &|writer| {
        values.iter().try_for_each(|value| element(writer, member, value))
    })
}
