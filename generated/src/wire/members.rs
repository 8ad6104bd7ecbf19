// Copied by tinsmith from its support code. Do not edit.

//! Reading the members of a structure.

use aws_smithy_schema::{
    Schema, ShapeType,
    serde::{SerdeError, ShapeDeserializer},
};

/// What is done with each member of a structure: `consume(index, member, reader)`.
type Consume<'a> = dyn FnMut(usize, &Schema<'_>, &mut dyn ShapeDeserializer) -> Result<(), SerdeError> + 'a;

/// Reads a structure, calling `consume(index, member, reader)` for each member that is present.
///
/// A null is an absent member, except for documents, which have a null of their own. Unknown
/// members are left to the reader, which skips what nobody reads. `required` lists the members
/// that have no absent value in Rust: a lenient reader never leaves them out.
pub(crate) fn read_members(
    reader: &mut dyn ShapeDeserializer,
    schema: &Schema<'_>,
    required: &[usize],
    consume: &mut Consume<'_>,
) -> Result<(), SerdeError> {
    reader.read_struct(schema, &mut |member, reader| {
        let Some(index) = member.member_index() else {
            return Ok(());
        };
        if reader.is_null() && member.shape_type() != ShapeType::Document {
            return reader.skip_value();
        }
        consume(index, member, reader).map_err(|error| at_member(error, member, required.contains(&index)))
    })
}

/// Says where `error` happened. A type mismatch stays one only where the member may be left out;
/// the lenient reader tolerates no other kind.
fn at_member(error: SerdeError, member: &Schema<'_>, required: bool) -> SerdeError {
    let place = |text: String| match member.member_name() {
        Some(name) => format!("{text} in member `{name}`"),
        None => text,
    };
    match error {
        SerdeError::NumericCoercionOverflow { target, value, .. } => {
            SerdeError::numeric_coercion_overflow(place(target), value)
        }
        SerdeError::TypeMismatch { message, .. } if !required => SerdeError::type_mismatch(place(message)),
        SerdeError::InvalidInput { message, .. } => SerdeError::invalid_input(place(message)),
        other => SerdeError::invalid_input(place(other.to_string())),
    }
}
