//! Presigned requests, which need no credentials to be sent.

mod config;
mod error;
mod plugin;
#[cfg(feature = "post-policy")]
mod post;
mod query;
mod request;

pub use config::{PresigningConfig, PresigningConfigBuilder};
pub use error::PresigningConfigError;
pub(crate) use plugin::PresigningPlugin;
#[cfg(feature = "post-policy")]
pub(crate) use post::PostPlugin;
#[cfg(feature = "post-policy")]
pub use post::{PostPolicy, PresignedPost};
pub use request::PresignedRequest;
