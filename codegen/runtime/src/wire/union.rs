//! Reading and writing of unions.

/// Implements reading and writing of a union. Variants have their index in the schema, and `(value)` if they have a value.
///
/// ```text
/// union_traits! {
///     crate::types::Shape: SHAPE, writes and reads {
///         0 Circle(value);
///         1 Nothing;
///     }
/// }
/// ```
#[macro_export]
#[doc(hidden)]
macro_rules! union_traits {
    (@reads $Union:path, $schema:path, {}) => {
        impl $crate::wire::Readable for $Union {
            #[inline]
            fn read(
                reader: &mut dyn $crate::__private::aws_smithy_schema::serde::ShapeDeserializer,
                _: &$crate::__private::aws_smithy_schema::Schema<'_>,
            ) -> ::std::result::Result<Self, $crate::__private::aws_smithy_schema::serde::SerdeError> {
                $crate::wire::members::read_variant(reader, &$schema, &mut |_, _, _| ::std::result::Result::Ok(()))?;
                ::std::result::Result::Ok(Self::Unknown)
            }
        }
    };
    (@reads $Union:path, $schema:path, { $($index:literal $Variant:ident $(($value:ident))?;)* }) => {
        impl $crate::wire::Readable for $Union {
            #[inline]
            fn read(
                reader: &mut dyn $crate::__private::aws_smithy_schema::serde::ShapeDeserializer,
                _: &$crate::__private::aws_smithy_schema::Schema<'_>,
            ) -> ::std::result::Result<Self, $crate::__private::aws_smithy_schema::serde::SerdeError> {
                let mut found = Self::Unknown;
                $crate::wire::members::read_variant(reader, &$schema, &mut |index, member, reader| {
                    found = match index {
                        $($index => $crate::union_traits!(
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
        impl $crate::__private::aws_smithy_schema::serde::SerializableStruct for $Union {
            #[inline]
            fn schema(&self) -> &$crate::__private::aws_smithy_schema::Schema<'_> {
                &$schema
            }

            #[inline]
            fn serialize_members(
                &self,
                writer: &mut dyn $crate::__private::aws_smithy_schema::serde::ShapeSerializer,
            ) -> ::std::result::Result<(), $crate::__private::aws_smithy_schema::serde::SerdeError> {
                match self {
                    $(Self::$Variant $(($value))? => $crate::wire::Writable::write(
                        $crate::union_traits!(@value $($value)?), writer, $schema.members()[$index],
                    ),)*
                    Self::Unknown => {
                        // Nothing else wants it in a union without variants.
                        _ = writer;
                        ::std::result::Result::Err($crate::__private::aws_smithy_schema::serde::SerdeError::custom(::std::format!(
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
                writer: &mut dyn $crate::__private::aws_smithy_schema::serde::ShapeSerializer,
                schema: &$crate::__private::aws_smithy_schema::Schema<'_>,
            ) -> ::std::result::Result<(), $crate::__private::aws_smithy_schema::serde::SerdeError> {
                $crate::wire::write_structure(writer, schema, self)
            }
        }
    };
    (@value) => { &() };
    (@value $value:ident) => { $value };
    (@data $Union:path, $schema:path, { $($index:literal $Variant:ident $(($value:ident))?;)* }) => {
        impl $crate::serde_support::ToErased for $Union {
            #[inline]
            fn to_erased(&self) -> $crate::serde_support::ErasedValue<'_> {
                $crate::serde_support::variant(&$schema, match self {
                    $(Self::$Variant $(($value))? => {
                        ::std::option::Option::Some(($index, $crate::union_traits!(@value $($value)?)))
                    })*
                    Self::Unknown => ::std::option::Option::None,
                })
            }
        }

        impl $crate::serde_support::Deserializable for $Union {
            $crate::serde_traits! { @read structure $schema }
        }

        $crate::serde_traits! { @serde $Union }
    };
    ($Union:path: $schema:path, writes and reads $variants:tt) => {
        $crate::union_traits! { @writes $Union, $schema, $variants }

        $crate::union_traits! { $Union: $schema, reads $variants }
    };
    ($Union:path: $schema:path, writes $variants:tt) => {
        $crate::union_traits! { @writes $Union, $schema, $variants }

        $crate::if_serde! { $crate::union_traits! { $Union: $schema, reads $variants } }
    };
    ($Union:path: $schema:path, reads $variants:tt) => {
        $crate::union_traits! { @reads $Union, $schema, $variants }

        $crate::if_serde! { $crate::union_traits! { @data $Union, $schema, $variants } }
    };
}
