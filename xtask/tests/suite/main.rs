//! Tests of `cargo xtask` as scripts use it: the program is started, and its output and the files are compared.
//!
//! Tests that compile crates or take minutes are ignored by default; `cargo test -p xtask -- --ignored` runs them.

mod cli;
mod determinism;
mod interrupted;
mod update;
mod verdicts;
