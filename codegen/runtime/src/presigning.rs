//! Presigned requests, which anyone can send until they expire.

mod config;
mod error;
mod plugin;
mod request;

pub use config::{PresigningConfig, PresigningConfigBuilder};
pub use error::PresigningConfigError;
pub(crate) use plugin::PresigningPlugin;
pub use request::PresignedRequest;
