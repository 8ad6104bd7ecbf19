//! Information about this crate.

/// Version of this crate.
pub static PKG_VERSION: &str = env!("CARGO_PKG_VERSION");
