//! Settings of clients, and the types that settings need.

#[cfg(feature = "client")]
pub mod auth;
#[cfg(feature = "client")]
mod compression;
#[cfg(any(feature = "rustls", feature = "rustls-aws-lc"))]
mod default_http_client;
mod endpoint;
#[cfg(feature = "client")]
mod host_prefix;
#[cfg(feature = "idempotency-token")]
mod idempotency_token;
#[cfg(feature = "client")]
mod override_plugin;
#[cfg(feature = "client")]
mod presigned;
#[cfg(feature = "client")]
mod sdk_config;
#[cfg(feature = "client")]
mod settings;
mod strict;
#[cfg(all(feature = "client", feature = "test-util"))]
mod test_defaults;
#[cfg(all(feature = "client", feature = "http-auth"))]
mod token;

#[cfg(feature = "client")]
#[doc(hidden)]
pub use compression::{DisableRequestCompression, RequestMinCompressionSizeBytes};
#[cfg(any(feature = "rustls", feature = "rustls-aws-lc"))]
pub use default_http_client::default_https_client;
pub use endpoint::InvalidParams;
#[cfg(feature = "client")]
#[doc(hidden)]
pub use host_prefix::DisableHostPrefixInjection;
#[cfg(feature = "idempotency-token")]
pub use idempotency_token::IdempotencyTokenProvider;
#[cfg(feature = "client")]
#[doc(hidden)]
pub use override_plugin::ConfigOverridePlugin;
#[cfg(feature = "client")]
#[doc(hidden)]
pub use presigned::Presigned;
#[cfg(feature = "client")]
#[doc(hidden)]
pub use sdk_config::service_flag;
#[cfg(feature = "client")]
#[doc(hidden)]
pub use settings::{Settings, SettingsBuilder};
#[doc(hidden)]
pub use strict::StrictResponses;
