//! Prints what callers of both crates get from a server with faults, as Markdown.
//!
//! Exit codes: 0 if callers of the generated crate get the right data or an error in time, except for the listed limits; 1
//! otherwise.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::process::ExitCode;

/// A cell: a table, an operation, a fault, and what the caller gets.
type Cell = [String; 4];

/// Faults that no client can see, with reasons.
const LIMITS: [(&str, &str); 3] = [
    ("one bit is wrong, without a checksum", "nothing in the response shows it."),
    (
        "one bit is wrong, checksum in the trailer",
        "S3 sends checksums in headers; neither crate compares those in trailers of responses.",
    ),
    (
        "length: none, closes within the body, without a checksum",
        "the end of the connection is that of the body.",
    ),
];

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    let (official, ours) = tokio::join!(s3_official::faults(), s3_ours::faults());
    print!("{}", report(&official, &ours));
    let problems = problems(&ours);
    for problem in &problems {
        eprintln!("faults: {problem}");
    }
    if problems.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Returns the cells with wrong data, and the limits that do not occur.
fn problems(cells: &[Cell]) -> Vec<String> {
    let is_wrong = |cell: &&Cell| cell[3].contains(|letter: char| letter.is_ascii_uppercase());
    let wrong: Vec<_> = cells.iter().filter(is_wrong).collect();
    let is_limit = |cell: &&&Cell| LIMITS.iter().any(|(fault, _)| *fault == cell[2]);
    let unlisted = wrong.iter().filter(|cell| !is_limit(cell));
    let unlisted = unlisted.map(|[_, call, fault, outcome]| format!("{call}, {fault}: {outcome}"));
    let unused = LIMITS.iter().filter(|(fault, _)| wrong.iter().all(|cell| cell[2] != *fault));
    unlisted
        .chain(unused.map(|(fault, _)| format!("{fault}: listed as a limit, but did not occur")))
        .collect()
}

fn report(official: &[Cell], ours: &[Cell]) -> String {
    let mut text = HEAD.to_owned();
    for (table, title) in
        [("responses", "Faults of responses"), ("requests", "Faults while a request is sent")]
    {
        let _ = writeln!(text, "\n## {title}\n");
        text += &markdown(&of_table(official, table), &of_table(ours, table));
    }
    text += "\n## Limits\n\n";
    for (fault, reason) in LIMITS {
        let _ = writeln!(text, "- {fault}: {reason}");
    }
    text
}

/// Outcomes by fault and call.
fn of_table<'a>(cells: &'a [Cell], table: &str) -> Vec<&'a Cell> {
    cells.iter().filter(|cell| cell[0] == table).collect()
}

fn markdown(official: &[&Cell], ours: &[&Cell]) -> String {
    let outcomes: BTreeMap<_, _> = official.iter().map(|cell| ((&cell[2], &cell[1]), &cell[3])).collect();
    let calls = in_order(ours.iter().map(|cell| cell[1].as_str()));
    let mut text =
        format!("| the server ... | {} |\n|---{}|\n", calls.join(" | "), "|---".repeat(calls.len()));
    for fault in in_order(ours.iter().map(|cell| cell[2].as_str())) {
        let row = calls.iter().map(|call| {
            let cell = ours.iter().find(|cell| cell[2] == fault && cell[1] == *call);
            cell.map_or_else(String::new, |cell| match outcomes.get(&(&cell[2], &cell[1])) {
                Some(other) if **other != cell[3] => format!("{} (official: {other})", cell[3]),
                _ => cell[3].clone(),
            })
        });
        let _ = writeln!(text, "| {fault} | {} |", row.collect::<Vec<_>>().join(" | "));
    }
    text
}

/// The different names, in the order of their first occurrences.
fn in_order<'a>(names: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    let mut seen = BTreeSet::new();
    names.filter(|name| seen.insert(*name)).collect()
}

const HEAD: &str = "# Faults of a server of S3

Written by `cargo xtask faults`; not edited by hand. Each cell has what the caller gets if one response has the fault, and if all
responses have it. Clients make two attempts; their streams may stall for a second. The head of a response has to arrive within
the read timeout, which is six seconds here; it is all that limits an upload from memory, and without it, both crates wait for
ever. Cells are of the generated crate; those of the official crate are named where they differ.

- `right`: the right data, at the first attempt.
- `retried`: the right data, at the second attempt. The server has received all data of an upload.
- `error`: an error in time.
- `WRONG DATA`, `LOST DATA`, `HANGS`: success with other data than that of the server, or of the caller; no end in time.
";
