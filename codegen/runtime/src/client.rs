//! The part of a client that is the same for every service.

#[cfg(feature = "endpoint-discovery")]
pub mod endpoint_discovery;
mod feature;
mod handle;
mod metrics;
pub mod paginator;
mod plugins;
pub mod waiter;

pub use handle::{Defaults, Handle};
