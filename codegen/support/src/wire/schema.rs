//! Tables of members.

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
                ::aws_smithy_schema::Schema::new_member(
                    ::aws_smithy_schema::shape_id!($namespace, $shape, $name),
                    ::aws_smithy_schema::ShapeType::$type,
                    $name,
                    $index,
                )
                $(.$trait($($argument)*))*
            ),*];
            ::aws_smithy_schema::Schema::new_struct(
                ::aws_smithy_schema::shape_id!($namespace, $shape),
                ::aws_smithy_schema::ShapeType::$kind,
                &MEMBERS,
            )
        };
    };
}

pub(crate) use schema;
