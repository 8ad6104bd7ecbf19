//! Compares the public items of a generated crate with those of the official crate: `cargo xtask bench --api LIST`.
//!
//! The list has one item per line, as `public-api` prints them. `absent.txt` of this package lists intended differences
//! with reasons. Exit codes: 0 every difference has a reason, 1 a difference has none, or a reason is unused.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use public_api::Builder;
use xtask_common::request::{self, ApiParity};
use xtask_common::{Failure, process, workspace};

mod compare;
mod reasons;
mod reexports;

use compare::Comparison;
use reasons::Reasons;
use reexports::Reexports;

fn main() -> ExitCode {
    request::serve(compare)
}

/// Returns true when every difference has a reason and every reason is used.
fn compare(request: &ApiParity) -> Result<bool, Failure> {
    let ApiParity { list, generated } = request;
    let text =
        fs::read_to_string(list).map_err(|error| format!("cannot read `{}`: {error}", list.display()))?;
    let expected: BTreeSet<String> = text.lines().filter(|line| !line.is_empty()).map(normalized).collect();
    let actual: BTreeSet<String> = public_items(generated)?;
    let comparison = Comparison::of(&expected, &actual);
    let mut reasons = Reasons::read(include_str!("../absent.txt"))?;
    let mut explained: BTreeMap<&str, usize> = BTreeMap::new();
    let mut unexplained = Vec::new();
    for difference in &comparison.differences {
        match reasons.find(difference.expected) {
            Some(reason) => *explained.entry(reason).or_default() += 1,
            None => unexplained.push(difference),
        }
    }
    println!("{comparison}");
    for (reason, count) in &explained {
        println!("{count:>5}  {reason}");
    }
    for difference in &unexplained {
        println!("\nwithout a reason: {difference}");
    }
    for pattern in reasons.unused() {
        println!("\nunused reason: {pattern}");
    }
    Ok(unexplained.is_empty() && reasons.unused().next().is_none())
}

/// Equal items with different spellings: types with aliases, and types with several paths.
const SPELLINGS: [(&str, &str); 4] = [
    ("<Self as core::str::traits::FromStr>::Err", "core::convert::Infallible"),
    ("directconnect::Config", "directconnect::config::Config"),
    ("core::fmt::Result", "core::result::Result<(), core::fmt::Error>"),
    (
        "aws_smithy_runtime_api::box_error::BoxError",
        "alloc::boxed::Box<(dyn core::error::Error + core::marker::Send + core::marker::Sync + 'static)>",
    ),
];

/// Returns an item in its normalized spelling.
fn normalized(item: &str) -> String {
    let names = |text: String, (one, other): &(&str, &str)| {
        let ends = |rest: &str| !rest.starts_with(|c: char| c.is_alphanumeric() || c == '_');
        let mut pieces = text.split(one);
        let first = pieces.next().unwrap_or_default().to_owned();
        pieces.fold(first, |text, rest| text + if ends(rest) { other } else { one } + rest)
    };
    let item = SPELLINGS.iter().fold(item.to_owned(), names);
    // Derived functions return the type by its name.
    let holder = compare::path(&item).rsplit_once("::").map(|(holder, _)| format!("-> {holder}"));
    match holder.and_then(|holder| item.strip_suffix(&holder)) {
        Some(rest) => format!("{rest}-> Self"),
        None => item,
    }
}

/// Lists the public items of a generated crate, with those that it re-exports from the runtime.
fn public_items(folder: &Path) -> Result<BTreeSet<String>, Failure> {
    let target = folder.join("target");
    let json = rustdoc(folder, &target)?;
    let runtime = rustdoc(&workspace::root().join("codegen/runtime"), &target.join("runtime"))?;
    let items = Reexports::read(&json)?.resolve(listed(&json)?, listed(&runtime)?);
    Ok(items.iter().map(|item| normalized(item)).collect())
}

/// Lists the public items of a crate, without blanket and auto trait implementations.
fn listed(json: &Path) -> Result<Vec<String>, Failure> {
    let api =
        Builder::from_rustdoc_json(json).omit_blanket_impls(true).omit_auto_trait_impls(true).build()?;
    Ok(api.items().map(ToString::to_string).collect())
}

/// Documents a crate as JSON. JSON is not a stable format of rustdoc, hence the bootstrap variable.
fn rustdoc(folder: &Path, target: &Path) -> Result<PathBuf, Failure> {
    let mut cargo = process::cargo();
    cargo
        .args(["rustdoc", "--lib", "--quiet", "--all-features", "--"])
        .args(["-Zunstable-options", "--output-format=json", "--cap-lints=allow"])
        .current_dir(folder)
        .env("RUSTC_BOOTSTRAP", "1")
        .env("CARGO_TARGET_DIR", target);
    process::run(&mut cargo)?;
    let mut written = fs::read_dir(target.join("doc"))?.filter_map(|entry| Some(entry.ok()?.path()));
    let json = written.find(|path| path.extension().is_some_and(|extension| extension == "json"));
    Ok(json.ok_or("rustdoc wrote no JSON")?)
}

#[cfg(test)]
mod tests {
    use super::normalized;

    #[test]
    fn spellings_match_whole_names() {
        assert_eq!(
            normalized("pub fn f() -> directconnect::Config"),
            "pub fn f() -> directconnect::config::Config"
        );
        assert_eq!(normalized("pub fn a::B::default() -> a::B"), "pub fn a::B::default() -> Self");
        assert_eq!(
            normalized("pub struct directconnect::Configured"),
            "pub struct directconnect::Configured"
        );
    }
}
