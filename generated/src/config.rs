// Copied by tinsmith from its support code. Do not edit.

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
#[cfg(feature = "client")]
pub use exports::*;
#[cfg(feature = "client")]
pub(crate) use override_plugin::ConfigOverridePlugin;
#[cfg(feature = "client")]
pub use settings::Config;
#[cfg(feature = "client")]
pub(crate) use strict::StrictResponses;
