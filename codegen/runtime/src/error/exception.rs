//! Traits of modelled exceptions.

/// Implements the traits of a modelled exception.
///
/// `message` names a member with the message that is always present, `optional message` one that may be absent,
/// `sensitive message` one that is not shown; without any of them the message is that of the metadata.
#[macro_export]
#[doc(hidden)]
macro_rules! exception_traits {
    ($Exception:ident) => { $crate::exception_traits!(@ $Exception, error => error.meta.message()); };
    ($Exception:ident, message) => {
        $crate::exception_traits!(@ $Exception, error => ::std::option::Option::Some(&*error.message));
    };
    ($Exception:ident, sensitive message) => {
        $crate::exception_traits!(@ $Exception, _error => ::std::option::Option::Some($crate::REDACTED));
    };
    ($Exception:ident, optional message) => {
        $crate::exception_traits!(@ $Exception, error => error.message.as_deref());
    };
    (@ $Exception:ident, $error:ident => $message:expr) => {
        impl ::std::fmt::Display for $Exception {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                let $error = self;
                $crate::error::describe_exception(stringify!($Exception), $message, f)
            }
        }

        impl ::std::error::Error for $Exception {}

        impl $crate::__private::aws_types::request_id::RequestId for $Exception {
            #[inline]
            fn request_id(&self) -> ::std::option::Option<&str> {
                $crate::__private::aws_types::request_id::RequestId::request_id(&self.meta)
            }
        }

        impl $crate::__private::aws_smithy_types::error::metadata::ProvideErrorMetadata for $Exception {
            #[inline]
            fn meta(&self) -> &$crate::__private::aws_smithy_types::error::ErrorMetadata {
                &self.meta
            }
        }
    };
}
