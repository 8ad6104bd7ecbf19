//! Builds of the crates alone, with dependencies already built.

use std::fs::File;
use std::path::Path;
use std::time::SystemTime;

use xtask_common::process::utf8;
use xtask_common::{Failure, workspace};

use super::BUILDS;
use super::generation::Generator;
use super::table::{Figure, Table};
use super::workbench::{self, OFFICIAL, Usage, Workbench, step};

/// Name of the crate of all operations.
pub(super) const WHOLE: &str = "whole-service";
/// Builds are not incremental.
const VARIABLES: &[(&str, &str)] = &[("CARGO_INCREMENTAL", "0")];
/// Debug builds have cargo's default debug information instead of that of the repository.
const DEBUG: &[&str] =
    &["--config", "profile.dev.debug=true", "--config", "profile.dev.package.\"*\".debug=true"];

pub(super) fn measure(bench: &Workbench, table: &mut Table) -> Result<(), Failure> {
    for (profile, flags) in [("debug", DEBUG), ("release", &["--release"])] {
        step(&format!("{profile} builds of the crates alone"));
        let official = official(bench, flags)?;
        let whole = whole(bench, flags)?;
        let one = one(bench, flags)?;
        let row = table.compare(
            format!("crate and runtime, {profile} build: all operations"),
            official.time(),
            whole.with_runtime.time(),
        );
        if profile == "release" {
            row.at_most(0.25).headline();
        }
        table.compare("  peak memory", official.peak(), whole.with_runtime.peak()).at_most(0.7);
        table.compare("  a crate that shares the runtime", official.time(), whole.alone.time());
        table.compare(
            format!("crate and runtime, {profile} build: DeleteConnection"),
            official.time(),
            one.with_runtime.time(),
        );
        table.compare("  peak memory", official.peak(), one.with_runtime.peak());
        table.compare("  a crate that shares the runtime", official.time(), one.alone.time());
    }
    let default = generated(bench)?;
    table
        .alone("crate and runtime, release build: DeleteConnection, with TLS", default.with_runtime.time())
        .below(Figure::Seconds(3.0));
    table.alone("  a crate that shares the runtime", default.alone.time());
    Ok(())
}

/// Builds of a generated crate, with its dependencies already built.
struct Builds {
    /// The crate and its runtime.
    with_runtime: Usage,
    /// The crate, with its runtime already built for another one.
    alone: Usage,
}

impl Builds {
    /// Builds the crate whose root file is `root` with the command `build`.
    fn of(bench: &Workbench, build: &[&str], root: &Path) -> Result<Self, Failure> {
        let runtime = workspace::root().join("codegen/runtime/src/lib.rs");
        let with_runtime = least_of_builds(bench, build, || touch(&runtime).and_then(|()| touch(root)))?;
        let alone = least_of_builds(bench, build, || touch(root))?;
        Ok(Self { with_runtime, alone })
    }
}

/// Builds the official crate with the features of the benchmarks.
fn official(bench: &Workbench, flags: &[&str]) -> Result<Usage, Failure> {
    let package = ["--manifest-path", "xtask/bench/Cargo.toml", "--package", OFFICIAL];
    let build = [&["cargo", "build"], &package[..], flags].concat();
    let profile = if flags.contains(&"--release") { "release" } else { "dev" };
    least_of_builds(bench, &build, || {
        let clean = [&["clean", "--quiet", "--profile", profile], &package[..]].concat();
        workbench::cargo(&clean).map(drop)
    })
}

/// Builds the crate of all operations with the same features.
fn whole(bench: &Workbench, flags: &[&str]) -> Result<Builds, Failure> {
    let folder = workbench::folder("whole")?;
    Generator::new(bench)?.generate("all", WHOLE, &folder.join("crate"))?;
    workspace::write_members(&folder, &["crate"])?;
    let manifest = folder.join("Cargo.toml");
    let features =
        ["--manifest-path", utf8(&manifest)?, "--no-default-features", "--features", "client,rt-tokio"];
    let build = [&["cargo", "build"], &features[..], flags].concat();
    Builds::of(bench, &build, &folder.join("crate/src/lib.rs"))
}

/// Builds the committed crate with the same features.
fn one(bench: &Workbench, flags: &[&str]) -> Result<Builds, Failure> {
    let package = ["--manifest-path", "xtask/bench/Cargo.toml", "--package", "directconnect"];
    let build = [&["cargo", "build"], &package[..], flags].concat();
    Builds::of(bench, &build, &workspace::root().join("generated/src/lib.rs"))
}

/// Builds the committed crate with its default features, as a member of the repository.
fn generated(bench: &Workbench) -> Result<Builds, Failure> {
    let build = ["cargo", "build", "--release", "--package", "directconnect"];
    Builds::of(bench, &build, &workspace::root().join("generated/src/lib.rs"))
}

fn touch(file: &Path) -> Result<(), Failure> {
    Ok(File::options().append(true).open(file)?.set_modified(SystemTime::now())?)
}

fn least_of_builds(
    bench: &Workbench,
    build: &[&str],
    make_stale: impl Fn() -> Result<(), Failure>,
) -> Result<Usage, Failure> {
    bench.usage(workspace::root(), VARIABLES, build)?;
    make_stale()?;
    let mut least = bench.usage(workspace::root(), VARIABLES, build)?;
    for _ in 1..BUILDS {
        make_stale()?;
        least = least.least(bench.usage(workspace::root(), VARIABLES, build)?);
    }
    Ok(least)
}
