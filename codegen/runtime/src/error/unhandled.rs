//! Content of `Unhandled` variants.

use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_types::error::metadata::ErrorMetadata;

/// An error that the model does not list.
///
/// Call `code()`, `message()` and `meta()` of the error that contains it instead of matching on it: a later version of the
/// crate may have a variant for the same response.
#[derive(Debug)]
pub struct Unhandled {
    source: BoxError,
    meta: ErrorMetadata,
}

impl Unhandled {
    /// Creates the error.
    #[doc(hidden)]
    #[must_use]
    pub fn new(source: BoxError, meta: ErrorMetadata) -> Self {
        Self { source, meta }
    }

    /// Creates the error from its metadata, which is the source too.
    #[doc(hidden)]
    #[must_use]
    pub fn from_metadata(meta: ErrorMetadata) -> Self {
        Self { source: meta.clone().into(), meta }
    }

    /// Returns the cause.
    #[doc(hidden)]
    #[must_use]
    pub fn source(&self) -> &(dyn std::error::Error + 'static) {
        &*self.source
    }

    /// Returns code, message and request id.
    #[doc(hidden)]
    #[must_use]
    pub fn meta(&self) -> &ErrorMetadata {
        &self.meta
    }
}
