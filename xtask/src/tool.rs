//! Packages that `xtask` starts through cargo, so that their dependencies are built when they are used.

use std::io::{self, IsTerminal as _};

use xtask_common::request::{Request, argument};
use xtask_common::{Failure, process, workspace};

/// A package of the workspace that receives its options as a request.
#[derive(Clone, Copy)]
pub(crate) struct Tool {
    /// Name of the package.
    pub(crate) package: &'static str,
    /// Message for its exit code 1, after which its own output has the details.
    pub(crate) failure: &'static str,
}

impl Tool {
    /// Builds the package and runs it.
    pub(crate) fn run(self, request: &impl Request, profile: Profile) -> Result<(), Failure> {
        let mut cargo = process::cargo();
        cargo.args(["run", "--package", self.package, "--manifest-path"]);
        cargo.arg(workspace::root().join("Cargo.toml"));
        if profile == Profile::Release {
            cargo.arg("--release");
        }
        if !io::stderr().is_terminal() {
            cargo.arg("--quiet");
        }
        cargo.arg("--").arg(argument(request)?);
        process::run(&mut cargo).map_err(|error| match error.code() {
            Some(1) => Failure(self.failure.to_owned()),
            _ => error.into(),
        })
    }
}

/// Cargo profile of a tool.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Profile {
    /// Fast to build.
    Dev,
    /// Fast to run.
    Release,
}
