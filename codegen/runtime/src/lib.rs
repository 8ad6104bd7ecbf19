//! Runtime of the client crates that `tinsmith` generates.
//!
//! A generated crate contains what its model defines: types, builders, operations, schemas, endpoint rules, and its
//! own `Client` and `Config`. Everything that is the same for every service is here:
//!
//! | module | contents |
//! |---|---|
//! | `wire` | reading and writing of values by their schemas, lenient and strict readers |
//! | `protocol` | requests and responses without input or output, for any protocol of the official runtime |
//! | `auth` | authentication schemes |
//! | `client` | the shared part of a client: plugins, metrics, paginators, waiters |
//! | `orchestrator` | sending of operations through the official orchestrator |
//! | `interceptors` | interceptors that operations add to their calls |
//! | `config` | settings of clients, and the types that settings need |
//! | `rules` | functions of the endpoint rules language |
//! | `builder` | member tables: the macros that implement structures |
//! | `enumeration` | string enums |
//! | `events` | event streams (feature `event-stream`) |
//! | `service` | the service as a value |
//! | `presigning` | presigned requests (feature `presigning`) |
//! | `transfer` | uploads and downloads in parts (feature `transfer`) |
//! | `auth_token` | tokens that authenticate other than by HTTP (feature `auth-token`) |
//! | `error` | error values, and the text of errors |
//! | `serde_support` | `Serialize` and `Deserialize` (feature `serde`) |
//!
//! Signing, retries, timeouts, credentials, TLS and the wire protocols come from the official `aws-smithy-*` and
//! `aws-*` crates.
//!
//! # Stability
//!
//! This crate has no stability of its own. The generator writes it together with the crates that use it, and
//! [`assert_runtime_version`] stops the build of a crate that was generated for another version. Programs use the items that
//! a generated crate re-exports, under the paths of that crate; items that only generated code uses are hidden from this
//! documentation.

#![forbid(unsafe_code)]

#[cfg(feature = "client")]
#[doc(hidden)]
pub mod auth;
#[cfg(all(feature = "client", feature = "auth-token"))]
#[doc(hidden)]
pub mod auth_token;
#[doc(hidden)]
pub mod builder;
#[cfg(feature = "client")]
#[doc(hidden)]
pub mod client;
pub mod config;
#[doc(hidden)]
pub mod enumeration;
pub mod error;
#[cfg(feature = "event-stream")]
#[doc(hidden)]
pub mod events;
#[cfg(feature = "client")]
#[doc(hidden)]
pub mod interceptors;
#[cfg(feature = "client")]
#[doc(hidden)]
pub mod orchestrator;
#[cfg(all(feature = "client", feature = "presigning"))]
#[doc(hidden)]
pub mod presigning;
#[doc(hidden)]
pub mod protocol;
#[doc(hidden)]
pub mod rules;
#[cfg(feature = "serde")]
#[doc(hidden)]
pub mod serde_support;
#[doc(hidden)]
pub mod service;
#[cfg(feature = "transfer")]
#[doc(hidden)]
pub mod transfer;
#[doc(hidden)]
pub mod wire;

/// Crates that macros name, and code that a build script generates.
#[doc(hidden)]
pub mod __private {
    #[cfg(feature = "cbor")]
    pub use aws_smithy_cbor;
    #[cfg(feature = "json")]
    pub use aws_smithy_json;
    #[cfg(feature = "serde")]
    pub use serde_core;
    #[cfg(feature = "client")]
    pub use {aws_credential_types, aws_runtime, aws_smithy_async, aws_smithy_runtime};
    pub use {aws_smithy_runtime_api, aws_smithy_schema, aws_smithy_types, aws_types, bytes, http};
}

/// Expands to the given items if the feature `serde` is on.
#[cfg(feature = "serde")]
#[doc(hidden)]
#[macro_export]
macro_rules! if_serde {
    ($($items:tt)*) => { $($items)* };
}

/// Expands to nothing, because the feature `serde` is off.
#[cfg(not(feature = "serde"))]
#[doc(hidden)]
#[macro_export]
macro_rules! if_serde {
    ($($items:tt)*) => {};
}

/// Text that replaces values that must not be shown.
#[doc(hidden)]
pub const REDACTED: &str = "*** Sensitive Data Redacted ***";

/// Fails the build of a crate that was generated for another version of the runtime.
#[doc(hidden)]
pub const fn assert_runtime_version(expected: &str) {
    let (expected, actual) = (expected.as_bytes(), env!("CARGO_PKG_VERSION").as_bytes());
    let mut same = expected.len() == actual.len();
    let mut index = 0;
    while same && index < expected.len() {
        same = expected[index] == actual[index];
        index += 1;
    }
    assert!(
        same,
        "this crate and its `tinsmith-runtime` were written by different versions of tinsmith: generate both again"
    );
}
