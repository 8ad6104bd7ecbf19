//! What the tests of the generated client rest on: a scripted HTTP server on the loopback
//! interface, an HTTP client that needs no runtime, and signatures made without the client.
//!
//! Everything here blocks, and runs on threads of its own, so that it works beside any runtime and
//! without one.

pub mod plain_http;
pub mod signature;

pub use mock_server::{Answer, Server, Silence};
