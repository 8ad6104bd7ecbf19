//! Reading of modelled errors.

/// Implements reading of a modelled error, as `from_wire`, with the members of `structure!`. Its metadata is known before its members are read, and
/// may have the message.
///
/// A sensitive message is stored in its member only.
#[macro_export]
#[doc(hidden)]
macro_rules! readable_error {
    (($schema:path, sensitive $message:ident) $role:ident $Target:ident $members:tt) => {
        $crate::readable_error! {
            @ $schema, $Target, metadata [$message metadata.message()]
            [meta: metadata.clone().into_builder().message($crate::REDACTED).build()] $members
        }
    };
    (($schema:path $(, $message:ident)?) $role:ident $Target:ident $members:tt) => {
        $crate::readable_error! {
            @ $schema, $Target, metadata [$($message metadata.message())?] [meta: metadata.clone()] $members
        }
    };
    (@ $schema:path, $Target:ident, $metadata:ident $message:tt $meta:tt $members:tt) => {
        impl $Target {
            #[inline]
            pub(crate) fn from_wire(
                reader: &mut dyn $crate::__private::aws_smithy_schema::serde::ShapeDeserializer,
                $metadata: &$crate::__private::aws_smithy_types::error::ErrorMetadata,
            ) -> ::std::result::Result<Self, $crate::__private::aws_smithy_schema::serde::SerdeError> {
                $crate::read_members!(reader $schema, $Target $message $meta $members)
            }
        }

        // An error may be the value of a member, where it is like any other structure.
        $crate::readable! { ($schema) error $Target $members }
    };
}
