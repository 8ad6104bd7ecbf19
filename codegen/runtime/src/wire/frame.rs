//! Schemas by which structures and unions are written.

use aws_smithy_schema::{
    Schema,
    serde::{SerdeError, SerializableStruct, ShapeSerializer},
};

/// Writes a structure or union as the member, element or payload that `node` describes.
///
/// The member of a structure gives its value a name, an XML namespace and whether it is a variant. Elements and payloads are
/// written by the schema of the structure: serializers take the name of an element from its list or map, and XML attributes
/// are found by the members of the structure only. A payload is the whole body, named by its structure.
pub fn write_structure(
    writer: &mut dyn ShapeSerializer,
    node: &Schema<'_>,
    value: &dyn SerializableStruct,
) -> Result<(), SerdeError> {
    let is_member = node.member_name().is_some() && node.http_payload().is_none();
    writer.write_struct(if is_member { node } else { value.schema() }, value)
}
