//! Traits of the errors of a stream, which are the variants of the union that are errors.

use aws_smithy_runtime_api::client::result::CreateUnhandledError;
use aws_smithy_schema::serde::{SerdeError, SerializableStruct, ShapeDeserializer};
use aws_smithy_types::error::metadata::{ErrorMetadata, ProvideErrorMetadata};

/// An error that a service may send in a stream. Generated code implements this.
pub trait IncomingError: CreateUnhandledError + std::error::Error + Send + Sync + Sized + 'static {
    /// Reads the error of the variant with the wire name `variant`, with its code if the payload has none.
    fn read(
        variant: &str,
        reader: &mut dyn ShapeDeserializer,
        metadata: &ErrorMetadata,
    ) -> Result<Option<Self>, SerdeError>;

    /// Returns the code of the error of a variant.
    fn code_of(variant: &str) -> Option<&'static str>;
}

/// An error that a client may send in a stream. Generated code implements this.
pub trait OutgoingError: ProvideErrorMetadata + std::error::Error + Send + Sync + 'static {
    /// Returns the wire name and the value of the variant, or `None` for an error that the model does not list.
    fn variant(&self) -> Option<(&'static str, &dyn SerializableStruct)>;
}

/// Implements the traits of the errors of a stream. A variant has its names on the wire and its code.
///
/// ```text
/// event_errors! {
///     AudioStreamError, writes and reads {
///         "badRequest": "BadRequestException" BadRequestException(crate::types::error::BadRequestException);
///     }
/// }
/// ```
#[macro_export]
#[doc(hidden)]
macro_rules! event_errors {
    ($Error:ident, writes and reads $variants:tt) => {
        $crate::event_errors! { $Error, writes $variants }

        $crate::event_errors! { $Error, reads $variants }
    };
    ($Error:ident, writes { $($wire_name:literal $(| $other:literal)*: $code:literal $Variant:ident($Target:path);)* }) => {
        impl $crate::events::OutgoingError for $Error {
            #[inline]
            fn variant(
                &self,
            ) -> ::std::option::Option<(&'static str, &dyn $crate::__private::aws_smithy_schema::serde::SerializableStruct)>
            {
                match self {
                    $(Self::$Variant(error) => ::std::option::Option::Some(($wire_name, error)),)*
                    Self::Unhandled(_) => ::std::option::Option::None,
                }
            }
        }
    };
    ($Error:ident, reads { $($wire_name:literal $(| $other:literal)*: $code:literal $Variant:ident($Target:path);)* }) => {
        impl $crate::events::IncomingError for $Error {
            #[inline]
            fn read(
                variant: &str,
                reader: &mut dyn $crate::__private::aws_smithy_schema::serde::ShapeDeserializer,
                metadata: &$crate::__private::aws_smithy_types::error::ErrorMetadata,
            ) -> ::std::result::Result<
                ::std::option::Option<Self>,
                $crate::__private::aws_smithy_schema::serde::SerdeError,
            > {
                // Nothing wants them in a stream without errors.
                _ = (&reader, &metadata);
                ::std::result::Result::Ok(match variant {
                    $($wire_name $(| $other)* => {
                        ::std::option::Option::Some(Self::$Variant(<$Target>::from_wire(reader, metadata)?))
                    })*
                    _ => ::std::option::Option::None,
                })
            }

            #[inline]
            fn code_of(variant: &str) -> ::std::option::Option<&'static str> {
                match variant {
                    $($wire_name $(| $other)* => ::std::option::Option::Some($code),)*
                    _ => ::std::option::Option::None,
                }
            }
        }
    };
}
