//! Unions, by one line for each variant.

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
                $crate::wire::members::read_each(reader, &$schema, &mut |_, _, _| ::std::result::Result::Ok(()))?;
                ::std::result::Result::Ok(Self::Unknown)
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
                let mut found = Self::Unknown;
                $crate::wire::members::read_each(reader, &$schema, &mut |index, member, reader| {
                    found = match index {
                        $($index => $crate::wire::variants!(
                            @made $Variant $(($value))? $crate::wire::Readable::read(reader, member)?
                        ),)*
                        _ => return ::std::result::Result::Ok(()),
                    };
                    ::std::result::Result::Ok(())
                })?;
                ::std::result::Result::Ok(found)
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
                match self {
                    $(Self::$Variant $(($value))? => $crate::wire::Writable::write(
                        $crate::wire::variants!(@value $($value)?), writer, $schema.members()[$index],
                    ),)*
                    Self::Unknown => {
                        // Nothing else wants it in a union without variants.
                        _ = writer;
                        ::std::result::Result::Err(::aws_smithy_schema::serde::SerdeError::custom(::std::format!(
                            "a variant of `{}` that this version of the crate does not know cannot be sent",
                            $schema.shape_id().shape_name(),
                        )))
                    }
                }
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
