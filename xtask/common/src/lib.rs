//! Shared by `cargo xtask` and the packages that it starts.
//!
//! `xtask` parses the command line once. A package that it starts gets its options as a [`request`], runs commands
//! through [`process`], and finds the repository through [`workspace`].

mod failure;
pub mod process;
pub mod request;
pub mod workspace;

pub use failure::Failure;
