//! Schemas of structures and unions.
//!
//! The functions take and return `'static` values. Otherwise the compiler would infer lifetimes for each member of each
//! structure, which is a large part of the build time of a service.

use aws_smithy_schema::{OperationSchema, Schema, ShapeId, ShapeType};

/// Creates the schema of a member.
pub const fn member(
    id: &'static str,
    namespace: &'static str,
    shape: &'static str,
    kind: ShapeType,
    name: &'static str,
    index: usize,
) -> Schema<'static> {
    Schema::new_member(ShapeId::from_parts_with_member(id, namespace, shape, name), kind, name, index)
}

/// Creates the schema of a structure or union.
pub const fn structure(
    id: &'static str,
    namespace: &'static str,
    shape: &'static str,
    kind: ShapeType,
    members: &'static [&'static Schema<'static>],
) -> Schema<'static> {
    Schema::new_struct(ShapeId::from_parts(id, namespace, shape), kind, members)
}

/// Creates the schema of an operation.
pub const fn operation_schema(
    id: ShapeId<'static>,
    input: &'static Schema<'static>,
    output: &'static Schema<'static>,
    errors: &'static [&'static Schema<'static>],
) -> OperationSchema<'static> {
    OperationSchema::builder(id).input(input).output(output).errors(errors).build()
}

/// Defines the static schema of a structure or union.
///
/// Each member is a line: its index, its name on the wire, its type, and the traits that protocols need, as methods of
/// `Schema`. Those of the structure follow its name.
///
/// ```text
/// schema! {
///     TAG_SCHEMA: Structure "com.amazonaws.directconnect" "Tag" {
///         0 "key": String;
///         1 "aliases": List.with_list_member(&prelude::STRING);
///     }
/// }
/// ```
#[macro_export]
#[doc(hidden)]
macro_rules! schema {
    (
        $SCHEMA:ident: $kind:ident $namespace:literal $shape:literal $(.$own:ident($($value:tt)*))* {
            $($index:literal $name:literal: $type:ident $(.$trait:ident($($argument:tt)*))*;)*
        }
    ) => {
        pub static $SCHEMA: $crate::__private::aws_smithy_schema::Schema<'static> = {
            const COUNT: usize = <[usize]>::len(&[$($index),*]);
            static MEMBERS: [&$crate::__private::aws_smithy_schema::Schema<'static>; COUNT] = TABLE.each_ref();
            static TABLE: [$crate::__private::aws_smithy_schema::Schema<'static>; COUNT] = [$(
                $crate::wire::schema::member(
                    concat!($namespace, "#", $shape, "$", $name),
                    $namespace,
                    $shape,
                    $crate::__private::aws_smithy_schema::ShapeType::$type,
                    $name,
                    $index,
                )
                $(.$trait($($argument)*))*
            ),*];
            $crate::wire::schema::structure(
                concat!($namespace, "#", $shape),
                $namespace,
                $shape,
                $crate::__private::aws_smithy_schema::ShapeType::$kind,
                &MEMBERS,
            )
            $(.$own($($value)*))*
        };
    };
}
