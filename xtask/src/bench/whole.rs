//! The whole service: generating all of its operations, and building them beside the official crate.

use std::fs::{self, File};
use std::path::Path;
use std::time::SystemTime;

use serde_json::Value;

use super::{BUILDS, GENERATIONS, Report, Workspace, milliseconds, step};
use crate::Failure;

/// The official crate, as the workspace of the benchmarks has it.
const OFFICIAL: &str = "aws-sdk-directconnect";
/// The crate of all operations.
const WHOLE: &str = "whole-service";

/// What a command took.
#[derive(Clone, Copy)]
struct Usage {
    seconds: f64,
    cpu_milliseconds: f64,
    peak_megabytes: f64,
}

impl Usage {
    fn of(printed: &Value) -> Result<Self, Failure> {
        let number = |key: &str| printed[key].as_f64().ok_or("the measurement printed no number");
        Ok(Self {
            seconds: number("seconds")?,
            cpu_milliseconds: number("cpu_microseconds")? / 1e3,
            peak_megabytes: number("peak_kilobytes")? / 1024.0,
        })
    }

    /// The least of each figure.
    fn least(self, other: Self) -> Self {
        Self {
            seconds: self.seconds.min(other.seconds),
            cpu_milliseconds: self.cpu_milliseconds.min(other.cpu_milliseconds),
            peak_megabytes: self.peak_megabytes.min(other.peak_megabytes),
        }
    }

    fn text(self) -> String {
        format!("{:.1} s, {:.0} MB", self.seconds, self.peak_megabytes)
    }
}

impl Workspace {
    /// What a command takes, with all that it starts. The program that measures is not run by cargo, which would first
    /// build again what the command is to build.
    fn usage(&self, command: &[&str]) -> Result<Usage, Failure> {
        let target = std::env::var_os("CARGO_TARGET_DIR")
            .map_or_else(|| self.root.join("xtask/bench/target"), Into::into);
        let program = target.join("release/usage").with_extension(std::env::consts::EXE_EXTENSION);
        Usage::of(&serde_json::from_str(&self.printed(text(&program)?, command)?)?)
    }
}

impl Report {
    /// Generating and building all operations.
    pub(super) fn whole_service(&mut self, workspace: &Workspace, target: &Path) -> Result<(), Failure> {
        let folder = target.join("bench-whole-service");
        let usage =
            ["build", "--quiet", "--release", "--manifest-path", "xtask/bench/Cargo.toml", "--bin", "usage"];
        workspace.output(&usage)?;
        self.whole_generation(workspace, &folder, target)?;
        let ours = ours(workspace, &folder)?;
        let official = official(workspace)?;
        self.note("release build of all operations alone, official", official.text());
        self.note("release build of all operations alone, ours", ours.text());
        let time = ours.seconds / official.seconds;
        self.hold("  time, ours / official", format!("{time:.2}"), "<= 0.25", time <= 0.25);
        let peak = ours.peak_megabytes / official.peak_megabytes;
        self.hold("  peak memory, ours / official", format!("{peak:.2}"), "<= 0.7", peak <= 0.7);
        Ok(())
    }

    fn whole_generation(
        &mut self,
        workspace: &Workspace,
        folder: &Path,
        target: &Path,
    ) -> Result<(), Failure> {
        step("generations of all operations");
        let program = target.join("release").join("xtask").with_extension(std::env::consts::EXE_EXTENSION);
        workspace.output(&["build", "--quiet", "--release", "--package", "xtask"])?;
        let (program, out) = (text(&program)?, folder.join("crate"));
        let codegen =
            ["codegen", "--operations", "all", "--crate-name", WHOLE, "--timings", "--out", text(&out)?];
        let mut wall = f64::INFINITY;
        let mut cpu = f64::INFINITY;
        for _ in 0..GENERATIONS {
            let printed = workspace.printed(program, &codegen)?;
            let timing =
                printed.lines().find_map(|line| line.strip_prefix("generation: ")?.split(';').next());
            wall = wall.min(timing.and_then(milliseconds).ok_or("codegen printed no timing")?);
            cpu = cpu.min(workspace.usage(&[&[program][..], &codegen].concat())?.cpu_milliseconds);
        }
        self.hold("generation of all operations, warm", format!("{wall:.1} ms"), "< 90 ms", wall < 90.0);
        self.hold("  CPU, with writing files", format!("{cpu:.1} ms"), "< 150 ms", cpu < 150.0);
        Ok(())
    }
}

/// Release builds of all operations, with what they depend on already built.
fn ours(workspace: &Workspace, folder: &Path) -> Result<Usage, Failure> {
    step("release builds of all operations");
    fs::write(folder.join("Cargo.toml"), "[workspace]\nresolver = \"3\"\nmembers = [\"crate\"]\n")?;
    fs::copy(workspace.root.join("Cargo.lock"), folder.join("Cargo.lock"))?;
    let manifest = folder.join("Cargo.toml");
    // The features with which the benchmarks have the official crate.
    let features = ["--no-default-features", "--features", "client,rt-tokio"];
    let build =
        [&["cargo", "build", "--release", "--manifest-path", text(&manifest)?][..], &features].concat();
    workspace.output(&build[1..])?;
    least_of_builds(workspace, &build, || {
        let root = File::options().append(true).open(folder.join("crate/src/lib.rs"))?;
        Ok(root.set_modified(SystemTime::now())?)
    })
}

/// Release builds of the official crate alone.
fn official(workspace: &Workspace) -> Result<Usage, Failure> {
    step("release builds of the official crate");
    let package = ["--release", "--manifest-path", "xtask/bench/Cargo.toml", "--package", OFFICIAL];
    let build = [&["cargo", "build"][..], &package].concat();
    workspace.output(&build[1..])?;
    least_of_builds(workspace, &build, || {
        workspace.output(&[&["clean", "--quiet"][..], &package].concat()).map(drop)
    })
}

fn least_of_builds(
    workspace: &Workspace,
    build: &[&str],
    make_stale: impl Fn() -> Result<(), Failure>,
) -> Result<Usage, Failure> {
    make_stale()?;
    let mut least = workspace.usage(build)?;
    for _ in 1..BUILDS {
        make_stale()?;
        least = least.least(workspace.usage(build)?);
    }
    Ok(least)
}

fn text(path: &Path) -> Result<&str, Failure> {
    path.to_str().ok_or_else(|| Failure(format!("`{}` is not UTF-8", path.display())))
}
