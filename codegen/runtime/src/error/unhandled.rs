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

    /// Returns the cause of the error, such as an `SdkError` of a request without a response.
    ///
    /// [`Error::source`](std::error::Error::source) of the error that contains this one does not return a cause whose text is
    /// part of its own text.
    #[must_use]
    pub fn source(&self) -> &(dyn std::error::Error + 'static) {
        &*self.source
    }

    /// Returns the cause, unless the text of the error that contains this one has the text of the cause.
    #[doc(hidden)]
    #[must_use]
    pub fn undescribed_source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        let is_described = self.meta.code().is_none() && self.meta.message().is_none();
        let source = self.source();
        (!is_described && !source.is::<ErrorMetadata>()).then_some(source)
    }

    /// Returns code, message and request id.
    #[doc(hidden)]
    #[must_use]
    pub fn meta(&self) -> &ErrorMetadata {
        &self.meta
    }
}
