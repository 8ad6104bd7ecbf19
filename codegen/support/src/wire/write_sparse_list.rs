//! Writing sparse lists.

use aws_smithy_schema::{
    Schema, prelude,
    serde::{SerdeError, ShapeSerializer},
};

/// Writes a list, with nulls for `None`.
pub(crate) fn write_sparse_list<T>(
    writer: &mut dyn ShapeSerializer,
    schema: &Schema<'_>,
    values: &[Option<T>],
    element: fn(&mut dyn ShapeSerializer, &Schema<'_>, &T) -> Result<(), SerdeError>,
) -> Result<(), SerdeError> {
    let member = schema.member().unwrap_or(&prelude::DOCUMENT);
    writer.write_list_with_length(schema, values.len(), &|writer| {
        values.iter().try_for_each(|value| match value {
            Some(value) => element(writer, member, value),
            None => writer.write_null(member),
        })
    })
}
