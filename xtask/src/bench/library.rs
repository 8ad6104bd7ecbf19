//! The crates alone: builds with everything that they depend on already built.

use std::fs::{self, File};
use std::path::Path;
use std::time::SystemTime;

use super::BUILDS;
use super::generation::Generator;
use super::table::{Figure, Table};
use super::workbench::{OFFICIAL, Usage, Workbench, step, text};
use crate::Failure;

/// The crate of all operations.
pub(super) const WHOLE: &str = "whole-service";
/// Builds are from scratch and have the debug information that cargo gives by default, whatever this repository has.
const VARIABLES: &[(&str, &str)] = &[("CARGO_INCREMENTAL", "0")];
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

/// The official crate, as the benchmarks have it.
fn official(bench: &Workbench, flags: &[&str]) -> Result<Usage, Failure> {
    let package = ["--manifest-path", "xtask/bench/Cargo.toml", "--package", OFFICIAL];
    let build = [&["cargo", "build"], &package[..], flags].concat();
    let profile = if flags.contains(&"--release") { "release" } else { "dev" };
    least_of_builds(bench, &build, || {
        let clean = [&["clean", "--quiet", "--profile", profile], &package[..]].concat();
        bench.cargo(&clean).map(drop)
    })
}

/// All operations, with the features that the benchmarks have of the official crate.
fn whole(bench: &Workbench, flags: &[&str]) -> Result<Usage, Failure> {
    let folder = bench.folder("whole")?;
    Generator::new(bench)?.generate("all", WHOLE, &folder.join("crate"))?;
    fs::write(folder.join("Cargo.toml"), "[workspace]\nresolver = \"3\"\nmembers = [\"crate\"]\n")?;
    fs::copy(bench.root.join("Cargo.lock"), folder.join("Cargo.lock"))?;
    let manifest = folder.join("Cargo.toml");
    let features =
        ["--manifest-path", text(&manifest)?, "--no-default-features", "--features", "client,rt-tokio"];
    let build = [&["cargo", "build"], &features[..], flags].concat();
    least_of_builds(bench, &build, || touch(&folder.join("crate/src/lib.rs")))
}

/// The committed crate, with the same features.
fn one(bench: &Workbench, flags: &[&str]) -> Result<Usage, Failure> {
    let package = ["--manifest-path", "xtask/bench/Cargo.toml", "--package", "directconnect"];
    let build = [&["cargo", "build"], &package[..], flags].concat();
    least_of_builds(bench, &build, || touch(&bench.root.join("generated/src/lib.rs")))
}

/// The committed crate with its default features, as the repository builds it.
fn generated(bench: &Workbench) -> Result<Usage, Failure> {
    let build = ["cargo", "build", "--release", "--package", "directconnect"];
    least_of_builds(bench, &build, || touch(&bench.root.join("generated/src/lib.rs")))
}

fn touch(file: &Path) -> Result<(), Failure> {
    Ok(File::options().append(true).open(file)?.set_modified(SystemTime::now())?)
}

fn least_of_builds(
    bench: &Workbench,
    build: &[&str],
    make_stale: impl Fn() -> Result<(), Failure>,
) -> Result<Usage, Failure> {
    bench.usage(&bench.root, VARIABLES, build)?;
    make_stale()?;
    let mut least = bench.usage(&bench.root, VARIABLES, build)?;
    for _ in 1..BUILDS {
        make_stale()?;
        least = least.least(bench.usage(&bench.root, VARIABLES, build)?);
    }
    Ok(least)
}
