// Copied by tinsmith from its support code. Do not edit.

//! Tables of members, and what they are made with.
//!
//! The functions say of everything that it is `'static`, which spares the compiler working it out
//! for each member of each structure: a good part of what a service takes to compile.

use aws_smithy_schema::{OperationSchema, Schema, ShapeId, ShapeType};

/// The schema of a member.
#[allow(dead_code, reason = "not every service has a member")]
pub(crate) const fn member(
    id: &'static str,
    namespace: &'static str,
    shape: &'static str,
    kind: ShapeType,
    name: &'static str,
    index: usize,
) -> Schema<'static> {
    Schema::new_member(ShapeId::from_parts_with_member(id, namespace, shape, name), kind, name, index)
}

/// The schema of a structure or union.
pub(crate) const fn structure(
    id: &'static str,
    namespace: &'static str,
    shape: &'static str,
    kind: ShapeType,
    members: &'static [&'static Schema<'static>],
) -> Schema<'static> {
    Schema::new_struct(ShapeId::from_parts(id, namespace, shape), kind, members)
}

/// The schema of an operation.
pub(crate) const fn operation_schema(
    id: ShapeId<'static>,
    input: &'static Schema<'static>,
    output: &'static Schema<'static>,
    errors: &'static [&'static Schema<'static>],
) -> OperationSchema<'static> {
    OperationSchema::builder(id).input(input).output(output).errors(errors).build()
}

/// The schema of a structure or union.
///
/// Each member is a line: its index, its name on the wire, its type, and the traits that change
/// its form, as methods of `Schema`.
macro_rules! schema {
    (
        $SCHEMA:ident: $kind:ident $namespace:literal $shape:literal {
            $($index:literal $name:literal: $type:ident $(.$trait:ident($($argument:tt)*))*;)*
        }
    ) => {
        pub(crate) static $SCHEMA: ::aws_smithy_schema::Schema<'static> = {
            const COUNT: usize = <[usize]>::len(&[$($index),*]);
            static MEMBERS: [&::aws_smithy_schema::Schema<'static>; COUNT] = TABLE.each_ref();
            static TABLE: [::aws_smithy_schema::Schema<'static>; COUNT] = [$(
                $crate::wire::schema::member(
                    concat!($namespace, "#", $shape, "$", $name),
                    $namespace,
                    $shape,
                    ::aws_smithy_schema::ShapeType::$type,
                    $name,
                    $index,
                )
                $(.$trait($($argument)*))*
            ),*];
            $crate::wire::schema::structure(
                concat!($namespace, "#", $shape),
                $namespace,
                $shape,
                ::aws_smithy_schema::ShapeType::$kind,
                &MEMBERS,
            )
        };
    };
}

pub(crate) use schema;
