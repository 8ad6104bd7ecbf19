//! Running commands, and what they took.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

use super::table::Figure;
use crate::Failure;

/// The official crate.
pub(super) const OFFICIAL: &str = "aws-sdk-directconnect";

/// Says what is measured now.
pub(super) fn step(text: &str) {
    eprintln!("bench: {text}");
}

/// What a command took, with all that it started.
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

    /// Of the largest of the processes.
    pub(super) fn peak(self) -> Figure {
        Figure::Bytes(self.peak_bytes)
    }
}

/// The repository, in whose root commands run.
pub(super) struct Workbench {
    pub(super) root: PathBuf,
}

impl Workbench {
    pub(super) fn new() -> Result<Self, Failure> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().ok_or("xtask has no parent folder")?;
        let bench = Self { root: root.to_owned() };
        step("the programs that measure; the first time, this builds the official crate");
        bench.cargo(&["build", "--quiet", "--release", "--manifest-path", "xtask/bench/Cargo.toml"])?;
        Ok(bench)
    }

    /// A folder for what is generated here, empty or as the last run has left it.
    pub(super) fn folder(&self, name: &str) -> Result<PathBuf, Failure> {
        let folder = self.root.join("target/bench").join(name);
        fs::create_dir_all(&folder)?;
        Ok(folder)
    }

    /// What a cargo command prints.
    pub(super) fn cargo(&self, arguments: &[&str]) -> Result<String, Failure> {
        self.printed("cargo", arguments)
    }

    /// What any command prints.
    pub(super) fn printed(&self, program: &str, arguments: &[&str]) -> Result<String, Failure> {
        printed(Command::new(program).args(arguments).current_dir(&self.root))
    }

    /// What a program of `xtask/bench` prints.
    pub(super) fn benchmark(&self, program: &str, arguments: &[&str]) -> Result<Value, Failure> {
        let program = self.program(program);
        Ok(serde_json::from_str(&self.printed(text(&program)?, arguments)?)?)
    }

    /// What a command takes that runs in `folder`, with variables of the environment.
    pub(super) fn usage(
        &self,
        folder: &Path,
        variables: &[(&str, &str)],
        command: &[&str],
    ) -> Result<Usage, Failure> {
        let mut usage = Command::new(self.program("usage"));
        usage.args(command).current_dir(folder).envs(variables.iter().copied());
        Usage::of(&serde_json::from_str(&printed(&mut usage)?)?)
    }

    /// A program of `xtask/bench`. It is not run by cargo, which would first build again what a measured command is to
    /// build.
    fn program(&self, name: &str) -> PathBuf {
        let target = std::env::var_os("CARGO_TARGET_DIR")
            .map_or_else(|| self.root.join("xtask/bench/target"), Into::into);
        target.join("release").join(name).with_extension(std::env::consts::EXE_EXTENSION)
    }
}

fn printed(command: &mut Command) -> Result<String, Failure> {
    let output = command.output().map_err(|error| format!("cannot run {command:?}: {error}"))?;
    if !output.status.success() {
        return Err(Failure(format!("{command:?} failed:\n{}", String::from_utf8_lossy(&output.stderr))));
    }
    Ok(String::from_utf8(output.stdout)?)
}

/// The path as text, for a command line.
pub(super) fn text(path: &Path) -> Result<&str, Failure> {
    path.to_str().ok_or_else(|| Failure(format!("`{}` is not UTF-8", path.display())))
}
