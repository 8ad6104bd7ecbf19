//! Tests of this crate. They are not copied into generated crates.

mod behavior;
#[cfg(feature = "client")]
mod client;
mod endpoint;
mod error;
mod http;
mod lenient;
#[cfg(feature = "client")]
mod protocol_tests;
mod responses;
mod sample;
#[cfg(feature = "client")]
mod settings;
mod wire;
