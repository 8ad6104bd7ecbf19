//! A scripted HTTP server on the loopback interface.
//!
//! Everything here blocks, and runs on threads of its own, so that it works beside any runtime and
//! without one. It knows no client, so that it serves tests of any.

mod answer;
mod server;
mod wire;

pub use answer::Answer;
pub use server::{Server, Silence};
