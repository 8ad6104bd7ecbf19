//! Fuzz targets, and a driver that runs them with a stable compiler.
//!
//! A target is a function of bytes that must return for every input. The tests of this crate run each for a few
//! seconds on mutations of the corpus; `FUZZ_SECONDS=600 cargo test -p fuzz --profile fuzz` in `xtask/suites` runs them longer. A crash
//! report has the number of the mutation; `FUZZ_ONLY=<number>` repeats it.
//!
//! `libfuzzer/` runs the same targets with coverage guidance, which needs nightly and `cargo-fuzz`:
//!
//! ```text
//! cargo +nightly fuzz run --fuzz-dir xtask/suites/fuzz/libfuzzer response
//! ```

pub mod corpus;
pub mod driver;
mod formats;
mod mutate;
pub mod random;
pub mod target;
mod xml;
