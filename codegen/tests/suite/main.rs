//! Tests of the generator: what it makes of models, good and bad, and what it says about them.
//!
//! Tests that compile crates or take minutes are ignored by default; `cargo test -p tinsmith -- --ignored` runs them.

mod bad_models;
mod botocore;
mod build_script;
mod customizations;
mod determinism;
mod diagrams;
mod diff;
mod documentation;
mod golden;
mod hostile;
mod inspect;
mod interrupted;
mod obstacles;
mod output;
mod package;
mod power_loss;
mod proportion;
mod readers;
mod tidy;
mod update;
mod validity;
mod words;

mod disk;
mod harm;
mod imports;
mod names;
mod shown;
mod values;
mod workspace;
