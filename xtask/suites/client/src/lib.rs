//! Tools for tests of the generated client: a scripted HTTP server, an HTTP client that needs no runtime, and
//! signatures that are computed without the generated client.
//!
//! They block and use threads of their own, so that tests can use them with and without an async runtime.

pub mod plain_http;
pub mod signature;

pub use mock_server::{Response, Server, Stalls};
