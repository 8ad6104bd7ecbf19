//! `cargo xtask sweep`: starts `xtask/tools/sweep`, a package of its own, so that what it needs is built when it is needed.

use std::io::IsTerminal as _;
use std::path::{Path, PathBuf};
use std::process::Command;

use clap::ArgMatches;

use crate::Failure;

/// Builds the sweep, in release unless told otherwise, and runs it.
pub(crate) fn run(arguments: &ArgMatches) -> Result<(), Failure> {
    let folder: &PathBuf = arguments.get_one("folder").ok_or("no folder is named")?;
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().ok_or("xtask has no parent folder")?;
    let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo.args(["run", "--package", "sweep", "--manifest-path"]).arg(root.join("Cargo.toml"));
    if !arguments.get_flag("unoptimized") {
        cargo.arg("--release");
    }
    if !std::io::stderr().is_terminal() {
        cargo.arg("--quiet");
    }
    cargo.arg("--").arg(folder);
    if arguments.get_flag("twice") {
        cargo.arg("--twice");
    }
    if let Some(count) = arguments.get_one::<usize>("compile") {
        cargo.args(["--compile", &count.to_string()]);
    }
    if let Some(protocol) = arguments.get_one::<String>("protocol") {
        cargo.args(["--protocol", protocol]);
    }
    let status = cargo.status().map_err(|error| format!("cannot run cargo: {error}"))?;
    if status.success() { Ok(()) } else { Err(Failure("the sweep found failures".to_owned())) }
}
