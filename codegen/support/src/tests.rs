//! Tests of this crate. They are not copied into generated crates.

mod behavior;
#[cfg(feature = "client")]
mod client;
#[cfg(feature = "serde")]
mod data;
mod endpoint;
mod error;
mod http;
mod lenient;
#[cfg(feature = "client")]
mod metrics;
#[cfg(feature = "client")]
mod protocol_tests;
#[cfg(feature = "client")]
mod repeated;
mod responses;
#[allow(
    dead_code,
    clippy::ref_option,
    clippy::must_use_candidate,
    clippy::return_self_not_must_use,
    clippy::missing_errors_doc,
    clippy::needless_pass_by_value,
    clippy::used_underscore_binding,
    reason = "the sample has whatever a crate has, called or not, and looks as the official crates do"
)]
pub(crate) mod sample;
#[cfg(feature = "client")]
mod settings;
mod wire;
