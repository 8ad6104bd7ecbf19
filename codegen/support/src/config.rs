//! Settings of a client, and of single calls.

#[cfg(feature = "client")]
pub mod auth;
pub mod endpoint;
pub mod http;
#[cfg(feature = "client")]
pub mod interceptors;
#[cfg(feature = "client")]
pub mod retry;
#[cfg(feature = "client")]
pub mod timeout;

#[cfg(feature = "client")]
mod builder;
// part: config/checksum
#[cfg(feature = "client")]
mod checksum;
// end of part
// part: config/compression
#[cfg(feature = "client")]
mod compression;
// end of part
mod idempotency_token;
#[cfg(feature = "client")]
mod override_plugin;
#[cfg(feature = "client")]
mod sdk_config;
#[cfg(feature = "client")]
mod settings;
#[cfg(feature = "client")]
mod strict;

#[cfg(feature = "client")]
mod exports;

#[cfg(feature = "client")]
pub use builder::Builder;
// part: config/checksum
#[cfg(feature = "client")]
pub use checksum::RequestChecksumCalculation;
// end of part
// part: config/compression
#[cfg(feature = "client")]
pub(crate) use compression::{DisableRequestCompression, RequestMinCompressionSizeBytes};
// end of part
#[cfg(feature = "client")]
pub use exports::*;
// part: config/idempotency_token
pub use idempotency_token::IdempotencyTokenProvider;
// end of part
#[cfg(feature = "client")]
pub(crate) use override_plugin::ConfigOverridePlugin;
#[cfg(feature = "client")]
pub use settings::Config;
#[cfg(feature = "client")]
pub(crate) use strict::StrictResponses;
