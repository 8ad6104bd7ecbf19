//! A program that calls one operation: cold build, size, and crates.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use xtask_common::process::utf8;
use xtask_common::{Failure, workspace};

use super::table::{Figure, Table};
use super::workbench::{self, OFFICIAL, Usage, Workbench, step};

/// The HTTP client of a program.
struct Transport {
    name: &'static str,
    /// Features of the official crate besides `rt-tokio`.
    official: &'static [&'static str],
    /// Features of the generated crate besides `client` and `rt-tokio`.
    ours: &'static [&'static str],
    /// Features of the program that create an HTTP client, with the official crate and with the generated one.
    client: [Option<&'static str>; 2],
    /// Target: maximum ratio of the times of cold builds.
    max_ratio: Option<f64>,
    /// True for the transport whose figures the README quotes.
    is_default: bool,
}

const TRANSPORTS: &[Transport] = &[
    Transport {
        name: "default features",
        official: &["rustls", "default-https-client"],
        ours: &["rustls", "default-https-client"],
        client: [None, None],
        max_ratio: Some(0.5),
        is_default: true,
    },
    Transport {
        name: "TLS with ring",
        official: &[],
        ours: &["rustls", "default-https-client"],
        client: [Some("ring"), None],
        max_ratio: Some(0.8),
        is_default: false,
    },
    Transport {
        name: "no TLS",
        official: &[],
        ours: &[],
        client: [Some("plain"), Some("plain")],
        max_ratio: None,
        is_default: false,
    },
];

pub(super) fn measure(bench: &Workbench, table: &mut Table) -> Result<(), Failure> {
    // Outside of the repository, so that its cargo configuration does not apply.
    let folder = std::env::temp_dir().join(format!("tinsmith-bench-{}", std::process::id()));
    let outcome = TRANSPORTS.iter().try_for_each(|transport| compare(bench, &folder, transport, table));
    let cleaned = fs::remove_dir_all(&folder);
    outcome?;
    Ok(cleaned?)
}

fn compare(
    bench: &Workbench,
    folder: &Path,
    transport: &Transport,
    table: &mut Table,
) -> Result<(), Failure> {
    let name = transport.name;
    let programs = Program::pair(folder, transport)?;
    let [official, ours] = [programs[0].crates()?, programs[1].crates()?];
    table.compare(format!("crates in the tree, {name}"), official, ours);
    for (profile, flags) in [("debug", &[][..]), ("release", &["--release"])] {
        step(&format!("cold {profile} builds of a program, {name}"));
        let runtime = programs[1].runtime()?;
        let runtime: Vec<_> = runtime.iter().flat_map(|package| ["--package", package]).collect();
        let runtime = programs[1].build(bench, &[flags, &runtime].concat())?;
        // Last, because the size of these programs is measured afterwards.
        let [official, ours] = [programs[0].build(bench, flags)?, programs[1].build(bench, flags)?];
        let row = table.compare(
            format!("cold {profile} build of a program with one operation, {name}"),
            official.time(),
            ours.time(),
        );
        if transport.is_default && profile == "debug" {
            row.headline();
        }
        if let Some(max_ratio) = transport.max_ratio {
            row.at_most(max_ratio);
        }
        table.compare("  the runtime and TLS crates alone", official.time(), runtime.time());
        table.compare("  peak memory", official.peak(), ours.peak());
    }
    let [official, ours] = [programs[0].stripped_size()?, programs[1].stripped_size()?];
    let row = table.compare(format!("stripped release binary, {name}"), official, ours);
    if transport.is_default {
        row.headline();
    }
    Ok(())
}

/// A package in a folder.
pub(super) struct Program {
    folder: PathBuf,
}

impl Program {
    /// Creates the program with the official crate and with the generated one.
    fn pair(folder: &Path, transport: &Transport) -> Result<[Self; 2], Failure> {
        let generated = workspace::root().join("generated");
        let official = format!(
            "{OFFICIAL} = {{ version = \"={}\", default-features = false, features = {:?} }}",
            super::official_version()?,
            [&["rt-tokio"], transport.official].concat(),
        );
        let ours = format!(
            "{OFFICIAL} = {{ package = \"directconnect\", path = {:?}, default-features = false, features = {:?} }}",
            utf8(&generated)?,
            [&["client", "rt-tokio"], transport.ours].concat(),
        );
        let name = transport.name.replace(' ', "-");
        Ok([
            Self::new(folder.join(&name).join("official"), &official, transport.client[0])?,
            Self::new(folder.join(&name).join("ours"), &ours, transport.client[1])?,
        ])
    }

