//! Writing a variant without a value.

use aws_smithy_schema::{
    Schema, ShapeType,
    serde::{SerdeError, SerializableStruct, ShapeSerializer},
    shape_id,
};

static UNIT: Schema<'static> = Schema::new_struct(shape_id!("smithy.api", "Unit"), ShapeType::Structure, &[]);

/// `smithy.api#Unit`
struct Unit;

impl SerializableStruct for Unit {
    fn schema(&self) -> &Schema<'_> {
        &UNIT
    }

    fn serialize_members(&self, _writer: &mut dyn ShapeSerializer) -> Result<(), SerdeError> {
        Ok(())
    }
}

/// Writes `smithy.api#Unit`, a structure without members.
pub(crate) fn write_unit(writer: &mut dyn ShapeSerializer, schema: &Schema<'_>) -> Result<(), SerdeError> {
    writer.write_struct(schema, &Unit)
}
