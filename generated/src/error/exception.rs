// Copied by tinsmith from its support code. Do not edit.

//! Exceptions, but for their builders.

/// A modelled exception: its text, and where its metadata is.
///
/// `message` is a member that is always there, `optional message` one that may be absent, `secret message` one that is
/// not shown.
macro_rules! exception {
    ($Exception:ident) => { $crate::error::exception!(@ $Exception, error => error.meta.message()); };
    ($Exception:ident, message) => {
        $crate::error::exception!(@ $Exception, error => ::std::option::Option::Some(&*error.message));
    };
    ($Exception:ident, secret message) => {
        $crate::error::exception!(@ $Exception, _error => ::std::option::Option::Some("*** Sensitive Data Redacted ***"));
    };
    ($Exception:ident, optional message) => {
        $crate::error::exception!(@ $Exception, error => error.message.as_deref());
    };
    (@ $Exception:ident, $error:ident => $message:expr) => {
        impl ::std::fmt::Display for $Exception {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                let $error = self;
                $crate::error::describe::describe_exception(stringify!($Exception), $message, f)
            }
        }

        impl ::std::error::Error for $Exception {}

        impl ::aws_types::request_id::RequestId for $Exception {
            #[inline]
            fn request_id(&self) -> ::std::option::Option<&str> {
                ::aws_types::request_id::RequestId::request_id(&self.meta)
            }
        }

        impl ::aws_smithy_types::error::metadata::ProvideErrorMetadata for $Exception {
            #[inline]
            fn meta(&self) -> &::aws_smithy_types::error::ErrorMetadata {
                &self.meta
            }
        }
    };
}

pub(crate) use exception;
