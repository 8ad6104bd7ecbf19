//! `cargo xtask bench`: figures of the generated crate beside those of the official one, and the
//! targets that they are held against.

use std::fs;
use std::path::Path;

use crate::Failure;

mod answers;
mod calls;
mod generation;
mod library;
mod program;
mod quote;
mod table;
mod workbench;

use table::Table;
use workbench::Workbench;

/// How often a crate is built; the best build counts.
const BUILDS: usize = 3;
/// How often a crate is generated; the best run counts.
const GENERATIONS: usize = 10;
/// The committed table, from the root.
const FIGURES: &str = "xtask/reports/figures.md";

type Measure = fn(&Workbench, &mut Table) -> Result<(), Failure>;

/// What can be measured, in the order of the table. Builds of all operations need what `generation` leaves behind.
const PARTS: &[(&str, Measure)] = &[
    ("programs", program::measure),
    ("generation", generation::measure),
    ("crates", library::measure),
    ("calls", calls::measure),
    ("answers", answers::measure),
];

/// The names of [`PARTS`].
pub(crate) fn parts() -> impl Iterator<Item = &'static str> {
    PARTS.iter().map(|(name, _)| *name)
}

/// Measures and prints a table. That of all parts is written to the repository too, and the README quotes it.
pub(crate) fn run(chosen: &[&str]) -> Result<(), Failure> {
    let bench = Workbench::new()?;
    let mut table = Table::default();
    for (name, measure) in PARTS {
        if chosen.is_empty() || chosen.contains(name) {
            measure(&bench, &mut table)?;
        }
    }
    let text = table.markdown();
    print!("{text}");
    if chosen.is_empty() {
        fs::write(bench.root.join(FIGURES), format!("{}{text}", head(&bench)?))?;
        quote::update(&bench.root.join("README.md"), &table.headlines())?;
    }
    Ok(())
}

/// What stands above the table: how it came to be.
fn head(bench: &Workbench) -> Result<String, Failure> {
    let rustc = bench.printed("rustc", &["--version"])?;
    let cores = std::thread::available_parallelism()?;
    let official = official_version(&bench.root.join("xtask/bench/Cargo.lock"))?;
    Ok(format!(
        "# Figures\n\nWritten by `cargo xtask bench`; not edited by hand. {rustc}, {cores} cores, `{}` {official}.\n\
         Times are of a machine that is not yours: what counts is the ratio, of two figures of one run. Cold builds of programs are \
         single ones; of builds of a crate, generations and long answers the quickest counts, of calls the median, and their ratio is \
         the median of what neighbours in time say of each other.\n\n",
        workbench::OFFICIAL,
        rustc = rustc.trim(),
    ))
}

/// The version of the official crate in a lock file.
fn official_version(lock: &Path) -> Result<String, Failure> {
    let text = fs::read_to_string(lock)?;
    let entry =
        text.split("[[package]]").find(|entry| entry.contains(&format!("\"{}\"\n", workbench::OFFICIAL)));
    let line = entry.and_then(|entry| entry.lines().find_map(|line| line.strip_prefix("version = ")));
    Ok(line.ok_or("the lock file has no official crate")?.trim_matches('"').to_owned())
}