    fn new(folder: PathBuf, dependency: &str, client: Option<&str>) -> Result<Self, Failure> {
        let template = workspace::root().join("xtask/bench/program");
        let source = fs::read_to_string(template.join("src/main.rs"))?;
        let manifest = fs::read_to_string(template.join("Cargo.toml"))?;
        let default = client.map_or_else(String::new, |client| format!("{client:?}"));
        let manifest = manifest
            .replace("# service", dependency)
            .replace("default = []", &format!("default = [{default}]"));
        Self::create(folder, &source, &manifest)
    }

    /// Writes a package, and downloads its dependencies.
    pub(super) fn create(folder: PathBuf, source: &str, manifest: &str) -> Result<Self, Failure> {
        fs::create_dir_all(folder.join("src"))?;
        fs::write(folder.join("src/main.rs"), source)?;
        fs::write(folder.join("Cargo.toml"), manifest)?;
        fs::copy(workspace::root().join("xtask/bench/Cargo.lock"), folder.join("Cargo.lock"))?;
        let program = Self { folder };
        // Dependencies are downloaded before the build is timed.
        workbench::cargo(&[
            "fetch",
            "--quiet",
            "--manifest-path",
            utf8(&program.folder.join("Cargo.toml"))?,
        ])?;
        Ok(program)
    }

    /// Builds everything from scratch.
    pub(super) fn build(&self, bench: &Workbench, flags: &[&str]) -> Result<Usage, Failure> {
        let target = self.folder.join("target");
        if target.exists() {
            fs::remove_dir_all(&target)?;
        }
        let variables = [("CARGO_TARGET_DIR", utf8(&target)?), ("CARGO_INCREMENTAL", "0")];
        bench.usage(&self.folder, &variables, &[&["cargo", "build", "--offline"], flags].concat())
    }

    /// Returns the dependencies of the program and of the service crate, without these two.
    fn runtime(&self) -> Result<Vec<String>, Failure> {
        let manifest = self.folder.join("Cargo.toml");
        let tree = ["tree", "--edges", "normal", "--depth", "2", "--prefix", "none", "--manifest-path"];
        let listing = workbench::cargo(&[&tree[..], &[utf8(&manifest)?]].concat())?;
        // Packages with a path are the program and the service crate.
        let lines = listing.lines().filter(|line| !line.contains(std::path::MAIN_SEPARATOR));
        let packages = lines.filter_map(|line| line.split_once(" v"));
        let packages = packages.map(|(name, rest)| {
            let version = rest.split(' ').next().unwrap_or(rest);
            format!("{name}@{version}")
        });
        Ok(packages.collect::<BTreeSet<_>>().into_iter().collect())
    }

    /// Counts the crates that are compiled for the program, without itself and without build dependencies.
    fn crates(&self) -> Result<Figure, Failure> {
        let manifest = self.folder.join("Cargo.toml");
        let tree = ["tree", "--edges", "normal", "--prefix", "none", "--manifest-path", utf8(&manifest)?];
        let listing = workbench::cargo(&tree)?;
        let names = listing.lines().filter_map(|line| line.split(" (").next());
        let names: BTreeSet<_> = names.filter(|name| !name.is_empty()).collect();
        let count = u32::try_from(names.len() - 1)?;
        Ok(Figure::Count(f64::from(count)))
    }

    /// Returns the size of the release build, which the manifest strips.
    pub(super) fn stripped_size(&self) -> Result<Figure, Failure> {
        let program =
            self.folder.join("target/release/program").with_extension(std::env::consts::EXE_EXTENSION);
        let bytes = u32::try_from(fs::metadata(program)?.len())?;
        Ok(Figure::Bytes(f64::from(bytes)))
    }
}
