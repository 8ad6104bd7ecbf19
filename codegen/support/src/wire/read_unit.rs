//! Reading a variant without a value.

use aws_smithy_schema::{
    Schema, ShapeType,
    serde::{SerdeError, ShapeDeserializer},
    shape_id,
};

static UNIT: Schema<'static> = Schema::new_struct(shape_id!("smithy.api", "Unit"), ShapeType::Structure, &[]);

/// Reads `smithy.api#Unit`, a structure without members.
pub(crate) fn read_unit(reader: &mut dyn ShapeDeserializer) -> Result<(), SerdeError> {
    reader.read_struct(&UNIT, &mut |_, _| Ok(()))
}
