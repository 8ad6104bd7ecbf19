//! Methods of readers that read all integers in the same way.

/// Implements the methods of `ShapeDeserializer` for integers by `self.integer(target)`. Errors have the name `target`.
macro_rules! read_integers {
    () => {
        $crate::wire::read_integers! {
            read_byte -> i8: "byte";
            read_short -> i16: "short";
            read_integer -> i32: "integer";
            read_long -> i64: "long";
        }
    };
    ($($method:ident -> $integer:ty: $target:literal;)+) => {
        $(
            fn $method(
                &mut self,
                _schema: &::aws_smithy_schema::Schema<'_>,
            ) -> Result<$integer, ::aws_smithy_schema::serde::SerdeError> {
                self.integer($target)
            }
        )+
    };
}

pub(crate) use read_integers;
