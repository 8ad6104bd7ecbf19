//! Compares the public items of generated crates with those of the official crates: `cargo xtask bench --api LIST`.
//!
//! A list has one item per line, as `public-api` prints them. `reasons.txt` of this package lists intended differences with
//! reasons. Exit codes: 0 every difference has a reason, 1 a difference has none, or a reason is unused.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::process::ExitCode;

use xtask_common::Failure;
use xtask_common::request::{self, ApiParity};

mod compare;
mod items;
mod lacking;
mod model_names;
mod reasons;
mod reexports;
mod spelling;

use compare::Comparison;
use items::Documented;
use lacking::Lacking;
use model_names::ModelNames;
use reasons::Reasons;

fn main() -> ExitCode {
    request::serve(compare)
}

/// Returns true when every difference has a reason and every reason is used.
fn compare(request: &ApiParity) -> Result<bool, Failure> {
    let mut reasons = Reasons::read(include_str!("../reasons.txt"))?;
    let mut documented = Documented::of_runtime(&request.target)?;
    let mut is_explained = true;
    for ((list, generated), model) in request.lists.iter().zip(&request.crates).zip(&request.models) {
        let text =
            fs::read_to_string(list).map_err(|error| format!("cannot read `{}`: {error}", list.display()))?;
        let names = ModelNames::read(model)?;
        let actual = documented.items(generated)?;
        is_explained &= report(&text, &names, &actual, &mut reasons);
    }
    let unused = reasons.unused();
    for pattern in &unused {
        println!("unused reason: {pattern}");
    }
    Ok(is_explained && unused.is_empty())
}

/// Prints the differences from a list, and returns true when each has a reason.
fn report(text: &str, names: &ModelNames, actual: &BTreeSet<String>, reasons: &mut Reasons) -> bool {
    let library = spelling::library(text).to_owned();
    let lines = text.lines().filter(|line| !line.is_empty());
    let expected: BTreeSet<String> = lines.map(|line| spelling::normalized(line, &library)).collect();
    let lacking = Lacking::of(&expected, &library, names);
    let (absent, counted): (BTreeSet<String>, BTreeSet<String>) =
        expected.into_iter().partition(|item| !actual.contains(item) && lacking.has(item));
    let comparison = Comparison::of(&counted, actual);
    let mut explained: BTreeMap<&str, usize> = BTreeMap::new();
    let mut unexplained = Vec::new();
    reasons.compare(&library);
    for difference in &comparison.differences {
        match reasons.find(&library, difference.expected) {
            Some(reason) => *explained.entry(reason).or_default() += 1,
            None => unexplained.push(difference),
        }
    }
    println!("{library}");
    println!("{:>5}  items of shapes and members that the model lacks, which do not count", absent.len());
    println!("{comparison}");
    for (reason, count) in &explained {
        println!("{count:>5}  {reason}");
    }
    for difference in &unexplained {
        println!("without a reason: {difference}");
    }
    println!();
    unexplained.is_empty()
}
