//! Traits of errors that are enums of exceptions.

/// Implements the traits of an error enum.
///
/// ```text
/// error_traits! {
///     DeleteConnectionError of "DeleteConnection" into crate::error_meta::Error {
///         DirectConnectClientException;
///         ThrottlingException retryable;
///     }
/// }
/// error_traits! {
///     Error {
///         DirectConnectClientException;
///         ThrottlingException;
///     }
/// }
/// ```
///
/// The first form is for the error of an operation, which converts into the error of the crate; `retryable` marks
/// exceptions with `smithy.api#retryable`. The second form is for the error of the crate. Both enums have the variant
/// `Unhandled(Unhandled)` too.
#[macro_export]
#[doc(hidden)]
macro_rules! error_traits {
    ($Error:ident of $operation:literal into $CrateError:path { $($Variant:ident $($retryable:ident)?;)* }) => {
        $crate::error_traits! { $Error { $($Variant;)* } }

        impl $crate::__private::aws_smithy_types::retry::ProvideErrorKind for $Error {
            #[inline]
            fn retryable_error_kind(&self) -> ::std::option::Option<$crate::__private::aws_smithy_types::retry::ErrorKind> {
                match self {
                    $($(Self::$Variant(error) => $crate::error_traits!(@$retryable error),)?)*
                    _ => ::std::option::Option::None,
                }
            }

            #[inline]
            fn code(&self) -> ::std::option::Option<&str> {
                $crate::__private::aws_smithy_types::error::metadata::ProvideErrorMetadata::code(self)
            }
        }

        impl $crate::__private::aws_smithy_runtime_api::client::result::CreateUnhandledError for $Error {
            #[inline]
            fn create_unhandled_error(
                source: $crate::__private::aws_smithy_runtime_api::box_error::BoxError,
                metadata: ::std::option::Option<$crate::__private::aws_smithy_types::error::ErrorMetadata>,
            ) -> Self {
                Self::Unhandled($crate::error::Unhandled::new(source, metadata.unwrap_or_default()))
            }
        }

        impl ::std::convert::From<$Error> for $CrateError {
            fn from(error: $Error) -> Self {
                match error {
                    $($Error::$Variant(error) => Self::$Variant(error),)*
                    $Error::Unhandled(error) => Self::Unhandled(error),
                }
            }
        }

        impl<R> ::std::convert::From<$crate::__private::aws_smithy_runtime_api::client::result::SdkError<$Error, R>> for $CrateError
        where
            R: ::std::marker::Send + ::std::marker::Sync + ::std::fmt::Debug + 'static,
        {
            fn from(error: $crate::__private::aws_smithy_runtime_api::client::result::SdkError<$Error, R>) -> Self {
                match $crate::error::into_operation_error(error, $operation) {
                    ::std::result::Result::Ok(error) => error.into(),
                    ::std::result::Result::Err(unhandled) => Self::Unhandled(unhandled),
                }
            }
        }
    };
    (@retryable $error:ident) => { ::std::option::Option::Some($error.retryable_error_kind()) };
    ($Error:ident { $($Variant:ident;)* }) => {
        impl ::std::error::Error for $Error {
            fn source(&self) -> ::std::option::Option<&(dyn ::std::error::Error + 'static)> {
                // The text of the error has that of the exception.
                match self {
                    $(Self::$Variant(_) => ::std::option::Option::None,)*
                    Self::Unhandled(error) => error.undescribed_source(),
                }
            }
        }

        impl ::std::fmt::Display for $Error {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                let cause: &(dyn ::std::error::Error + 'static) = match self {
                    $(Self::$Variant(error) => error,)*
                    Self::Unhandled(error) => error.source(),
                };
                let metadata =
                    $crate::__private::aws_smithy_types::error::metadata::ProvideErrorMetadata::meta(self);
                $crate::error::describe(metadata, ::std::option::Option::Some(cause), f)
            }
        }

        impl $crate::__private::aws_smithy_types::error::metadata::ProvideErrorMetadata for $Error {
            fn meta(&self) -> &$crate::__private::aws_smithy_types::error::ErrorMetadata {
                match self {
                    $(Self::$Variant(error) => {
                        $crate::__private::aws_smithy_types::error::metadata::ProvideErrorMetadata::meta(error)
                    })*
                    Self::Unhandled(error) => error.meta(),
                }
            }
        }

        impl $crate::__private::aws_types::request_id::RequestId for $Error {
            #[inline]
            fn request_id(&self) -> ::std::option::Option<&str> {
                $crate::__private::aws_types::request_id::RequestId::request_id(
                    $crate::__private::aws_smithy_types::error::metadata::ProvideErrorMetadata::meta(self),
                )
            }
        }

        $crate::if_serde! { $crate::serde_traits! { @errors $Error { $($Variant)* } } }
    };
}

/// Implements the conversion of the error of any waiter into the error of the crate.
#[macro_export]
#[doc(hidden)]
macro_rules! from_waiter_error {
    ($Error:ident) => {
        impl<O, E>
            ::std::convert::From<
                $crate::__private::aws_smithy_runtime_api::client::waiters::error::WaiterError<O, E>,
            > for $Error
        where
            O: ::std::fmt::Debug + ::std::marker::Send + ::std::marker::Sync + 'static,
            E: ::std::error::Error + ::std::marker::Send + ::std::marker::Sync + 'static,
        {
            fn from(
                error: $crate::__private::aws_smithy_runtime_api::client::waiters::error::WaiterError<O, E>,
            ) -> Self {
                Self::Unhandled($crate::error::Unhandled::new(
                    error.into(),
                    ::std::default::Default::default(),
                ))
            }
        }
    };
}
