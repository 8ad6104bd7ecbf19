//! S3: a program with five operations, calls for small objects, and transfers of a large one.

use std::fs;
use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use serde_json::Value;
use xtask_common::process::{self, utf8};
use xtask_common::{Failure, workspace};

use super::calls::number;
use super::program::Program;
use super::table::{Figure, Table};
use super::workbench::{self, Workbench, step};
use crate::e2e;
use crate::generate::of_service;

/// The operations of the program.
const OPERATIONS: [&str; 5] = ["DeleteObject", "GetObject", "HeadObject", "ListObjectsV2", "PutObject"];

/// Compared figures of calls, their labels, and the maximum ratios.
const CALLS: [(&str, &str, f64); 3] = [
    ("get", "CPU time of a call of S3: GetObject of 1 KiB", 0.8),
    ("put", "CPU time of a call of S3: PutObject of 1 KiB", 0.8),
    ("first_byte", "time until the first byte of an object of 64 KiB", 1.0),
];

/// Kinds of transfers, and their labels.
const TRANSFERS: [(&str, &str); 4] = [
    ("download", "download of 1 GiB"),
    ("download-file", "download of 1 GiB to a file"),
    ("upload", "upload of 1 GiB from a stream"),
    ("upload-file", "upload of 1 GiB from a file"),
];
/// Number of transfers of each kind through each crate.
const ROUNDS: usize = 7;
/// Target: maximum peak memory of a transfer.
const PEAK: f64 = 64.0 * 1024.0 * 1024.0;

pub(super) fn measure(bench: &Workbench, table: &mut Table) -> Result<(), Failure> {
    let generated = workbench::folder("s3")?;
    of_service(&generated, "s3", &e2e::botocore()?, "s3", &OPERATIONS)?;
    step("calls for small objects of S3, and transfers of large ones");
    let server = Server::start(programs()?)?;
    calls(&server, table)?;
    TRANSFERS.iter().try_for_each(|(kind, label)| transfers(&server, kind, label, table))?;
    // Outside of the repository, so that its cargo configuration does not apply.
    let folder = std::env::temp_dir().join(format!("tinsmith-bench-s3-{}", std::process::id()));
    let outcome = builds(bench, &folder, &generated, table);
    let cleaned = fs::remove_dir_all(&folder);
    outcome?;
    Ok(cleaned?)
}

/// Builds the programs that measure, and returns their folder.
fn programs() -> Result<PathBuf, Failure> {
    let manifest = workspace::root().join("xtask/bench/s3/Cargo.toml");
    // Both workspaces have the same target folder, so that common dependencies are built once.
    let target = workspace::root().join("xtask/bench/target");
    let build = ["build", "--quiet", "--release", "--manifest-path", utf8(&manifest)?];
    workbench::cargo(&[&build[..], &["--target-dir", utf8(&target)?]].concat())?;
    Ok(target.join("release"))
}

/// A running server, which is stopped when dropped.
struct Server {
    programs: PathBuf,
    process: Child,
    address: String,
}

