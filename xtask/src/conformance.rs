//! `cargo xtask conformance`: runs the protocol and endpoint tests of models.
//!
//! Every case is counted: it passes, fails, or is skipped with a reason. A case that did not run counts as failed.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use tinsmith::{Config, Runtime, output};
use xtask_common::Failure;

use crate::cli::ConformanceOptions;

mod botocore;
mod cases;
mod endpoints;
mod input;
mod workspace;

use cases::{Cases, Outcome, Outcomes};
use endpoints::{CaseFile, Endpoints};
use workspace::Workspace;

/// A model to test.
struct Subject {
    /// Name of the crate, and of the suite in the report.
    name: String,
    config: Config,
}

/// Results of the cases of one kind in a model.
#[derive(Default)]
struct Tally {
    passed: usize,
    failed: Vec<String>,
    /// Cases that are expected to fail, with the reasons.
    listed: Vec<String>,
    skipped: Vec<(&'static str, usize)>,
}

/// Generates the crates, runs their tests and prints the results.
pub(crate) fn run(options: &ConformanceOptions) -> Result<(), Failure> {
    let mut workspace = Workspace::create()?;
    let mut totals = Tally::default();
    let Inputs { mut subjects, endpoint_files } = read_all(&options.files, &workspace, &mut totals);
    number_names(subjects.iter_mut().map(|subject| &mut subject.name));
    let tested = generate_all(&subjects, &mut workspace, &mut totals);
    let endpoints = Endpoints::generate(&endpoint_files, &mut workspace)?;
    workspace.build()?;
    let columns = ["model", "cases", "passed", "failed", "listed", "skipped"];
    let [model, cases, passed, failed, listed, skipped] = columns;
    println!("{model:<44} {cases:<10} {passed:>6} {failed:>6} {listed:>6} {skipped:>7}");
    for (subject, cases) in tested {
        let outcomes = workspace.test(&subject.name)?;
        for (kind, tally) in cases.tallies(&outcomes) {
            tally.print(&subject.name, kind);
            totals.add(tally);
        }
    }
    if !endpoint_files.is_empty() {
        let tally = endpoints.test(&workspace)?;
        tally.print(&format!("{} services of botocore", endpoints.services()), "endpoints");
        totals.add(tally);
    }
    totals.finish()
}

/// Subjects and endpoint tests in the files of a command line.
#[derive(Default)]
struct Inputs {
    subjects: Vec<Subject>,
    endpoint_files: Vec<CaseFile>,
}

/// Reads the files. One that cannot be read is a failure, and the others are tested.
fn read_all(paths: &[PathBuf], workspace: &Workspace, totals: &mut Tally) -> Inputs {
    let mut inputs = Inputs::default();
    for path in paths {
        let files = input::files(path).unwrap_or_else(|failure| {
            totals.refuse(path, &failure);
            Vec::new()
        });
        for file in files {
            if let Err(failure) = inputs.read(&file, workspace) {
                totals.refuse(&file, &failure);
            }
        }
    }
    inputs
}

impl Inputs {
    fn read(&mut self, file: &Path, workspace: &Workspace) -> Result<(), Failure> {
        match endpoints::case_file(file)? {
            Some(cases) => self.endpoint_files.push(cases),
            None => self.subjects.extend(subjects_of(file, workspace)?),
        }
        Ok(())
    }
}

/// Generates the crates. One that cannot be generated is a failure, and the others are tested.
fn generate_all<'s>(
    subjects: &'s [Subject],
    workspace: &mut Workspace,
    totals: &mut Tally,
) -> Vec<(&'s Subject, Cases)> {
    let mut tested = Vec::new();
    for subject in subjects {
        match generate(subject, workspace) {
            Ok(cases) => {
                workspace.add(&subject.name, cases.need_client());
                tested.push((subject, cases));
            }
            Err(Failure(failure)) => {
                eprintln!("{failure}");
                totals.failed.push(format!("{} cannot be generated", subject.name));
            }
        }
    }
    tested
}

/// Numbers the names that are not the first of their kind, because crates of one name would overwrite each other.
fn number_names<'a>(names: impl Iterator<Item = &'a mut String>) {
    let mut taken = BTreeSet::new();
    for name in names {
        let numbered = (2..).map(|number| format!("{name}-{number}"));
        let free = std::iter::once(name.clone()).chain(numbered).find(|name| !taken.contains(name));
        *name = free.unwrap_or_default();
        taken.insert(name.clone());
    }
}

