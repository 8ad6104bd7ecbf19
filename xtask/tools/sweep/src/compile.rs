//! Compilation of some of the crates.

use std::fs;
use std::path::Path;
use std::time::Instant;

use tinsmith::{GeneratedCrate, output};
use xtask_common::request::Sweep;
use xtask_common::{Failure, process, workspace};

use crate::find::ModelFile;
use crate::measure::{self, Outcome};
use crate::run::Results;

/// Services that are always compiled: large ones, and ones with unusual shapes.
const ALWAYS: [&str; 6] = ["cloudwatch", "dynamodb", "glue", "kinesis", "sagemaker", "ssm"];

/// Checks the requested crates with warnings as errors, and prints those that do not compile. Returns true when all compile.
pub(crate) fn some(models: &[ModelFile], results: &Results, request: &Sweep) -> Result<bool, Failure> {
    let folder = workspace::target()?.join("sweep");
    fs::create_dir_all(&folder).map_err(|error| format!("cannot create `{}`: {error}", folder.display()))?;
    let mut selected = named(models, &request.services)?;
    let spread = select(models, results, request.compile.unwrap_or_default());
    selected.extend(
        spread.into_iter().filter(|model| !request.services.contains(&service(&model.label).to_owned())),
    );
    for model in &selected {
        measure::measure(model, request, |generated| write(generated, &folder.join(model.package())));
    }
    let members: Vec<String> = selected.iter().map(|model| model.package()).collect();
    workspace::write_members(&folder, &members)?;
    let start = Instant::now();
    let failed = check(&folder)?;
    let (all, time) = (members.len(), start.elapsed().as_secs_f64());
    println!("{} of {all} crates compile without warnings, in {time:.1} s", all - failed.len());
    for package in &failed {
        println!("does not compile: {package}");
    }
    Ok(failed.is_empty())
}

fn write(generated: &GeneratedCrate, folder: &Path) {
    output::write(generated, folder).unwrap_or_else(|error| panic!("{error}"));
}

/// Selects the newest models of services by name.
fn named<'a>(models: &'a [ModelFile], services: &[String]) -> Result<Vec<&'a ModelFile>, String> {
    let newest = |name: &String| {
        let of_service = models.iter().filter(|model| service(&model.label) == name);
        of_service.max_by_key(|model| &model.label).ok_or_else(|| format!("there is no service `{name}`"))
    };
    services.iter().map(newest).collect()
}

/// Selects generated services: those that are always compiled, and others spread evenly from the largest to the
/// smallest.
fn select<'a>(models: &'a [ModelFile], results: &Results, count: usize) -> Vec<&'a ModelFile> {
    let outcomes = results.outcomes.iter().zip(models);
    let mut order: Vec<&ModelFile> = outcomes
        .filter(|((_, outcome), _)| matches!(outcome, Outcome::Generated(_)))
        .map(|(_, model)| model)
        .collect();
    order.sort_by_key(|model| std::cmp::Reverse(model.bytes));
    let (first, rest): (Vec<&ModelFile>, Vec<&ModelFile>) =
        order.into_iter().partition(|model| ALWAYS.contains(&service(&model.label)));
    let more = count.saturating_sub(first.len()).min(rest.len());
    let spread = (0..more).map(|index| rest[index * rest.len() / more]);
    first.into_iter().take(count).chain(spread).collect()
}

/// Returns `dynamodb` for `dynamodb/2012-08-10` and for `dynamodb-2012-08-10`.
fn service(label: &str) -> &str {
    let name = label.split('/').next().unwrap_or(label);
    name.split_once("-2").map_or(name, |(name, _)| name)
}

/// Runs `cargo check` and copies its messages to standard error. Returns the packages that failed.
fn check(folder: &Path) -> Result<Vec<String>, Failure> {
    let mut cargo = process::cargo();
    cargo
        .args(["check", "--workspace", "--keep-going", "--color", "never"])
        .current_dir(folder)
        .env("CARGO_TARGET_DIR", folder.join("target"))
        .env("RUSTFLAGS", "-D warnings");
    let mut failed = Vec::new();
    let checked = process::run_reading_stderr(&mut cargo, |line| {
        eprintln!("{line}");
        let package = line.strip_prefix("error: could not compile `").and_then(|rest| rest.split('`').next());
        failed.extend(package.map(str::to_owned));
    });
    match checked {
        Err(error) if failed.is_empty() => Err(error.into()),
        _ => Ok(failed),
    }
}
