//! `cargo xtask verdicts`: starts `xtask/tools/semver-audit`, a package of its own, so that what the judges need is built when it is
//! needed.

use std::io::IsTerminal as _;
use std::path::{Path, PathBuf};
use std::process::Command;

use clap::ArgMatches;

use crate::Failure;

/// Builds the judges, in release unless told otherwise, and runs them.
pub(crate) fn run(arguments: &ArgMatches) -> Result<(), Failure> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().ok_or("xtask has no parent folder")?;
    let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo.args(["run", "--package", "semver-audit", "--manifest-path"]).arg(root.join("Cargo.toml"));
    if !arguments.get_flag("unoptimized") {
        cargo.arg("--release");
    }
    if !std::io::stderr().is_terminal() {
        cargo.arg("--quiet");
    }
    cargo.arg("--");
    for name in ["old", "new"] {
        cargo.arg(arguments.get_one::<PathBuf>(name).ok_or("both folders must be named")?);
    }
    if let Some(program) = arguments.get_one::<PathBuf>("semver-checks") {
        cargo.arg("--semver-checks").arg(program);
    }
    for (flag, name) in [("--features", "features"), ("--operations", "operations")] {
        if let Some(value) = arguments.get_one::<String>(name) {
            cargo.args([flag, value.as_str()]);
        }
    }
    cargo.args(arguments.get_many::<String>("services").into_iter().flatten());
    let status = cargo.status().map_err(|error| format!("cannot run cargo: {error}"))?;
    if status.success() { Ok(()) } else { Err(Failure("the judges do not confirm every verdict".to_owned())) }
}
