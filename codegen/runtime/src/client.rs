//! The part of a client that is the same for every service.

mod feature;
mod handle;
mod metrics;
pub mod paginator;
mod plugins;
pub mod waiter;

pub use handle::{Defaults, Handle};
