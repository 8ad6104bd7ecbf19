//! `cargo xtask drop-in`: one program on the official crates and on generated ones, in `xtask/suites/compat`.

use std::path::PathBuf;
use std::process::Command;

use xtask_common::{Failure, process, workspace};

use crate::generate::all_operations;

/// Generates the crates, compares them with the official ones, and tests members that only generated crates have.
pub(crate) fn run() -> Result<(), Failure> {
    generate()?;
    process::run(&mut cargo("run", "compat"))?;
    Ok(process::run(cargo("test", "compat").args(["--test", "*"]))?)
}

/// Generates the crates that the workspace depends on.
pub(crate) fn generate() -> Result<(), Failure> {
    generate_crate("directconnect", None)?;
    generate_crate("tagging", Some(folder().join("tagging.json")))
}

fn generate_crate(name: &str, model: Option<PathBuf>) -> Result<(), Failure> {
    let folder = folder().join("generated").join(name);
    all_operations(&folder, Some(format!("compat-{name}")), model)
}

/// A cargo command for a package of the workspace.
pub(crate) fn cargo(subcommand: &str, package: &str) -> Command {
    let mut cargo = process::cargo();
    cargo.args([subcommand, "--quiet", "--package", package, "--manifest-path"]);
    cargo.arg(folder().join("Cargo.toml"));
    cargo
}

fn folder() -> PathBuf {
    workspace::root().join("xtask/suites/compat")
}
