//! The hand-written half of a generated client crate.
//!
//! `tinsmith` copies every file below `src/`, save this one, `service.rs`, `service/`, `tests.rs`
//! and `tests/`, into the crate that it generates. `service` stands in for what is generated per
//! service, with the values of AWS Direct Connect, so that the code compiles, is linted and is
//! tested where it stands.
#![allow(unreachable_pub, reason = "some types can be reached only through the enums that are generated")]
#![cfg_attr(
    not(test),
    allow(
        dead_code,
        unused_imports,
        unused_macros,
        reason = "what only generated code calls has no caller here outside the tests"
    )
)]

#[cfg(feature = "client")]
pub mod client;
pub mod config;
pub mod error;
pub mod meta;
pub mod primitives;

mod builder;
#[cfg(feature = "serde")]
mod data;
#[cfg(feature = "client")]
mod driver;
mod enumeration;
mod exchange;
#[cfg(feature = "client")]
mod interceptors;
#[cfg(all(test, feature = "client"))]
mod protocol_tests {
    pub(crate) mod request;
    pub(crate) mod response;
}
mod rules;
mod service;
#[cfg(feature = "client")]
mod waiters {
    /// Stand-in for the methods that the waiters of a model become.
    pub trait Waiters: crate::client::waiter::Sealed {}
}
mod wire;

#[cfg(test)]
mod tests;

#[cfg(test)]
use tests::sample as error_meta;

#[cfg(feature = "client")]
pub use client::Client;
#[cfg(feature = "client")]
pub use config::Config;