/// Returns the subjects of a file: one of a model, or one for each suite of botocore's protocol tests.
fn subjects_of(file: &Path, workspace: &Workspace) -> Result<Vec<Subject>, Failure> {
    if botocore::is_suites(file) {
        return botocore::subjects(file, &workspace.root.join("models"));
    }
    let mut config = Config::new(file);
    config.runtime = Runtime::Shared(xtask_common::workspace::runtime());
    config.protocol_tests = true;
    let stem = file.file_stem().unwrap_or_default().to_string_lossy();
    Ok(vec![Subject { name: crate_name(&stem), config }])
}

/// Returns `conformance-awsjson1-1` for `awsJson1_1`.
fn crate_name(stem: &str) -> String {
    let letters = stem.chars().map(|letter| if letter.is_ascii_alphanumeric() { letter } else { '-' });
    format!("conformance-{}", letters.collect::<String>().to_lowercase())
}

fn generate(subject: &Subject, workspace: &Workspace) -> Result<Cases, Failure> {
    let mut config = subject.config.clone();
    config.crate_name = Some(subject.name.clone());
    let model = tinsmith::load(&config).map_err(cargo_tinsmith::rendered)?;
    let generated = tinsmith::generate_from(&model, &config).map_err(cargo_tinsmith::rendered)?;
    for warning in &generated.warnings {
        eprintln!("{}\n", warning.render(cargo_tinsmith::colour()));
    }
    output::write(&generated, &workspace.root.join(&subject.name)).map_err(cargo_tinsmith::not_written)?;
    Ok(Cases::of(&model, &config).map_err(cargo_tinsmith::rendered)?)
}

impl Tally {
    fn print(&self, model: &str, kind: &str) {
        let skipped: usize = self.skipped.iter().map(|(_, count)| count).sum();
        let (passed, failed, listed) = (self.passed, self.failed.len(), self.listed.len());
        println!("{model:<44} {kind:<10} {passed:>6} {failed:>6} {listed:>6} {skipped:>7}");
        for case in &self.failed {
            println!("    failed: {case}");
        }
        for case in &self.listed {
            println!("    listed: {case}");
        }
        for (reason, count) in self.skipped.iter().filter(|(_, count)| *count > 0) {
            println!("    skipped: {count} {reason}");
        }
    }

    /// Adds the failure of a file that cannot be read.
    fn refuse(&mut self, file: &Path, Failure(failure): &Failure) {
        eprintln!("{failure}");
        self.failed.push(format!("{} cannot be read", file.display()));
    }

    fn add(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed.extend(other.failed);
        self.listed.extend(other.listed);
        self.skipped.extend(other.skipped);
    }

    /// Adds the outcomes of endpoint tests, which have no ids. Tests that did not run are failures.
    fn add_endpoints<'o>(&mut self, ran: impl Iterator<Item = (&'o String, &'o Outcome)>, cases: usize) {
        let mut missing = cases;
        for (test, outcome) in ran {
            missing = missing.saturating_sub(1);
            match outcome {
                Outcome { passed: true, must_panic: false } => self.passed += 1,
                Outcome { passed: true, must_panic: true } => {
                    self.listed.push(format!("{test}: its documentation has the reason"));
                }
                Outcome { passed: false, .. } => self.failed.push(test.clone()),
            }
        }
        if missing > 0 {
            self.failed.push(format!("{missing} endpoint cases did not run"));
        }
    }

    fn finish(&self) -> Result<(), Failure> {
        let (passed, failed, listed) = (self.passed, self.failed.len(), self.listed.len());
        let summary = format!("{passed} passed, {failed} failed, {listed} listed as expected failures");
        for case in &self.failed {
            eprintln!("failed: {case}");
        }
        if self.failed.is_empty() && self.passed > 0 {
            println!("{summary}");
            return Ok(());
        }
        Err(Failure(summary))
    }
}

#[cfg(test)]
mod tests {
    use super::number_names;

    #[test]
    fn names_that_occur_twice_are_numbered() {
        let mut names = ["a", "b", "a", "a-2", "a"].map(str::to_owned);
        number_names(names.iter_mut());
        assert_eq!(names, ["a", "b", "a-2", "a-2-2", "a-3"]);
    }
}
