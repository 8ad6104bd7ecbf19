// Copied by tinsmith from its support code. Do not edit.

//! Errors as enums of exceptions.

/// The error of an operation, or of the whole service when no operation is named.
///
/// Each exception is a line: its variant, its type, the method that asks for it, and whether the
/// model calls it `retryable`.
macro_rules! errors {
    (
        $(#[doc = $doc:tt])*
        pub enum $Error:ident => $operation:literal {
            $(
                $(#[doc = $about:tt])*
                $Variant:ident($Exception:path), $is:ident $(, $retryable:ident)?;
            )*
        }
    ) => {
        $crate::error::errors! { @ { $(#[doc = $doc])* } $Error { $($(#[doc = $about])* $Variant($Exception);)* } }

        impl $Error {
            /// Makes an unhandled error of any other error.
            #[inline]
            pub fn unhandled(source: impl ::std::convert::Into<$crate::error::BoxError>) -> Self {
                Self::Unhandled($crate::error::sealed_unhandled::Unhandled {
                    source: source.into(),
                    meta: ::std::default::Default::default(),
                })
            }

            /// Makes an unhandled error of error metadata.
            #[inline]
            pub fn generic(metadata: ::aws_smithy_types::error::ErrorMetadata) -> Self {
                Self::Unhandled($crate::error::sealed_unhandled::Unhandled {
                    source: metadata.clone().into(),
                    meta: metadata,
                })
            }

            /// Code, message and request id.
            #[inline]
            pub fn meta(&self) -> &::aws_smithy_types::error::ErrorMetadata {
                ::aws_smithy_types::error::metadata::ProvideErrorMetadata::meta(self)
            }

            $(
                #[doc = concat!(" Whether the error is [`", stringify!($Variant), "`](Self::", stringify!($Variant), ").")]
                #[inline]
                pub fn $is(&self) -> bool {
                    matches!(self, Self::$Variant(_))
                }
            )*
        }

        impl ::aws_smithy_types::retry::ProvideErrorKind for $Error {
            #[inline]
            fn retryable_error_kind(&self) -> ::std::option::Option<::aws_smithy_types::retry::ErrorKind> {
                match self {
                    $($(Self::$Variant(error) => $crate::error::errors!(@$retryable error),)?)*
                    _ => ::std::option::Option::None,
                }
            }

            #[inline]
            fn code(&self) -> ::std::option::Option<&str> {
                ::aws_smithy_types::error::metadata::ProvideErrorMetadata::code(self)
            }
        }

        impl ::aws_smithy_runtime_api::client::result::CreateUnhandledError for $Error {
            #[inline]
            fn create_unhandled_error(
                source: $crate::error::BoxError,
                metadata: ::std::option::Option<::aws_smithy_types::error::ErrorMetadata>,
            ) -> Self {
                Self::Unhandled($crate::error::sealed_unhandled::Unhandled {
                    source,
                    meta: metadata.unwrap_or_default(),
                })
            }
        }

        impl ::std::convert::From<$Error> for $crate::error_meta::Error {
            fn from(error: $Error) -> Self {
                match error {
                    $($Error::$Variant(error) => Self::$Variant(error),)*
                    $Error::Unhandled(error) => Self::Unhandled(error),
                }
            }
        }

        impl<R> ::std::convert::From<::aws_smithy_runtime_api::client::result::SdkError<$Error, R>>
            for $crate::error_meta::Error
        where
            R: ::std::marker::Send + ::std::marker::Sync + ::std::fmt::Debug + 'static,
        {
            fn from(error: ::aws_smithy_runtime_api::client::result::SdkError<$Error, R>) -> Self {
                match $crate::error::answered(error, $operation) {
                    ::std::result::Result::Ok(error) => error.into(),
                    ::std::result::Result::Err(unhandled) => Self::Unhandled(unhandled),
                }
            }
        }
    };
    (
        $(#[doc = $doc:tt])*
        pub enum $Error:ident {
            $($variants:tt)*
        }
    ) => {
        $crate::error::errors! { @ { $(#[doc = $doc])* } $Error { $($variants)* } }

        impl ::std::convert::From<::aws_smithy_types::error::operation::BuildError> for $Error {
            fn from(error: ::aws_smithy_types::error::operation::BuildError) -> Self {
                Self::Unhandled($crate::error::sealed_unhandled::Unhandled {
                    source: error.into(),
                    meta: ::std::default::Default::default(),
                })
            }
        }
    };
    (@retryable $error:ident) => { ::std::option::Option::Some($error.retryable_error_kind()) };
    (
        @ { $($docs:tt)* } $Error:ident {
            $($(#[doc = $about:tt])* $Variant:ident($Exception:path);)*
        }
    ) => {
        $($docs)*
        #[non_exhaustive]
        #[derive(Debug)]
        pub enum $Error {
            $($(#[doc = $about])* $Variant($Exception),)*
            /// Any other error: a code that the model does not list, or an answer that could not be
            /// read.
            ///
            /// Match on `code()` rather than on this variant: a later model may list the code.
            Unhandled($crate::error::sealed_unhandled::Unhandled),
        }

        impl ::std::error::Error for $Error {
            fn source(&self) -> ::std::option::Option<&(dyn ::std::error::Error + 'static)> {
                match self {
                    $(Self::$Variant(error) => ::std::option::Option::Some(error),)*
                    Self::Unhandled(error) => ::std::option::Option::Some(&*error.source),
                }
            }
        }

        impl ::std::fmt::Display for $Error {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                $crate::error::describe(
                    ::aws_smithy_types::error::metadata::ProvideErrorMetadata::meta(self),
                    ::std::error::Error::source(self),
                    f,
                )
            }
        }

        impl ::aws_smithy_types::error::metadata::ProvideErrorMetadata for $Error {
            fn meta(&self) -> &::aws_smithy_types::error::ErrorMetadata {
                match self {
                    $(Self::$Variant(error) => {
                        ::aws_smithy_types::error::metadata::ProvideErrorMetadata::meta(error)
                    })*
                    Self::Unhandled(error) => &error.meta,
                }
            }
        }

        impl ::aws_types::request_id::RequestId for $Error {
            #[inline]
            fn request_id(&self) -> ::std::option::Option<&str> {
                ::aws_types::request_id::RequestId::request_id(
                    ::aws_smithy_types::error::metadata::ProvideErrorMetadata::meta(self),
                )
            }
        }

        #[cfg(feature = "serde")]
        $crate::data::data! { @errors $Error { $($Variant)* } }
    };
}

pub(crate) use errors;
