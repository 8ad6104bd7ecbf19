//! A program that calls one operation: its cold build, its size, the crates that it is made of.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use super::table::{Figure, Table};
use super::workbench::{OFFICIAL, Usage, Workbench, step, text};
use crate::Failure;

/// How a program reaches the service.
struct Transport {
    name: &'static str,
    /// Features of the official crate, beside `rt-tokio`.
    official: &'static [&'static str],
    /// Features of ours, beside `client` and `rt-tokio`.
    ours: &'static [&'static str],
    /// Of the program with the official crate, and with ours: which HTTP client it makes for itself.
    client: [Option<&'static str>; 2],
    /// What the time of a cold build may be, as a share of the official crate's.
    most: Option<f64>,
}

const TRANSPORTS: &[Transport] = &[
    Transport {
        name: "default features",
        official: &["rustls", "default-https-client"],
        ours: &["rustls", "default-https-client"],
        client: [None, None],
        most: Some(0.5),
    },
    Transport {
        name: "TLS with ring",
        official: &[],
        ours: &["rustls", "default-https-client"],
        client: [Some("ring"), None],
        most: Some(0.8),
    },
    Transport {
        name: "no TLS",
        official: &[],
        ours: &[],
        client: [Some("plain"), Some("plain")],
        most: None,
    },
];

pub(super) fn measure(bench: &Workbench, table: &mut Table) -> Result<(), Failure> {
    // Out of this repository, so that its settings of cargo do not count.
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
    let programs = Program::pair(bench, folder, transport)?;
    let [official, ours] = [programs[0].crates(bench)?, programs[1].crates(bench)?];
    table.compare(format!("crates in the tree, {name}"), official, ours).headline();
    for (profile, flags) in [("debug", &[][..]), ("release", &["--release"])] {
        step(&format!("cold {profile} builds of a program, {name}"));
        let runtime = programs[1].runtime(bench)?;
        let runtime: Vec<_> = runtime.iter().flat_map(|package| ["--package", package]).collect();
        let runtime = programs[1].build(bench, &[flags, &runtime].concat())?;
        // These come last: the program is looked at afterwards.
        let [official, ours] = [programs[0].build(bench, flags)?, programs[1].build(bench, flags)?];
        let row = table.compare(
            format!("cold {profile} build of a program with one operation, {name}"),
            official.time(),
            ours.time(),
        );
        row.headline();
        if let Some(most) = transport.most {
            row.at_most(most);
        }
        table.compare("  the runtime and TLS crates alone", official.time(), runtime.time());
        table.compare("  peak memory", official.peak(), ours.peak());
    }
    let [official, ours] = [programs[0].stripped_size()?, programs[1].stripped_size()?];
    table.compare(format!("stripped release binary, {name}"), official, ours).headline();
    Ok(())
}

/// A package on disk.
struct Program {
    folder: PathBuf,
}

impl Program {
    /// The same program over the official crate and over ours.
    fn pair(bench: &Workbench, folder: &Path, transport: &Transport) -> Result<[Self; 2], Failure> {
        let generated = bench.root.join("generated");
        let official = format!(
            "{OFFICIAL} = {{ version = \"={}\", default-features = false, features = {:?} }}",
            super::official_version(&bench.root.join("xtask/bench/Cargo.lock"))?,
            [&["rt-tokio"], transport.official].concat(),
        );
        let ours = format!(
            "{OFFICIAL} = {{ package = \"directconnect\", path = {:?}, default-features = false, features = {:?} }}",
            text(&generated)?,
            [&["client", "rt-tokio"], transport.ours].concat(),
        );
        let name = transport.name.replace(' ', "-");
        Ok([
            Self::new(bench, folder.join(&name).join("official"), &official, transport.client[0])?,
            Self::new(bench, folder.join(&name).join("ours"), &ours, transport.client[1])?,
        ])
    }

    fn new(
        bench: &Workbench,
        folder: PathBuf,
        dependency: &str,
        client: Option<&str>,
    ) -> Result<Self, Failure> {
        fs::create_dir_all(folder.join("src"))?;
        let template = bench.root.join("xtask/bench/program");
        fs::copy(template.join("src/main.rs"), folder.join("src/main.rs"))?;
        let manifest = fs::read_to_string(template.join("Cargo.toml"))?;
        let default = client.map_or_else(String::new, |client| format!("{client:?}"));
        let manifest = manifest
            .replace("# service", dependency)
            .replace("default = []", &format!("default = [{default}]"));
        fs::write(folder.join("Cargo.toml"), manifest)?;
        fs::copy(bench.root.join("xtask/bench/Cargo.lock"), folder.join("Cargo.lock"))?;
        let program = Self { folder };
        // Nothing is downloaded while the clock runs.
        bench.cargo(&["fetch", "--quiet", "--manifest-path", text(&program.folder.join("Cargo.toml"))?])?;
        Ok(program)
    }

    /// Builds everything from nothing.
    fn build(&self, bench: &Workbench, flags: &[&str]) -> Result<Usage, Failure> {
        let target = self.folder.join("target");
        if target.exists() {
            fs::remove_dir_all(&target)?;
        }
        let variables = [("CARGO_TARGET_DIR", text(&target)?), ("CARGO_INCREMENTAL", "0")];
        bench.usage(&self.folder, &variables, &[&["cargo", "build", "--offline"], flags].concat())
    }

    /// The packages that the program and the crate of the service depend on, without themselves.
    fn runtime(&self, bench: &Workbench) -> Result<Vec<String>, Failure> {
        let manifest = self.folder.join("Cargo.toml");
        let tree = ["tree", "--edges", "normal", "--depth", "2", "--prefix", "none", "--manifest-path"];
        let listing = bench.cargo(&[&tree[..], &[text(&manifest)?]].concat())?;
        // Those with a path are the program and the crate.
        let lines = listing.lines().filter(|line| !line.contains(std::path::MAIN_SEPARATOR));
        let packages = lines.filter_map(|line| line.split_once(" v"));
        let packages = packages.map(|(name, rest)| {
            let version = rest.split(' ').next().unwrap_or(rest);
            format!("{name}@{version}")
        });
        Ok(packages.collect::<BTreeSet<_>>().into_iter().collect())
    }

    /// Crates that are compiled for the program, itself and build scripts left out.
    fn crates(&self, bench: &Workbench) -> Result<Figure, Failure> {
        let manifest = self.folder.join("Cargo.toml");
        let tree = ["tree", "--edges", "normal", "--prefix", "none", "--manifest-path", text(&manifest)?];
        let listing = bench.cargo(&tree)?;
        let names = listing.lines().filter_map(|line| line.split(" (").next());
        let names: BTreeSet<_> = names.filter(|name| !name.is_empty()).collect();
        let count = u32::try_from(names.len() - 1)?;
        Ok(Figure::Count(f64::from(count)))
    }

    /// The size of the release build, which the manifest has stripped.
    fn stripped_size(&self) -> Result<Figure, Failure> {
        let program =
            self.folder.join("target/release/program").with_extension(std::env::consts::EXE_EXTENSION);
        let bytes = u32::try_from(fs::metadata(program)?.len())?;
        Ok(Figure::Bytes(f64::from(bytes)))
    }
}
