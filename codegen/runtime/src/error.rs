//! Errors that every operation shares.

mod describe;
mod exception;
mod extended_request_id;
mod traits;
mod unhandled;
mod unknown_variant;

#[doc(hidden)]
pub use describe::{HTTP_STATUS_KEY, OPERATION_KEY, describe, describe_exception, into_operation_error};
#[cfg(feature = "serde")]
pub(crate) use extended_request_id::EXTENDED_REQUEST_ID;
pub use extended_request_id::RequestIdExt;
pub(crate) use extended_request_id::apply_extended_request_id;
pub use unhandled::Unhandled;
pub use unknown_variant::UnknownVariantError;
