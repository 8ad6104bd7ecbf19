//! `cargo xtask bench`: figures, and the targets that they are held against.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Instant, SystemTime};

use serde_json::Value;

use crate::Failure;

mod whole;

/// How often the crate is built; the best build counts.
const BUILDS: usize = 3;
/// How often the crate is generated; the best run counts.
const GENERATIONS: usize = 10;

/// Measures, prints a table and writes it to `bench.md` in the target folder.
pub(crate) fn run() -> Result<(), Failure> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().ok_or("xtask has no parent folder")?;
    let workspace = Workspace { root: root.to_owned() };
    let mut report = Report::default();
    report.calls(&workspace)?;
    report.build(&workspace)?;
    report.crates(&workspace)?;
    report.generation(&workspace)?;
    report.whole_service(&workspace, &target()?)?;
    let text = report.text();
    print!("{text}");
    fs::write(target()?.join("bench.md"), text)?;
    Ok(())
}

/// The target folder.
fn target() -> Result<PathBuf, Failure> {
    let program = std::env::current_exe()?;
    Ok(program.ancestors().nth(2).ok_or("this program is in no target folder")?.to_owned())
}

fn step(text: &str) {
    eprintln!("bench: {text}");
}

/// The workspace, in which commands run.
struct Workspace {
    root: PathBuf,
}

impl Workspace {
    fn cargo(&self, arguments: &[&str]) -> Command {
        let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
        cargo.args(arguments).current_dir(&self.root);
        cargo
    }

    /// What a cargo command prints.
    fn output(&self, arguments: &[&str]) -> Result<String, Failure> {
        let output = self.cargo(arguments).output()?;
        if !output.status.success() {
            let errors = String::from_utf8_lossy(&output.stderr);
            return Err(Failure(format!("`cargo {}` failed:\n{errors}", arguments.join(" "))));
        }
        Ok(String::from_utf8(output.stdout)?)
    }

    /// What any command prints.
    fn printed(&self, program: &str, arguments: &[&str]) -> Result<String, Failure> {
        let output = Command::new(program).args(arguments).current_dir(&self.root).output()?;
        if !output.status.success() {
            return Err(Failure(String::from_utf8_lossy(&output.stderr).into_owned()));
        }
        Ok(String::from_utf8(output.stdout)?)
    }

    /// What a program of `xtask/bench` prints.
    fn benchmark(&self, program: &str, arguments: &[&str]) -> Result<Value, Failure> {
        let manifest = ["--manifest-path", "xtask/bench/Cargo.toml"];
        let cargo = [&["run", "--quiet", "--release", "--bin", program], &manifest[..], &["--"], arguments];
        Ok(serde_json::from_str(&self.output(&cargo.concat())?)?)
    }
}

/// Lines of a table, and what stands below it.
#[derive(Default)]
struct Report {
    rows: Vec<[String; 4]>,
    notes: Vec<String>,
}

impl Report {
    /// A figure without a target.
    fn note(&mut self, what: &str, measured: String) {
        self.rows.push([what.to_owned(), measured, String::new(), String::new()]);
    }

    fn hold(&mut self, what: &str, measured: String, target: &str, met: bool) {
        let verdict = if met { "met" } else { "missed" };
        self.rows.push([what.to_owned(), measured, target.to_owned(), verdict.to_owned()]);
    }

    /// CPU time and allocations of calls through the official crate and through ours.
    fn calls(&mut self, workspace: &Workspace) -> Result<(), Failure> {
        step("calls through both crates; the first run builds the official one");
        let times = workspace.benchmark("bench", &["--json"])?;
        for (setting, what) in [("plain", "no telemetry provider"), ("metrics", "a telemetry provider")] {
            self.times(&times[setting], what)?;
            for name in ["official", "ours"] {
                self.notes.push(parts(&times[setting][name], &format!("{name}, {what}")));
            }
        }
        let allocations = workspace.benchmark("allocations", &[])?;
        let per_call = |name: &str| {
            let Value::Object(figures) = &allocations[name] else { return String::new() };
            format!("{} of {} bytes", figures["allocations"], figures["bytes"])
        };
        self.note("allocations per call, official", per_call("official"));
        self.note("allocations per call, ours", per_call("ours"));
        Ok(())
    }

