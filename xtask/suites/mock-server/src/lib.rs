//! A scripted HTTP server on the loopback interface.
//!
//! It blocks and runs on threads of its own, so that tests can use it with and without an async runtime. It knows
//! nothing about AWS clients.

mod response;
mod server;
mod wire;

pub use response::Response;
pub use server::{Server, Stalls};
