//! Writing of structures.

/// Implements writing of a structure with the members of `structure!`.
#[macro_export]
#[doc(hidden)]
macro_rules! writable {
    (
        ($schema:path) $role:ident $Target:ident {
            $(
                $(#[$about:ident $($attribute:tt)*])*
                $name:ident: $presence:ident $(($default:expr))? $kind:ident $(<$($item:ty),+>)?, $set:ident, $get:ident;
            )*
        }
    ) => {
        impl $crate::__private::aws_smithy_schema::serde::SerializableStruct for $Target {
            #[inline]
            fn schema(&self) -> &$crate::__private::aws_smithy_schema::Schema<'_> {
                &$schema
            }

            #[inline]
            fn serialize_members(
                &self,
                writer: &mut dyn $crate::__private::aws_smithy_schema::serde::ShapeSerializer,
            ) -> ::std::result::Result<(), $crate::__private::aws_smithy_schema::serde::SerdeError> {
                $crate::wire::write_members(
                    writer,
                    &$schema,
                    &[$($crate::writable!(@part $presence $(($default))? $kind $(<$($item),+>)? => self.$name)),*],
                )
            }
        }

        impl $crate::wire::Writable for $Target {
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
    // A member: `optional` is written if it is set, `skip_default` and `skip_if` unless it has its default, any other always.
    (@part optional $kind:ident $(<$($T:ty),+>)? => $value:expr) => { &$value };
    (@part skip_default $kind:ident $(<$($T:ty),+>)? => $value:expr) => {
        &($value != <$crate::member!(@value $kind $(<$($T),+>)?)>::default()).then_some(&$value)
    };
    (@part skip_if($default:expr) $kind:ident $(<$($T:ty),+>)? => $value:expr) => {
        &($value != $default).then_some(&$value)
    };
    (@part $presence:ident $(($default:expr))? $kind:ident $(<$($T:ty),+>)? => $value:expr) => {
        &::std::option::Option::Some(&$value)
    };
}
