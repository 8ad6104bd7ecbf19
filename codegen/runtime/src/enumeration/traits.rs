//! Traits of string enums.

/// Implements the traits of a string enum, which has `as_str`, `From<&str>` and a variant `Unknown`.
#[macro_export]
#[doc(hidden)]
macro_rules! string_enum_traits {
    ($name:ident) => {
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

        impl ::std::fmt::Display for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl $crate::wire::Readable for $name {
            fn read(
                reader: &mut dyn $crate::__private::aws_smithy_schema::serde::ShapeDeserializer,
                schema: &$crate::__private::aws_smithy_schema::Schema<'_>,
            ) -> ::std::result::Result<Self, $crate::__private::aws_smithy_schema::serde::SerdeError> {
                reader.read_string(schema).map(|value| Self::from(value.as_str()))
            }
        }

        impl $crate::wire::Writable for $name {
            fn write(
                &self,
                writer: &mut dyn $crate::__private::aws_smithy_schema::serde::ShapeSerializer,
                schema: &$crate::__private::aws_smithy_schema::Schema<'_>,
            ) -> ::std::result::Result<(), $crate::__private::aws_smithy_schema::serde::SerdeError> {
                writer.write_string(schema, self.as_str())
            }
        }

        impl $crate::wire::MapKey for $name {
            fn from_text(text: ::std::string::String) -> Self {
                Self::from(text.as_str())
            }

            fn as_text(&self) -> &str {
                self.as_str()
            }
        }

        $crate::if_serde! { $crate::serde_traits! { @text $name } }
    };
}
