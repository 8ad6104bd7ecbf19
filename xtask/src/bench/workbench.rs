//! Programs that measure, and the time and memory of commands.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;
use xtask_common::{Failure, process, workspace};

use super::table::Figure;

/// Name of the official crate.
pub(super) const OFFICIAL: &str = "aws-sdk-directconnect";

/// Prints the current measurement.
pub(super) fn step(message: &str) {
    eprintln!("bench: {message}");
}

/// Time and memory of a command, with its child processes.
#[derive(Clone, Copy)]
pub(super) struct Usage {
    seconds: f64,
    cpu_seconds: f64,
    peak_bytes: f64,
}

impl Usage {
    fn of(printed: &Value) -> Result<Self, Failure> {
        let number = |key: &str| printed[key].as_f64().ok_or("the measurement printed no number");
        Ok(Self {
            seconds: number("seconds")?,
            cpu_seconds: number("cpu_microseconds")? / 1e6,
            peak_bytes: number("peak_kilobytes")? * 1024.0,
        })
    }

    /// The least of each figure.
    pub(super) fn least(self, other: Self) -> Self {
        Self {
            seconds: self.seconds.min(other.seconds),
            cpu_seconds: self.cpu_seconds.min(other.cpu_seconds),
            peak_bytes: self.peak_bytes.min(other.peak_bytes),
        }
    }

    pub(super) fn time(self) -> Figure {
        Figure::Seconds(self.seconds)
    }

    pub(super) fn cpu(self) -> Figure {
        Figure::Seconds(self.cpu_seconds)
    }

    /// Peak memory of the largest process.
    pub(super) fn peak(self) -> Figure {
        Figure::Bytes(self.peak_bytes)
    }
}

/// The built programs of `xtask/bench`.
pub(super) struct Workbench {
    programs: PathBuf,
}

impl Workbench {
    /// Builds the programs.
    pub(super) fn new() -> Result<Self, Failure> {
        let bench = workspace::root().join("xtask/bench");
        let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| bench.join("target"), Into::into);
        step("building the programs that measure, with the official crate");
        cargo(&["build", "--quiet", "--release", "--manifest-path", "xtask/bench/Cargo.toml"])?;
        Ok(Self { programs: target.join("release") })
    }

    /// Runs a program of `xtask/bench` and returns the JSON that it prints.
    pub(super) fn benchmark(&self, program: &str, arguments: &[&str]) -> Result<Value, Failure> {
        let printed = process::output(Command::new(self.program(program)).args(arguments))?;
        Ok(serde_json::from_str(&printed)?)
    }

    /// Measures a command that runs in `folder` with environment variables.
    pub(super) fn usage(
        &self,
        folder: &Path,
        variables: &[(&str, &str)],
        command: &[&str],
    ) -> Result<Usage, Failure> {
        let mut usage = Command::new(self.program("usage"));
        usage.args(command).current_dir(folder).envs(variables.iter().copied());
        Usage::of(&serde_json::from_str(&process::output(&mut usage)?)?)
    }

    /// Path of a program. Programs are not run through cargo, which would build what a measured command is to build.
    fn program(&self, name: &str) -> PathBuf {
        self.programs.join(name).with_extension(std::env::consts::EXE_EXTENSION)
    }
}

/// Creates a folder for generated crates, which may contain those of an earlier run. It is in the root of the repository,
/// because `xtask/bench/responses` depends on it by path.
pub(super) fn folder(name: &str) -> Result<PathBuf, Failure> {
    let folder = workspace::root().join("target/bench").join(name);
    fs::create_dir_all(&folder)?;
    Ok(folder)
}

/// Runs a cargo command in the root of the repository and returns its output.
pub(super) fn cargo(arguments: &[&str]) -> Result<String, Failure> {
    Ok(process::output(process::cargo().args(arguments).current_dir(workspace::root()))?)
}
