//! Unions, by one line for each variant.

use aws_smithy_schema::{
    Schema,
    serde::{SerdeError, ShapeDeserializer, ShapeSerializer},
};

use super::{Writable, members::read_each};

/// Makes a variant of the member with an index.
type Make<'a, T> =
    dyn FnMut(usize, &Schema<'_>, &mut dyn ShapeDeserializer) -> Result<Option<T>, SerdeError> + 'a;

/// Reads a union; of several variants the last one counts.
pub(crate) fn read_variant<T>(
    reader: &mut dyn ShapeDeserializer,
    schema: &Schema<'_>,
    make: &mut Make<'_, T>,
) -> Result<Option<T>, SerdeError> {
    let mut found = None;
    read_each(reader, schema, &mut |index, member, reader| {
        found = make(index, member, reader)?.or(found.take());
        Ok(())
    })?;
    Ok(found)
}

/// Writes the value of the variant with an index.
pub(crate) fn write_variant(
    writer: &mut dyn ShapeSerializer,
    schema: &Schema<'_>,
    variant: Option<(usize, &dyn Writable)>,
) -> Result<(), SerdeError> {
    let member = |(index, value)| Some((schema.member_schema_by_index(index)?, value));
    match variant.and_then(member) {
        Some((member, value)) => value.write(writer, member),
        None => Err(unknown_variant(schema)),
    }
}

fn unknown_variant(schema: &Schema<'_>) -> SerdeError {
    let union = schema.shape_id().shape_name();
    SerdeError::custom(format!(
        "a variant of `{union}` that this version of the crate does not know cannot be sent"
    ))
}

/// A union: the ways that it travels, and its variants with their indices in the schema. `(value)` stands behind those that
/// have one.
macro_rules! variants {
    (@reads $Union:path, $schema:path, {}) => {
        impl $crate::wire::Readable for $Union {
            #[inline]
            fn read(
                reader: &mut dyn ::aws_smithy_schema::serde::ShapeDeserializer,
                _: &::aws_smithy_schema::Schema<'_>,
            ) -> ::std::result::Result<Self, ::aws_smithy_schema::serde::SerdeError> {
                let found = $crate::wire::read_variant(reader, &$schema, &mut |_, _, _| {
                    ::std::result::Result::Ok(::std::option::Option::None)
                })?;
                ::std::result::Result::Ok(found.unwrap_or(Self::Unknown))
            }
        }
    };
    (@reads $Union:path, $schema:path, { $($index:literal $Variant:ident $(($value:ident))?;)* }) => {
        impl $crate::wire::Readable for $Union {
            #[inline]
            fn read(
                reader: &mut dyn ::aws_smithy_schema::serde::ShapeDeserializer,
                _: &::aws_smithy_schema::Schema<'_>,
            ) -> ::std::result::Result<Self, ::aws_smithy_schema::serde::SerdeError> {
                let found = $crate::wire::read_variant(reader, &$schema, &mut |index, member, reader| {
                    ::std::result::Result::Ok(::std::option::Option::Some(match index {
                        $($index => $crate::wire::variants!(
                            @made $Variant $(($value))? $crate::wire::Readable::read(reader, member)?
                        ),)*
                        _ => return ::std::result::Result::Ok(::std::option::Option::None),
                    }))
                })?;
                ::std::result::Result::Ok(found.unwrap_or(Self::Unknown))
            }
        }
    };
    (@made $Variant:ident ($value:ident) $read:expr) => { Self::$Variant($read) };
    (@made $Variant:ident $read:expr) => {{
        let () = $read;
        Self::$Variant
    }};
    (@writes $Union:path, $schema:path, { $($index:literal $Variant:ident $(($value:ident))?;)* }) => {
        impl ::aws_smithy_schema::serde::SerializableStruct for $Union {
            #[inline]
            fn schema(&self) -> &::aws_smithy_schema::Schema<'_> {
                &$schema
            }

            #[inline]
            fn serialize_members(
                &self,
                writer: &mut dyn ::aws_smithy_schema::serde::ShapeSerializer,
            ) -> ::std::result::Result<(), ::aws_smithy_schema::serde::SerdeError> {
                $crate::wire::write_variant(writer, &$schema, match self {
                    $(Self::$Variant $(($value))? => {
                        ::std::option::Option::Some(($index, $crate::wire::variants!(@value $($value)?)))
                    })*
                    Self::Unknown => ::std::option::Option::None,
                })
            }
        }

        impl $crate::wire::Writable for $Union {
            #[inline]
            fn write(
                &self,
                writer: &mut dyn ::aws_smithy_schema::serde::ShapeSerializer,
                schema: &::aws_smithy_schema::Schema<'_>,
            ) -> ::std::result::Result<(), ::aws_smithy_schema::serde::SerdeError> {
                writer.write_struct(schema, self)
            }
        }
    };
    (@value) => { &() };
    (@value $value:ident) => { $value };
    (@data $Union:path, $schema:path, { $($index:literal $Variant:ident $(($value:ident))?;)* }) => {
        impl $crate::data::Value for $Union {
            #[inline]
            fn view(&self) -> $crate::data::View<'_> {
                $crate::data::variant(&$schema, match self {
                    $(Self::$Variant $(($value))? => {
                        ::std::option::Option::Some(($index, $crate::wire::variants!(@value $($value)?)))
                    })*
                    Self::Unknown => ::std::option::Option::None,
                })
            }
        }

        impl $crate::data::Data for $Union {
            $crate::data::data! { @read structure $schema }
        }

        $crate::data::data! { @serde $Union }
    };
    ($Union:path: $schema:path, writes and reads $variants:tt) => {
        $crate::wire::variants! { @writes $Union, $schema, $variants }

        $crate::wire::variants! { $Union: $schema, reads $variants }
    };
    ($Union:path: $schema:path, writes $variants:tt) => {
        $crate::wire::variants! { @writes $Union, $schema, $variants }

        #[cfg(feature = "serde")]
        $crate::wire::variants! { $Union: $schema, reads $variants }
    };
    ($Union:path: $schema:path, reads $variants:tt) => {
        $crate::wire::variants! { @reads $Union, $schema, $variants }

        #[cfg(feature = "serde")]
        $crate::wire::variants! { @data $Union, $schema, $variants }
    };
}

pub(crate) use variants;
