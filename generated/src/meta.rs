// Copied by tinsmith from its support code. Do not edit.

//! Facts about this crate.

#[cfg(feature = "client")]
use aws_runtime::user_agent::ApiMetadata;

/// How the user agent names this crate.
#[cfg(feature = "client")]
pub(crate) static API_METADATA: ApiMetadata =
    ApiMetadata::new(crate::service::SERVICE_NAME, env!("CARGO_PKG_VERSION"));

/// Version of this crate.
pub static PKG_VERSION: &str = env!("CARGO_PKG_VERSION");
