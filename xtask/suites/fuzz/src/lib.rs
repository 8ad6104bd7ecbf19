//! Fuzz targets, and a driver for them that needs no more than a stable compiler.
//!
//! A target is a function of bytes that must return, whatever the bytes are. The tests of this crate run each for a
//! few seconds on mutations of what we have, and `FUZZ_SECONDS=600 cargo test -p fuzz --profile fuzz` runs them
//! longer. A finding names the number of the mutation, and `FUZZ_ONLY=<number>` repeats it.
//!
//! `libfuzzer/` runs the same functions under coverage guidance, which needs nightly and `cargo-fuzz`:
//!
//! ```text
//! cargo +nightly fuzz run --fuzz-dir xtask/suites/fuzz/libfuzzer response
//! ```

pub mod corpus;
pub mod driver;
mod mutate;
pub mod random;
pub mod target;