impl Drop for Server {
    fn drop(&mut self) {
        // The process may already have exited.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

impl Server {
    fn start(programs: PathBuf) -> Result<Self, Failure> {
        let mut process =
            Command::new(programs.join("transfer")).arg("serve").stdout(Stdio::piped()).spawn()?;
        let mut address = String::new();
        let output = process.stdout.take().ok_or("the server has no output")?;
        BufReader::new(output).read_line(&mut address)?;
        Ok(Self { programs, process, address: address.trim().to_owned() })
    }

    /// Runs a program, and returns the JSON that it prints.
    fn run(&self, program: &str, arguments: &[&str]) -> Result<Value, Failure> {
        let mut command = Command::new(self.programs.join(program));
        Ok(serde_json::from_str(&process::output(command.args(arguments).arg(&self.address))?)?)
    }
}

fn calls(server: &Server, table: &mut Table) -> Result<(), Failure> {
    let figures = server.run("s3-bench", &[])?;
    for (name, label, max_ratio) in CALLS {
        let seconds = |whose: &str| Ok::<_, Failure>(Figure::Seconds(number(&figures[name][whose])?));
        let row = table.compare(label, seconds("official")?, seconds("ours")?);
        row.ratio(number(&figures[name]["median_ratio"])?).at_most(max_ratio);
    }
    Ok(())
}

/// Measures transfers of a kind. The crates take turns.
fn transfers(server: &Server, kind: &str, label: &str, table: &mut Table) -> Result<(), Failure> {
    let (mut official, mut ours) = (Transfers::default(), Transfers::default());
    for _ in 0..ROUNDS {
        official.add(&server.run("transfer", &["official", kind])?)?;
        ours.add(&server.run("transfer", &["ours", kind])?)?;
    }
    for (name, times) in [
        (label.to_owned(), Transfers::seconds as fn(&Transfers) -> &[f64]),
        ("  CPU time".to_owned(), Transfers::cpu),
    ] {
        let ratio = median(times(&ours).iter().zip(times(&official)).map(|(ours, official)| ours / official));
        let figure = |all: &Transfers| Figure::Seconds(median(times(all).iter().copied()));
        table.compare(name, figure(&official), figure(&ours)).ratio(ratio).at_most(1.0);
    }
    let peak = |all: &Transfers| Figure::Bytes(all.peak);
    table.compare("  peak memory", peak(&official), peak(&ours)).below(Figure::Bytes(PEAK));
    Ok(())
}

/// Costs of transfers through a crate.
#[derive(Default)]
struct Transfers {
    seconds: Vec<f64>,
    cpu: Vec<f64>,
    /// The greatest peak.
    peak: f64,
}

impl Transfers {
    fn add(&mut self, figures: &Value) -> Result<(), Failure> {
        self.seconds.push(number(&figures["seconds"])?);
        self.cpu.push(number(&figures["cpu_seconds"])?);
        self.peak = self.peak.max(number(&figures["peak_bytes"])?);
        Ok(())
    }

    fn seconds(&self) -> &[f64] {
        &self.seconds
    }

    fn cpu(&self) -> &[f64] {
        &self.cpu
    }
}

/// Median of an odd number of values.
fn median(values: impl Iterator<Item = f64>) -> f64 {
    let mut values: Vec<_> = values.collect();
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}

/// Measures cold builds and sizes of the program with default features.
fn builds(bench: &Workbench, folder: &Path, generated: &Path, table: &mut Table) -> Result<(), Failure> {
    let template = workspace::root().join("xtask/bench");
    let source = fs::read_to_string(template.join("s3-program.rs"))?;
    let manifest = fs::read_to_string(template.join("program/Cargo.toml"))?;
    let create = |kind: &str, dependency: &str| {
        Program::create(folder.join(kind), &source, &manifest.replace("# service", dependency))
    };
    let official = create("official", "sdk = { package = \"aws-sdk-s3\", version = \"=1.157.0\" }")?;
    let ours = create("ours", &format!("sdk = {{ package = \"s3\", path = {:?} }}", utf8(generated)?))?;
    for (profile, flags) in [("debug", &[][..]), ("release", &["--release"])] {
        step(&format!("cold {profile} builds of a program with five operations of S3"));
        let usage = [official.build(bench, flags)?, ours.build(bench, flags)?];
        let label = format!("cold {profile} build of a program with five operations of S3");
        table.compare(label, usage[0].time(), usage[1].time()).at_most(0.35);
        table.compare("  CPU time", usage[0].cpu(), usage[1].cpu());
        table.compare("  peak memory", usage[0].peak(), usage[1].peak());
    }
    let label = "stripped release binary, five operations of S3";
    table.compare(label, official.stripped_size()?, ours.stripped_size()?).at_most(0.6);
    Ok(())
}
