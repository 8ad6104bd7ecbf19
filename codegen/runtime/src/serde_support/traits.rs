//! `Serialize` and `Deserialize` of generated types.

/// Implements `Serialize` and `Deserialize`: for a structure with the members of `structure!`, for a string enum (`@text`), and
/// `Serialize` for an error enum (`@errors`).
#[macro_export]
#[doc(hidden)]
macro_rules! serde_traits {
    (
        ($schema:path $(, $($message:ident)+)?) $role:ident $Target:ident {
            $(
                $(#[$about:ident $($attribute:tt)*])*
                $name:ident: $presence:ident $(($default:expr))? $kind:ident $(<$($item:ty),+>)?, $set:ident, $get:ident;
            )*
        }
    ) => {
        impl $crate::serde_support::Members for $Target {
            #[inline]
            fn members(&self) -> ::std::vec::Vec<$crate::serde_support::Entry<'_>> {
                let values = ::std::vec![$($crate::serde_support::ToErased::to_erased(&self.$name)),*];
                $crate::serde_support::entries(&$schema, values, $crate::serde_traits!(@metadata $role self))
            }
        }

        impl $crate::serde_support::ToErased for $Target {
            #[inline]
            fn to_erased(&self) -> $crate::serde_support::ErasedValue<'_> {
                $crate::serde_support::ErasedValue::Structure(self)
            }
        }

        impl $crate::serde_support::Deserializable for $Target {
            $crate::serde_traits! { @read $role $schema }
        }

        $crate::serde_traits! { @serde $Target }
    };
    // The metadata of a structure.
    (@metadata output $structure:ident) => {
        $crate::serde_support::request_ids($structure._request_id.as_deref(), ::std::option::Option::None)
    };
    (@metadata extended_output $structure:ident) => {
        $crate::serde_support::request_ids(
            $structure._request_id.as_deref(),
            $structure._extended_request_id.as_deref(),
        )
    };
    (@metadata error $structure:ident) => { $crate::serde_support::metadata(&$structure.meta) };
    (@metadata $role:ident $structure:ident) => { ::std::vec::Vec::new() };
    (@read error $schema:path) => {
        $crate::serde_traits! { @read structure $schema }

        #[inline]
        fn with_metadata(mut self, metadata: &$crate::__private::aws_smithy_types::error::ErrorMetadata) -> Self {
            self.meta.clone_from(metadata);
            self
        }
    };
    (@read output $schema:path) => {
        $crate::serde_traits! { @read structure $schema }

        #[inline]
        fn with_metadata(mut self, metadata: &$crate::__private::aws_smithy_types::error::ErrorMetadata) -> Self {
            let request_id = $crate::__private::aws_types::request_id::RequestId::request_id(metadata);
            self._request_id = request_id.map(::std::convert::Into::into);
            self
        }
    };
    (@read extended_output $schema:path) => {
        $crate::serde_traits! { @read structure $schema }

        #[inline]
        fn with_metadata(mut self, metadata: &$crate::__private::aws_smithy_types::error::ErrorMetadata) -> Self {
            let request_id = $crate::__private::aws_types::request_id::RequestId::request_id(metadata);
            self._request_id = request_id.map(::std::convert::Into::into);
            let extended = $crate::error::RequestIdExt::extended_request_id(metadata);
            self._extended_request_id = extended.map(::std::convert::Into::into);
            self
        }
    };
    (@read $role:ident $schema:path) => {
        #[inline]
        fn read(
            reader: &mut dyn $crate::__private::aws_smithy_schema::serde::ShapeDeserializer,
        ) -> ::std::result::Result<Self, $crate::__private::aws_smithy_schema::serde::SerdeError> {
            $crate::wire::Readable::read(reader, &$schema)
        }
    };
    // An enum of text.
    (@text $Enum:ident) => {
        impl $crate::serde_support::ToErased for $Enum {
            #[inline]
            fn to_erased(&self) -> $crate::serde_support::ErasedValue<'_> {
                $crate::serde_support::ErasedValue::Text(self.as_str().into())
            }
        }

        impl $crate::serde_support::Deserializable for $Enum {
            $crate::serde_traits! { @read structure $crate::__private::aws_smithy_schema::prelude::STRING }
        }

        $crate::serde_traits! { @serde $Enum }
    };
    // The error of an operation or of the crate, which cannot be deserialized: its source may be any error.
    (@errors $Error:ident { $($Variant:ident)* }) => {
        impl $crate::serde_support::ToErased for $Error {
            #[inline]
            fn to_erased(&self) -> $crate::serde_support::ErasedValue<'_> {
                match self {
                    $(Self::$Variant(error) => $crate::serde_support::error(stringify!($Variant), error),)*
                    Self::Unhandled(error) => {
                        $crate::serde_support::unhandled(::std::string::ToString::to_string(self), error.meta())
                    }
                }
            }
        }

        $crate::serde_traits! { @serialize $Error }
    };
    (@serde $Type:path) => {
        $crate::serde_traits! { @serialize $Type }

        impl<'de> $crate::__private::serde_core::Deserialize<'de> for $Type {
            fn deserialize<D: $crate::__private::serde_core::Deserializer<'de>>(
                deserializer: D,
            ) -> ::std::result::Result<Self, D::Error> {
                $crate::serde_support::read(deserializer)
            }
        }
    };
    (@serialize $Type:path) => {
        impl $crate::__private::serde_core::Serialize for $Type {
            fn serialize<S: $crate::__private::serde_core::Serializer>(
                &self,
                serializer: S,
            ) -> ::std::result::Result<S::Ok, S::Error> {
                $crate::__private::serde_core::Serialize::serialize(&$crate::serde_support::ToErased::to_erased(self), serializer)
            }
        }
    };
}
