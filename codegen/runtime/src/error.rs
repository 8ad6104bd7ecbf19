//! Errors that every operation shares.

mod describe;
mod exception;
mod traits;
mod unhandled;
mod unknown_variant;

#[doc(hidden)]
pub use describe::{HTTP_STATUS_KEY, OPERATION_KEY, describe, describe_exception, into_operation_error};
pub use unhandled::Unhandled;
pub use unknown_variant::UnknownVariantError;
