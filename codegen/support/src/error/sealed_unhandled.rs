//! What the `Unhandled` variants carry.

use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_types::error::metadata::ErrorMetadata;

/// An error that the model does not know.
///
/// Ask the error that holds it for `code()`, `message()` and `meta()` instead of matching on it:
/// a later version of the crate may give the same answer a variant of its own.
#[derive(Debug)]
pub struct Unhandled {
    pub(crate) source: BoxError,
    pub(crate) meta: ErrorMetadata,
}
