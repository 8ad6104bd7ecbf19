//! The documentation of the committed model: its overlay describes all items of the crate of all operations, and has an example for
//! each operation.

use std::sync::LazyLock;

use tinsmith::{Config, GeneratedCrate, Selection, generate};

use crate::words;

const MODEL: &str = "../model/directconnect-2012-10-25.json";
const OVERLAY: &str = "../model/directconnect-2012-10-25.overlay.json";

/// Starts of the sentences that the generator writes for items without documentation.
const FALLBACKS: [&str; 8] = [
    "The operation `",
    "Input of `",
    "Output of `",
    "The structure `",
    "The member `",
    "The error `",
    "The values of `",
    "The value `",
];

/// Operations without an input in the model, which an overlay cannot document.
const WITHOUT_INPUT: [&str; 3] = ["DescribeCustomerMetadata", "DescribeLocations", "DescribeVirtualGateways"];

static DOCUMENTED: LazyLock<GeneratedCrate> = LazyLock::new(|| all_operations(&[OVERLAY]));

fn all_operations(overlays: &[&str]) -> GeneratedCrate {
    let overlays = overlays.iter().map(Into::into).collect();
    let config = Config { selection: Selection::All, overlays, ..Config::new(MODEL) };
    generate(&config).unwrap()
}

#[test]
fn all_items_have_documentation_of_their_own() {
    let is_documented =
        |line: &&str| !WITHOUT_INPUT.iter().any(|name| *line == format!("Input of `{name}`."));
    let undocumented: Vec<_> = fallbacks(&DOCUMENTED).filter(is_documented).collect();
    assert!(undocumented.is_empty(), "document in {OVERLAY}:\n{}", undocumented.join("\n"));
}

#[test]
fn items_without_documentation_are_recognized() {
    let bare = all_operations(&[]);
    let missed: Vec<_> =
        FALLBACKS.iter().filter(|start| !fallbacks(&bare).any(|line| line.starts_with(**start))).collect();
    assert!(missed.is_empty(), "{missed:?}");
}

/// Returns the lines of documentation that describe an item by its name alone, also at the end of an item of a list.
fn fallbacks(generated: &GeneratedCrate) -> impl Iterator<Item = &str> {
    let lines = generated.files.values().flat_map(|text| text.lines());
    let docs = lines.filter_map(|line| line.trim_start().strip_prefix("///"));
    let sentences = docs.map(|doc| doc.rsplit_once("): ").map_or(doc, |(_, sentence)| sentence).trim_start());
    sentences.filter(|sentence| FALLBACKS.iter().any(|start| sentence.starts_with(start)))
}

#[test]
fn examples_have_values() {
    let calls = DOCUMENTED.files.iter().filter(|(path, _)| path.ends_with("/fluent_builder.rs"));
    // The section on pages has a call of its own, whose values are left open.
    let has_open_value = |text: &str| text.split("# Pages").next().is_some_and(|it| it.contains("(\"...\")"));
    let without: Vec<_> = calls.filter(|(_, text)| has_open_value(text)).map(|(path, _)| path).collect();
    assert!(without.is_empty(), "{without:?}");
}

#[test]
fn sentences_use_plain_words() {
    let found: Vec<_> = DOCUMENTED.files.iter().flat_map(|(path, text)| problems(path, text)).collect();
    assert!(found.is_empty(), "\n{}", found.join("\n"));
}

fn problems(path: &str, text: &str) -> Vec<String> {
    let found = words::problems(path, text).into_iter();
    found.map(|(line, phrase, advice)| format!("{path}:{line}: `{phrase}`: {advice}")).collect()
}
