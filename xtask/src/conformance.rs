//! `cargo xtask conformance`: the tests that models carry, generated, run and counted.
//!
//! Every case of a model is accounted for: it passes, fails, or is left out for a stated reason. A case that should
//! have run and did not counts as failed.

use std::path::{Path, PathBuf};

use clap::ArgMatches;
use tinsmith::{Config, output};

use crate::{Failure, codegen, terminal};

mod botocore;
mod cases;
mod workspace;

use cases::Cases;
use workspace::Workspace;

/// A model to generate a crate of and to test.
struct Subject {
    /// The name of the crate, and of the suite in the report.
    name: String,
    config: Config,
}

/// How the cases of one kind in one model ended.
#[derive(Default)]
struct Tally {
    passed: usize,
    failed: Vec<String>,
    skipped: Vec<(&'static str, usize)>,
}

/// Generates, runs and reports.
pub(crate) fn run(arguments: &ArgMatches) -> Result<(), Failure> {
    let files: Vec<&PathBuf> = arguments.get_many("files").into_iter().flatten().collect();
    let mut workspace = Workspace::create()?;
    let mut subjects = Vec::new();
    for file in files {
        subjects.extend(subjects_of(file, &workspace)?);
    }
    refuse_namesakes(&subjects)?;
    let mut tested = Vec::new();
    for subject in &subjects {
        let cases = generate(subject, &workspace)?;
        workspace.add(&subject.name, cases.need_client());
        tested.push((subject, cases));
    }
    workspace.build()?;
    let mut totals = Tally::default();
    println!("{:<44} {:<10} {:>6} {:>6} {:>7}", "model", "cases", "passed", "failed", "skipped");
    for (subject, cases) in tested {
        let outcomes = workspace.test(&subject.name, cases.need_client())?;
        for (kind, tally) in cases.tallies(&outcomes) {
            tally.print(&subject.name, kind);
            totals.add(tally);
        }
    }
    totals.finish()
}

/// Two crates of one name would overwrite each other.
fn refuse_namesakes(subjects: &[Subject]) -> Result<(), Failure> {
    let mut names: Vec<&str> = subjects.iter().map(|subject| subject.name.as_str()).collect();
    names.sort_unstable();
    match names.windows(2).find(|pair| pair[0] == pair[1]) {
        Some(pair) => Err(Failure(format!("two files would be `{}`; run one after the other", pair[0]))),
        None => Ok(()),
    }
}

/// A model file is one subject; a file of botocore's is as many as it has suites.
fn subjects_of(file: &Path, workspace: &Workspace) -> Result<Vec<Subject>, Failure> {
    if botocore::is_suites(file) {
        return botocore::subjects(file, &workspace.root.join("models"));
    }
    let mut config = Config::new(file);
    config.protocol_tests = true;
    let stem = file.file_stem().unwrap_or_default().to_string_lossy();
    Ok(vec![Subject { name: crate_name(&stem), config }])
}

/// `awsJson1_1` becomes `conformance-awsjson1-1`.
fn crate_name(stem: &str) -> String {
    let letters = stem.chars().map(|letter| if letter.is_ascii_alphanumeric() { letter } else { '-' });
    format!("conformance-{}", letters.collect::<String>().to_lowercase())
}

fn generate(subject: &Subject, workspace: &Workspace) -> Result<Cases, Failure> {
    let rendered = |findings: tinsmith::Diagnostics| Failure(findings.render(terminal::colour()));
    let mut config = subject.config.clone();
    config.crate_name = Some(subject.name.clone());
    let model = tinsmith::load(&config).map_err(rendered)?;
    let generated = tinsmith::generate_from(&model, &config).map_err(rendered)?;
    for warning in &generated.warnings {
        eprintln!("{}\n", warning.render(terminal::colour()));
    }
    output::write(&generated, &workspace.root.join(&subject.name)).map_err(codegen::not_written)?;
    Cases::of(&model, &config).map_err(rendered)
}

impl Tally {
    fn print(&self, model: &str, kind: &str) {
        let skipped: usize = self.skipped.iter().map(|(_, count)| count).sum();
        println!("{model:<44} {kind:<10} {:>6} {:>6} {skipped:>7}", self.passed, self.failed.len());
        for case in &self.failed {
            println!("    failed: {case}");
        }
        for (reason, count) in self.skipped.iter().filter(|(_, count)| *count > 0) {
            println!("    skipped: {count} {reason}");
        }
    }

    fn add(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed.extend(other.failed);
        self.skipped.extend(other.skipped);
    }

    fn finish(&self) -> Result<(), Failure> {
        let summary = format!("{} passed, {} failed", self.passed, self.failed.len());
        if self.failed.is_empty() && self.passed > 0 {
            println!("{summary}");
            return Ok(());
        }
        Err(Failure(summary))
    }
}
