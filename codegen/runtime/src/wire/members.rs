//! Reading and writing of the members of a structure.

use aws_smithy_schema::{
    Schema, ShapeType,
    serde::{SerdeError, ShapeDeserializer, ShapeSerializer},
};

use super::{Readable, Writable};

/// Target of a member that is read.
pub struct MemberTarget<'a> {
    /// The value to set.
    pub value: &'a mut dyn ReadMember,
    /// `true` if the model does not require the member: a lenient reader may drop a value that it cannot read, so that the member
    /// has no value or its default.
    pub is_droppable: bool,
}

/// A value of any type that a member can be read into.
pub trait ReadMember {
    /// Reads the value of `member`.
    fn read_member(
        &mut self,
        reader: &mut dyn ShapeDeserializer,
        member: &Schema<'_>,
    ) -> Result<(), SerdeError>;
}

impl<T: Readable> ReadMember for Option<T> {
    fn read_member(
        &mut self,
        reader: &mut dyn ShapeDeserializer,
        member: &Schema<'_>,
    ) -> Result<(), SerdeError> {
        *self = Some(T::read(reader, member)?);
        Ok(())
    }
}

/// Reads a structure into `targets`, which are in the order of the schema's members.
pub fn read_members(
    reader: &mut dyn ShapeDeserializer,
    schema: &Schema<'_>,
    targets: &mut [MemberTarget<'_>],
) -> Result<(), SerdeError> {
    read_each(reader, schema, &mut |index, member, reader| match targets.get_mut(index) {
        Some(target) => {
            let read = target.value.read_member(reader, member);
            if target.is_droppable { read } else { read.map_err(not_tolerated) }
        }
        None => reader.skip_value(),
    })
}

/// Callback for each member of a structure or union: `consume(index, member, reader)`.
type Consume<'a> = dyn FnMut(usize, &Schema<'_>, &mut dyn ShapeDeserializer) -> Result<(), SerdeError> + 'a;

/// Reads a structure or union, calling `consume` for each member that is present.
///
/// A null is an absent member, except for documents, which have a null of their own. Unknown
/// members are left to the reader, which skips what nobody reads.
pub fn read_each(
    reader: &mut dyn ShapeDeserializer,
    schema: &Schema<'_>,
    consume: &mut Consume<'_>,
) -> Result<(), SerdeError> {
    reader.read_struct(schema, &mut |member, reader| {
        let Some(index) = member.member_index() else {
            return Ok(());
        };
        if reader.is_null() && member.shape_type() != ShapeType::Document {
            return reader.skip_value();
        }
        consume(index, member, reader).map_err(|error| at_member(error, member))
    })
}

/// Reads a union, calling `consume` for its variant unless that is unknown.
///
/// A union has one variant. Nulls are absent, as in structures, and so is `__type`, which the reader skips.
pub fn read_variant(
    reader: &mut dyn ShapeDeserializer,
    schema: &Schema<'_>,
    consume: &mut Consume<'_>,
) -> Result<(), SerdeError> {
    let mut variants = 0_usize;
    reader.read_struct(schema, &mut |member, reader| {
        if reader.is_null() && member.shape_type() != ShapeType::Document {
            return reader.skip_value();
        }
        variants += 1;
        let Some(index) = member.member_index() else {
            return Ok(());
        };
        consume(index, member, reader).map_err(|error| at_member(error, member))
    })?;
    if variants == 1 { Ok(()) } else { Err(not_one_variant(schema, variants)) }
}

#[cold]
fn not_one_variant(schema: &Schema<'_>, found: usize) -> SerdeError {
    let union = schema.shape_id().shape_name();
    SerdeError::invalid_input(format!("expected one variant of `{union}`, found {found}"))
}

/// Converts a type mismatch to an error that the lenient reader does not tolerate.
fn not_tolerated(error: SerdeError) -> SerdeError {
    match error {
        SerdeError::TypeMismatch { message, .. } => SerdeError::invalid_input(message),
        other => other,
    }
}

/// Adds the member to the message of `error`, and removes a value, which may be sensitive.
fn at_member(error: SerdeError, member: &Schema<'_>) -> SerdeError {
    let with_name = |text: String| match member.member_name() {
        Some(name) => format!("{text} in member `{name}`"),
        None => text,
    };
    match error {
        SerdeError::NumericCoercionOverflow { target, .. } => {
            SerdeError::numeric_coercion_overflow(with_name(target), "(not shown)")
        }
        SerdeError::TypeMismatch { message, .. } => SerdeError::type_mismatch(with_name(message)),
        SerdeError::InvalidInput { message, .. } => SerdeError::invalid_input(with_name(message)),
        other => SerdeError::invalid_input(with_name(other.to_string())),
    }
}

/// A member that is written if it has a value.
pub trait WriteMember {
    /// Writes the value of `member`.
    fn write_member(&self, writer: &mut dyn ShapeSerializer, member: &Schema<'_>) -> Result<(), SerdeError>;
}

impl<T: Writable> WriteMember for Option<T> {
    fn write_member(&self, writer: &mut dyn ShapeSerializer, member: &Schema<'_>) -> Result<(), SerdeError> {
        self.as_ref().map_or(Ok(()), |value| value.write(writer, member))
    }
}

/// A borrowed value: `writable!` passes members that are not `optional` as `Option<&T>`.
impl<T: Writable> Writable for &T {
    fn write(&self, writer: &mut dyn ShapeSerializer, schema: &Schema<'_>) -> Result<(), SerdeError> {
        T::write(self, writer, schema)
    }
}

/// Writes the members of a structure. `values` are in the order of the schema's members.
pub fn write_members(
    writer: &mut dyn ShapeSerializer,
    schema: &Schema<'_>,
    values: &[&dyn WriteMember],
) -> Result<(), SerdeError> {
    schema.members().iter().zip(values).try_for_each(|(member, value)| value.write_member(writer, member))
}
