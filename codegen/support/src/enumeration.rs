//! What all enums of text have in common.

use crate::{error::UnknownVariantError, primitives::sealed_enum_unknown::UnknownVariantValue};

impl UnknownVariantValue {
    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }
}

impl From<&str> for UnknownVariantValue {
    fn from(value: &str) -> Self {
        Self(value.to_owned())
    }
}

impl UnknownVariantError {
    pub(crate) fn new(value: impl Into<String>) -> Self {
        Self { value: value.into() }
    }
}

/// The traits of an enum that has `as_str`, `From<&str>` and a variant `Unknown`.
macro_rules! text_enum {
    ($name:ident) => {
        impl $name {
            /// Reads a value, which must be one that has a name.
            ///
            /// # Errors
            ///
            /// When the value has no name in this version of the crate.
            pub fn try_parse(value: &str) -> ::std::result::Result<Self, $crate::error::UnknownVariantError> {
                match Self::from(value) {
                    Self::Unknown(_) => {
                        ::std::result::Result::Err($crate::error::UnknownVariantError::new(value))
                    }
                    known => ::std::result::Result::Ok(known),
                }
            }
        }

        impl ::std::str::FromStr for $name {
            type Err = ::std::convert::Infallible;

            fn from_str(value: &str) -> ::std::result::Result<Self, ::std::convert::Infallible> {
                ::std::result::Result::Ok(Self::from(value))
            }
        }

        impl ::std::convert::AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                self.as_str()
            }
        }

        impl $crate::wire::Readable for $name {
            fn read(
                reader: &mut dyn ::aws_smithy_schema::serde::ShapeDeserializer,
                schema: &::aws_smithy_schema::Schema<'_>,
            ) -> ::std::result::Result<Self, ::aws_smithy_schema::serde::SerdeError> {
                reader.read_string(schema).map(|value| Self::from(value.as_str()))
            }
        }

        impl $crate::wire::Writable for $name {
            fn write(
                &self,
                writer: &mut dyn ::aws_smithy_schema::serde::ShapeSerializer,
                schema: &::aws_smithy_schema::Schema<'_>,
            ) -> ::std::result::Result<(), ::aws_smithy_schema::serde::SerdeError> {
                writer.write_string(schema, self.as_str())
            }
        }

        impl ::std::fmt::Display for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.write_str(self.as_str())
            }
        }

        #[cfg(feature = "serde")]
        $crate::data::data! { @text $name }
    };
}

pub(crate) use text_enum;