    fn times(&mut self, times: &Value, setting: &str) -> Result<(), Failure> {
        let number = |value: &Value| value.as_f64().ok_or("the benchmark printed no number");
        let (calls, ratio) = (&times["calls"], number(&times["ratio"])?);
        let official = number(&times["official"]["microseconds"])?;
        let ours = number(&times["ours"]["microseconds"])?;
        self.note(
            &format!("CPU time per call, {calls} calls, {setting}"),
            format!("official {official:.1} µs, ours {ours:.1} µs"),
        );
        self.hold(
            &format!("CPU time, ours / official, {setting}"),
            format!("{ratio:.3}"),
            "<= 0.85",
            ratio <= 0.85,
        );
        Ok(())
    }

    /// A release build of the generated crate alone.
    fn build(&mut self, workspace: &Workspace) -> Result<(), Failure> {
        step("release builds of the generated crate");
        let build = ["build", "--quiet", "--release", "--package", "directconnect"];
        workspace.output(&build)?;
        let mut best = f64::INFINITY;
        for _ in 0..BUILDS {
            let root = File::options().append(true).open(workspace.root.join("generated/src/lib.rs"))?;
            root.set_modified(SystemTime::now())?;
            let start = Instant::now();
            workspace.output(&build)?;
            best = best.min(start.elapsed().as_secs_f64());
        }
        self.hold("release build of the crate alone", format!("{best:.2} s"), "< 3 s", best < 3.0);
        Ok(())
    }

    /// Crates that the generated crate brings in, itself included.
    fn crates(&mut self, workspace: &Workspace) -> Result<(), Failure> {
        let tree = ["tree", "--package", "directconnect", "--edges", "normal", "--prefix", "none"];
        let count = |features: &[&str]| {
            let listing = workspace.output(&[&tree[..], features].concat())?;
            let names = listing.lines().filter_map(|line| line.split(" (").next());
            Ok::<_, Failure>(names.filter(|name| !name.is_empty()).collect::<BTreeSet<_>>().len())
        };
        let default = count(&[])?;
        self.hold("crates in the tree, default features", default.to_string(), "< 135", default < 135);
        self.note("crates in the tree, no features", count(&["--no-default-features"])?.to_string());
        Ok(())
    }

    /// Generation with everything built and cached.
    fn generation(&mut self, workspace: &Workspace) -> Result<(), Failure> {
        step("generations in release");
        workspace.output(&["build", "--quiet", "--release", "--package", "xtask"])?;
        let run = ["run", "--quiet", "--release", "--package", "xtask", "--"];
        let codegen = ["codegen", "--check", "--timings"];
        let mut best = f64::INFINITY;
        for _ in 0..GENERATIONS {
            // A crate that is out of date fails the check and is timed all the same.
            let output = workspace.cargo(&[&run[..], &codegen].concat()).output()?;
            let text = String::from_utf8(output.stdout)?;
            let timing = text.lines().find_map(|line| line.strip_prefix("generation: ")?.split(';').next());
            let Some(timing) = timing.and_then(milliseconds) else {
                return Err(Failure(String::from_utf8_lossy(&output.stderr).into_owned()));
            };
            best = best.min(timing);
        }
        self.hold("generation, warm", format!("{best:.1} ms"), "< 50 ms", best < 50.0);
        Ok(())
    }

    /// The table in Markdown, as wide as it needs to be.
    fn text(&self) -> String {
        let head = ["figure", "measured", "target", ""].map(str::to_owned);
        let width = |column: usize| {
            let rows = self.rows.iter().chain([&head]);
            rows.map(|row| row[column].chars().count()).max().unwrap_or_default()
        };
        let widths = [0, 1, 2, 3].map(width);
        let rule = widths.map(|width| "-".repeat(width));
        let mut text = String::new();
        for row in [&head, &rule].into_iter().chain(&self.rows) {
            for (cell, width) in row.iter().zip(widths) {
                let _ = write!(text, "| {cell:width$} ");
            }
            text.push_str("|\n");
        }
        for note in &self.notes {
            let _ = write!(text, "\n- {note}");
        }
        text.push('\n');
        text
    }
}

/// What takes part in a call.
fn parts(figures: &Value, whose: &str) -> String {
    let list = |kind: &str| {
        let names = figures[kind].as_array().into_iter().flatten().filter_map(Value::as_str);
        names.collect::<Vec<_>>().join(", ")
    };
    format!("{whose}: {}; classifiers: {}", list("interceptors"), list("classifiers"))
}

/// Reads a duration as `Debug` prints it.
fn milliseconds(duration: &str) -> Option<f64> {
    let unit = duration.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.');
    let factor = match unit {
        "s" => 1e3,
        "ms" => 1.0,
        "µs" => 1e-3,
        _ => return None,
    };
    let number: f64 = duration.strip_suffix(unit)?.parse().ok()?;
    Some(number * factor)
}
