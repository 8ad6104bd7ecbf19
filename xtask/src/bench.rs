//! `cargo xtask bench`: figures of the generated crate and the official crate, with targets.

use std::fs;
use std::process::Command;

use xtask_common::{Failure, process, workspace};

mod calls;
mod generation;
mod large_services;
mod library;
mod program;
mod quote;
mod responses;
mod s3;
mod services;
mod table;
mod workbench;

use table::Table;
use workbench::Workbench;

/// Number of builds of a crate. The fastest counts.
const BUILDS: usize = 3;
/// Number of generations of a crate. The fastest counts.
const GENERATIONS: usize = 10;
/// Path of the committed table.
const FIGURES: &str = "xtask/reports/figures.md";

/// A part of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    /// Cold builds and size of a program.
    Programs,
    /// Time of the generator.
    Generation,
    /// Builds of the crates alone.
    Crates,
    /// CPU time and allocations of calls.
    Calls,
    /// Reading and writing of a long response.
    Responses,
    /// Calls and long responses of REST and query services.
    Services,
    /// Cold builds of programs with one operation of a large service.
    LargeServices,
    /// Small and large objects of S3, and cold builds of a program with five operations.
    S3,
}

impl Part {
    /// All parts in the order of the table.
    pub(crate) const ALL: [Self; 8] = [
        Self::Programs,
        Self::Generation,
        Self::Crates,
        Self::Calls,
        Self::Responses,
        Self::Services,
        Self::LargeServices,
        Self::S3,
    ];

    /// Name on the command line.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Programs => "programs",
            Self::Generation => "generation",
            Self::Crates => "crates",
            Self::Calls => "calls",
            Self::Responses => "responses",
            Self::Services => "services",
            Self::LargeServices => "large-services",
            Self::S3 => "s3",
        }
    }

    fn measure(self, bench: &Workbench, table: &mut Table) -> Result<(), Failure> {
        match self {
            Self::Programs => program::measure(bench, table),
            Self::Generation => generation::measure(bench, table),
            Self::Crates => library::measure(bench, table),
            Self::Calls => calls::measure(bench, table),
            Self::Responses => responses::measure(bench, table),
            Self::Services => services::measure(table),
            Self::LargeServices => large_services::measure(bench, table),
            Self::S3 => s3::measure(bench, table),
        }
    }
}

/// Measures parts and prints a table. Without parts, measures everything and updates the figures of the repository.
pub(crate) fn run(parts: &[Part]) -> Result<(), Failure> {
    let bench = Workbench::new()?;
    let mut table = Table::default();
    for part in Part::ALL.into_iter().filter(|part| parts.is_empty() || parts.contains(part)) {
        part.measure(&bench, &mut table)?;
    }
    let text = table.markdown();
    print!("{text}");
    if parts.is_empty() {
        fs::write(workspace::root().join(FIGURES), format!("{}{text}", head()?))?;
        quote::update(&workspace::root().join("README.md"), &table.headlines())?;
    }
    Ok(())
}

/// The heading of the table, with versions and an explanation.
fn head() -> Result<String, Failure> {
    let rustc = process::output(Command::new("rustc").arg("--version"))?;
    let cores = std::thread::available_parallelism()?;
    let official = official_version()?;
    Ok(format!(
        "# Figures\n\nWritten by `cargo xtask bench`; not edited by hand. {rustc}, {cores} cores, `{}` {official}.\n\
         Times depend on the machine; compare the ratios, which are of one run. Cold builds of programs run once. Builds of a crate, \
         generations and long responses run several times, and the fastest counts. For calls, the median counts; their ratio is the \
         median of the ratios of consecutive runs.\n\n",
        workbench::OFFICIAL,
        rustc = rustc.trim(),
    ))
}

/// Returns the version of the official crate in the lock file of the benchmark.
fn official_version() -> Result<String, Failure> {
    let lock = fs::read_to_string(workspace::root().join("xtask/bench/Cargo.lock"))?;
    let entry =
        lock.split("[[package]]").find(|entry| entry.contains(&format!("\"{}\"\n", workbench::OFFICIAL)));
    let line = entry.and_then(|entry| entry.lines().find_map(|line| line.strip_prefix("version = ")));
    Ok(line.ok_or("the lock file has no official crate")?.trim_matches('"').to_owned())
}
