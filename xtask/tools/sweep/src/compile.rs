//! Some of the crates, compiled.

use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Instant;
use std::{env, fs};

use tinsmith::{GeneratedCrate, output};

use crate::arguments::Arguments;
use crate::find::Found;
use crate::measure::{self, Outcome};
use crate::run::Sweep;

/// Services that are always among the compiled ones: large ones, and ones with unusual shapes.
const ALWAYS: [&str; 6] = ["cloudwatch", "dynamodb", "glue", "kinesis", "sagemaker", "ssm"];

/// Checks `count` of the crates with warnings as errors, and says which do not compile. Whether all do.
pub(crate) fn some(
    models: &[Found],
    sweep: &Sweep,
    arguments: &Arguments,
    count: usize,
) -> Result<bool, String> {
    let program = env::current_exe().map_err(|error| error.to_string())?;
    let folder = program.ancestors().nth(2).ok_or("this program is in no target folder")?.join("sweep");
    fs::create_dir_all(&folder).map_err(|error| format!("cannot create `{}`: {error}", folder.display()))?;
    let chosen = choose(models, sweep, count);
    for found in &chosen {
        measure::measure(found, arguments, |generated| write(generated, &folder.join(found.package())));
    }
    let members: Vec<String> = chosen.iter().map(|found| found.package()).collect();
    let manifest = format!("[workspace]\nresolver = \"3\"\nmembers = {members:?}\n");
    let locked = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../Cargo.lock");
    fs::write(folder.join("Cargo.toml"), manifest)
        .and_then(|()| fs::copy(&locked, folder.join("Cargo.lock")).map(drop))
        .map_err(|error| format!("cannot write the workspace: {error}"))?;
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

/// The services that are always compiled, and others spread evenly from the largest to the smallest, of those that
/// were generated.
fn choose<'a>(models: &'a [Found], sweep: &Sweep, count: usize) -> Vec<&'a Found> {
    let outcomes = sweep.outcomes.iter().zip(models);
    let mut order: Vec<&Found> = outcomes
        .filter(|((_, outcome), _)| matches!(outcome, Outcome::Generated(_)))
        .map(|(_, found)| found)
        .collect();
    order.sort_by_key(|found| std::cmp::Reverse(found.bytes));
    let (first, rest): (Vec<&Found>, Vec<&Found>) =
        order.into_iter().partition(|found| ALWAYS.contains(&service(&found.label)));
    let more = count.saturating_sub(first.len()).min(rest.len());
    let spread = (0..more).map(|index| rest[index * rest.len() / more]);
    first.into_iter().take(count).chain(spread).collect()
}

/// `dynamodb` of `dynamodb/2012-08-10` and of `dynamodb-2012-08-10`.
fn service(label: &str) -> &str {
    let name = label.split('/').next().unwrap_or(label);
    name.split_once("-2").map_or(name, |(name, _)| name)
}

/// Runs `cargo check`; its output goes to standard error. Returns the packages that failed.
fn check(folder: &Path) -> Result<Vec<String>, String> {
    let mut cargo = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
        .args(["check", "--workspace", "--keep-going", "--color", "never"])
        .current_dir(folder)
        .env("CARGO_TARGET_DIR", folder.join("target"))
        .env("RUSTFLAGS", "-D warnings")
        .stderr(Stdio::piped())
        .spawn()
        .map_err(|error| format!("cannot run cargo: {error}"))?;
    let mut failed = Vec::new();
    let lines = cargo.stderr.take().map(BufReader::new).into_iter().flat_map(BufReader::lines);
    for line in lines.map_while(Result::ok) {
        eprintln!("{line}");
        let package = line.strip_prefix("error: could not compile `").and_then(|rest| rest.split('`').next());
        failed.extend(package.map(str::to_owned));
    }
    let status = cargo.wait().map_err(|error| format!("cannot run cargo: {error}"))?;
    if !status.success() && failed.is_empty() {
        return Err(format!("cargo check: {status}"));
    }
    Ok(failed)
}
