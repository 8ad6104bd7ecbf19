//! Reading of structures.

/// Implements reading of a structure with the members of `structure!`.
#[macro_export]
#[doc(hidden)]
macro_rules! readable {
    (($schema:path) output $Target:ident $members:tt) => {
        $crate::readable! { @ ($schema) $Target [_request_id: ::std::option::Option::None] $members }

        impl $crate::protocol::OperationOutput for $Target {
            #[inline]
            fn set_request_id(&mut self, request_id: ::std::option::Option<::std::string::String>) {
                self._request_id = request_id;
            }
        }
    };
    (($schema:path) extended_output $Target:ident $members:tt) => {
        $crate::readable! {
            @ ($schema) $Target
            [_request_id: ::std::option::Option::None, _extended_request_id: ::std::option::Option::None]
            $members
        }

        impl $crate::protocol::OperationOutput for $Target {
            #[inline]
            fn set_request_id(&mut self, request_id: ::std::option::Option<::std::string::String>) {
                self._request_id = request_id;
            }

            #[inline]
            fn set_extended_request_id(&mut self, id: ::std::option::Option<::std::string::String>) {
                self._extended_request_id = id;
            }
        }

        impl $crate::error::RequestIdExt for $Target {
            #[inline]
            fn extended_request_id(&self) -> ::std::option::Option<&str> {
                self._extended_request_id.as_deref()
            }
        }
    };
    (($schema:path $(, $message:ident)?) error $Target:ident $members:tt) => {
        $crate::readable! { @ ($schema) $Target [meta: ::std::default::Default::default()] $members }
    };
    (($schema:path) $role:ident $Target:ident $members:tt) => {
        $crate::readable! { @ ($schema) $Target [] $members }
    };
    (@ ($schema:path) $Target:ident [$($extra:ident: $value:expr),*] $members:tt) => {
        impl $crate::wire::Readable for $Target {
            // The schema of a member that is a structure has only the traits of the member.
            #[inline]
            fn read(
                reader: &mut dyn $crate::__private::aws_smithy_schema::serde::ShapeDeserializer,
                _: &$crate::__private::aws_smithy_schema::Schema<'_>,
            ) -> ::std::result::Result<Self, $crate::__private::aws_smithy_schema::serde::SerdeError> {
                $crate::read_members!(reader $schema, $Target [] [$($extra: $value),*] $members)
            }
        }
    };
}

/// Reads the members of a structure and builds it. `$message` has a fallback; `$extra` is the field that is not a member.
#[macro_export]
#[doc(hidden)]
macro_rules! read_members {
    ($reader:ident $schema:path, $Target:ident [] [$($extra:ident: $value:expr),*] {}) => {{
        $crate::wire::read_members($reader, &$schema, &mut [])?;
        ::std::result::Result::Ok($Target { $($extra: $value),* })
    }};
    (
        $reader:ident $schema:path, $Target:ident
        [$($message:ident $otherwise:expr)?]
        [$($extra:ident: $value:expr),*]
        {
            $(
                $(#[$about:ident $($attribute:tt)*])*
                $name:ident: $presence:ident $(($default:expr))? $kind:ident $(<$($item:ty),+>)?, $set:ident, $get:ident;
            )*
        }
    ) => {{
        let mut found = $Target::builder();
        $crate::wire::read_members(
            $reader,
            &$schema,
            &mut [$($crate::read_members!(@target $presence found.$name)),*],
        )?;
        $(found.$message = found.$message.or_else(|| $otherwise.map(str::to_owned));)?
        ::std::result::Result::Ok($Target {
            $($name: $crate::read_members!(@$presence $(($default))? found.$name),)*
            $($extra: $value,)*
        })
    }};
    (@target optional $value:expr) => {
        $crate::wire::members::MemberTarget { value: &mut $value, is_droppable: true }
    };
    (@target skip_default $value:expr) => { $crate::read_members!(@target optional $value) };
    (@target skip_if $value:expr) => { $crate::read_members!(@target optional $value) };
    (@target optional_or $value:expr) => { $crate::read_members!(@target optional $value) };
    (@target $presence:ident $value:expr) => {
        $crate::wire::members::MemberTarget { value: &mut $value, is_droppable: false }
    };
    (@optional $value:expr) => { $value };
    (@stream $value:expr) => { $value.unwrap_or_else($crate::wire::EventMember::without_events) };
    (@$presence:ident $value:expr) => { $value.unwrap_or_default() };
    (@$presence:ident ($default:expr) $value:expr) => { $value.unwrap_or_else(|| $default) };
}
