// Copied by tinsmith from its support code. Do not edit.

//! Structures that answers hold, by the lines of `builder!`.

/// A structure, read by its schema.
macro_rules! reads {
    (($schema:path) output $Target:ident $members:tt) => {
        $crate::wire::reads! { @ ($schema) $Target [_request_id: ::std::option::Option::None] $members }
    };
    (($schema:path $(, $message:ident)?) error $Target:ident $members:tt) => {
        $crate::wire::reads! { @ ($schema) $Target [meta: ::std::default::Default::default()] $members }
    };
    (($schema:path) $role:ident $Target:ident $members:tt) => {
        $crate::wire::reads! { @ ($schema) $Target [] $members }
    };
    (@ ($schema:path) $Target:ident [$($extra:ident: $value:expr)?] $members:tt) => {
        impl $crate::wire::Readable for $Target {
            #[inline]
            fn read(
                reader: &mut dyn ::aws_smithy_schema::serde::ShapeDeserializer,
                _: &::aws_smithy_schema::Schema<'_>,
            ) -> ::std::result::Result<Self, ::aws_smithy_schema::serde::SerdeError> {
                $crate::wire::found!(reader $schema, $Target [] [$($extra: $value)?] $members)
            }
        }
    };
}

/// What was read: its members, a message from elsewhere if they have none, and what else belongs to it.
macro_rules! found {
    ($reader:ident $schema:path, $Target:ident [] [$($extra:ident: $value:expr)?] {}) => {{
        $crate::wire::read_members($reader, &$schema, &mut [])?;
        ::std::result::Result::Ok($Target { $($extra: $value)? })
    }};
    (
        $reader:ident $schema:path, $Target:ident
        [$($message:ident $otherwise:expr)?]
        [$($extra:ident: $value:expr)?]
        {
            $(
                $(#[$about:ident $($attribute:tt)*])*
                $name:ident: $presence:ident $(($default:expr))? $kind:ident $(<$item:ty>)?, $set:ident, $get:ident;
            )*
        }
    ) => {{
        let mut found = $Target::builder();
        $crate::wire::read_members(
            $reader,
            &$schema,
            &mut [$($crate::wire::found!(@slot $presence found.$name)),*],
        )?;
        $(found.$message = found.$message.or_else(|| $otherwise.map(str::to_owned));)?
        ::std::result::Result::Ok($Target {
            $($name: $crate::wire::found!(@$presence $(($default))? found.$name),)*
            $($extra: $value,)?
        })
    }};
    (@slot optional $value:expr) => {
        $crate::wire::members::Slot { value: &mut $value, required: false }
    };
    (@slot $presence:ident $value:expr) => {
        $crate::wire::members::Slot { value: &mut $value, required: true }
    };
    (@optional $value:expr) => { $value };
    (@$presence:ident $value:expr) => { $value.unwrap_or_default() };
    (@$presence:ident ($default:expr) $value:expr) => { $value.unwrap_or_else(|| $default) };
}

pub(crate) use {found, reads};
