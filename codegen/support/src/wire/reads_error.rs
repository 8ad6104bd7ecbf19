//! Errors that answers hold, by the lines of `builder!`.

/// An error: its metadata is known before its members are read, and may have the message.
///
/// A message that is secret is in its member and nowhere else.
macro_rules! reads_error {
    (($schema:path, secret $message:ident) $role:ident $Target:ident $members:tt) => {
        $crate::wire::reads_error! {
            @ $schema, $Target, metadata [$message metadata.message()]
            [meta: metadata.clone().into_builder().message("*** Sensitive Data Redacted ***").build()] $members
        }
    };
    (($schema:path $(, $message:ident)?) $role:ident $Target:ident $members:tt) => {
        $crate::wire::reads_error! {
            @ $schema, $Target, metadata [$($message metadata.message())?] [meta: metadata.clone()] $members
        }
    };
    (@ $schema:path, $Target:ident, $metadata:ident $message:tt $meta:tt $members:tt) => {
        impl $Target {
            #[inline]
            pub(crate) fn from_wire(
                reader: &mut dyn ::aws_smithy_schema::serde::ShapeDeserializer,
                $metadata: &::aws_smithy_types::error::ErrorMetadata,
            ) -> ::std::result::Result<Self, ::aws_smithy_schema::serde::SerdeError> {
                $crate::wire::found!(reader $schema, $Target $message $meta $members)
            }
        }

        // An error may be the value of a member, where it is like any other structure.
        $crate::wire::reads! { ($schema) error $Target $members }
    };
}

pub(crate) use reads_error;
