//! How many of the public items of another crate a generated crate has: `cargo xtask bench --api LIST`.
//!
//! The list has one item on a line, as `public-api` prints them. `absent.txt` beside this package says which items are
//! absent or different on purpose; an item without a reason, or a reason without an item, is a failure.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::{env, fs};

use public_api::Builder;

mod compare;
mod reasons;

use compare::Comparison;
use reasons::Reasons;

type Outcome<T> = Result<T, Box<dyn std::error::Error>>;

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let [list, folder] = arguments.as_slice() else {
        eprintln!("usage: api-parity LIST CRATE");
        return ExitCode::from(2);
    };
    match run(Path::new(list), Path::new(folder)) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

/// Whether every difference has a reason.
fn run(list: &Path, folder: &Path) -> Outcome<bool> {
    let text =
        fs::read_to_string(list).map_err(|error| format!("cannot read {}: {error}", list.display()))?;
    let expected: BTreeSet<String> = text.lines().filter(|line| !line.is_empty()).map(spelled).collect();
    let own: BTreeSet<String> = public_items(folder)?;
    let comparison = Comparison::of(&expected, &own);
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
        println!("\na reason for nothing: {pattern}");
    }
    Ok(unexplained.is_empty() && reasons.unused().next().is_none())
}

/// Spellings of the same thing: a type and its alias, or two paths that both lead to it.
const SPELLINGS: [(&str, &str); 4] = [
    ("<Self as core::str::traits::FromStr>::Err", "core::convert::Infallible"),
    ("directconnect::Config", "directconnect::config::Config"),
    ("core::fmt::Result", "core::result::Result<(), core::fmt::Error>"),
    (
        "aws_smithy_runtime_api::box_error::BoxError",
        "alloc::boxed::Box<(dyn core::error::Error + core::marker::Send + core::marker::Sync + 'static)>",
    ),
];

/// An item in one spelling.
fn spelled(item: &str) -> String {
    let names = |text: String, (one, other): &(&str, &str)| {
        let ends = |rest: &str| !rest.starts_with(|c: char| c.is_alphanumeric() || c == '_');
        let mut pieces = text.split(one);
        let first = pieces.next().unwrap_or_default().to_owned();
        pieces.fold(first, |text, rest| text + if ends(rest) { other } else { one } + rest)
    };
    let item = SPELLINGS.iter().fold(item.to_owned(), names);
    // What is derived returns the type by its name.
    let holder = compare::path(&item).rsplit_once("::").map(|(holder, _)| format!("-> {holder}"));
    match holder.and_then(|holder| item.strip_suffix(&holder)) {
        Some(rest) => format!("{rest}-> Self"),
        None => item,
    }
}

/// What the crate makes public, automatic implementations aside.
fn public_items(folder: &Path) -> Outcome<BTreeSet<String>> {
    let api = Builder::from_rustdoc_json(rustdoc(folder)?)
        .omit_blanket_impls(true)
        .omit_auto_trait_impls(true)
        .build()?;
    Ok(api.items().map(|item| spelled(&item.to_string())).collect())
}

/// Documents the crate as JSON, which is not stable: the compiler is asked to make an exception.
fn rustdoc(folder: &Path) -> Outcome<PathBuf> {
    let target = folder.join("target");
    let status = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
        .args(["rustdoc", "--lib", "--quiet", "--all-features", "--"])
        .args(["-Zunstable-options", "--output-format=json", "--cap-lints=allow"])
        .current_dir(folder)
        .env("RUSTC_BOOTSTRAP", "1")
        .env("CARGO_TARGET_DIR", &target)
        .status()?;
    if !status.success() {
        return Err("the crate cannot be documented; the output above says why".into());
    }
    let mut written = fs::read_dir(target.join("doc"))?.filter_map(|entry| Some(entry.ok()?.path()));
    let json = written.find(|path| path.extension().is_some_and(|extension| extension == "json"));
    Ok(json.ok_or("rustdoc wrote no JSON")?)
}

#[cfg(test)]
mod tests {
    use super::spelled;

    #[test]
    fn spellings_are_whole_names() {
        assert_eq!(
            spelled("pub fn f() -> directconnect::Config"),
            "pub fn f() -> directconnect::config::Config"
        );
        assert_eq!(spelled("pub fn a::B::default() -> a::B"), "pub fn a::B::default() -> Self");
        assert_eq!(spelled("pub struct directconnect::Configured"), "pub struct directconnect::Configured");
    }
}
