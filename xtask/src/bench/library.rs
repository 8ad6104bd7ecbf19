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
            format!("crate alone, {profile} build: all operations"),
            official.time(),
            whole.time(),
        );
        if profile == "release" {
            row.at_most(0.25).headline();
        }
        table.compare("  peak memory", official.peak(), whole.peak()).at_most(0.7);
        table.compare(format!("crate alone, {profile} build: DeleteConnection"), official.time(), one.time());
        table.compare("  peak memory", official.peak(), one.peak());
    }
    let default = generated(bench)?;
    table
        .alone("crate alone, release build: DeleteConnection, with TLS", default.time())
        .below(Figure::Seconds(3.0));
    Ok(())
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
fn whole(bench: &Workbench, flags: &[&str]) -> Result<Usage, Failure> {
    let folder = workbench::folder("whole")?;
    Generator::new(bench)?.generate("all", WHOLE, &folder.join("crate"))?;
    workspace::write_members(&folder, &["crate"])?;
    let manifest = folder.join("Cargo.toml");
    let features =
        ["--manifest-path", utf8(&manifest)?, "--no-default-features", "--features", "client,rt-tokio"];
    let build = [&["cargo", "build"], &features[..], flags].concat();
    least_of_builds(bench, &build, || touch(&folder.join("crate/src/lib.rs")))
}

/// Builds the committed crate with the same features.
fn one(bench: &Workbench, flags: &[&str]) -> Result<Usage, Failure> {
    let package = ["--manifest-path", "xtask/bench/Cargo.toml", "--package", "directconnect"];
    let build = [&["cargo", "build"], &package[..], flags].concat();
    least_of_builds(bench, &build, || touch(&workspace::root().join("generated/src/lib.rs")))
}

/// Builds the committed crate with its default features, as a member of the repository.
fn generated(bench: &Workbench) -> Result<Usage, Failure> {
    let build = ["cargo", "build", "--release", "--package", "directconnect"];
    least_of_builds(bench, &build, || touch(&workspace::root().join("generated/src/lib.rs")))
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
