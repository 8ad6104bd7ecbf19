//! Printed results.

use std::fmt::Write as _;
use std::fs;
use std::time::Duration;

use crate::measure::{Figures, Outcome};
use crate::run::Results;

const HEAD: [&str; 7] = ["model", "operations", "left out", "shapes", "lines", "bytes", "ms"];

/// A line for each generated model, their sum, and a summary.
pub(crate) fn table(results: &Results) -> String {
    let generated: Vec<_> = results
        .outcomes
        .iter()
        .filter_map(|(label, outcome)| Some((label.as_str(), figures(outcome)?)))
        .collect();
    let mut rows = vec![HEAD.map(str::to_owned)];
    rows.extend(generated.iter().map(|(label, figures)| row(label, figures)));
    let sum = generated.iter().fold(Figures::default(), |sum, (_, figures)| add(sum, figures));
    rows.push(row("all", &sum));
    let mut text = aligned(&rows);
    let _ = writeln!(text, "\n{}", summary(results, generated.len()));
    for (label, figures) in generated.iter().filter(|(_, figures)| !figures.left_out.is_empty()) {
        let _ = writeln!(text, "{label}: {}", figures.left_out.join("; "));
    }
    text
}

/// Diagnostics of every model that failed.
pub(crate) fn failures(results: &Results) -> String {
    let mut text = String::new();
    for (label, outcome) in &results.outcomes {
        if let Outcome::Failed(cause) = outcome {
            let _ = writeln!(text, "\nfailed: {label}\n{cause}");
        }
    }
    text
}

fn figures(outcome: &Outcome) -> Option<&Figures> {
    match outcome {
        Outcome::Generated(figures) => Some(figures),
        Outcome::OtherProtocol(_) | Outcome::Failed(_) => None,
    }
}

fn add(left: Figures, right: &Figures) -> Figures {
    Figures {
        operations: left.operations + right.operations,
        left_out: [left.left_out, right.left_out.clone()].concat(),
        shapes: left.shapes + right.shapes,
        lines: left.lines + right.lines,
        bytes: left.bytes + right.bytes,
        time: left.time + right.time,
    }
}

fn row(label: &str, figures: &Figures) -> [String; 7] {
    let Figures { operations, left_out, shapes, lines, bytes, time } = figures;
    let counts = [*operations, left_out.len(), *shapes, *lines, *bytes].map(|count| count.to_string());
    let [operations, left_out, shapes, lines, bytes] = counts;
    [label.to_owned(), operations, left_out, shapes, lines, bytes, time.as_millis().to_string()]
}

/// Aligns the first column to the left, and figures to the right.
fn aligned(rows: &[[String; 7]]) -> String {
    let width = |column: usize| rows.iter().map(|row| row[column].chars().count()).max().unwrap_or_default();
    let widths: Vec<usize> = (0..HEAD.len()).map(width).collect();
    let mut text = String::new();
    for row in rows {
        let _ = write!(text, "{:width$}", row[0], width = widths[0]);
        for (cell, width) in row.iter().zip(&widths).skip(1) {
            let _ = write!(text, "  {cell:>width$}");
        }
        text.push('\n');
    }
    text
}

fn summary(results: &Results, generated: usize) -> String {
    let failed = results.outcomes.iter().filter(|(_, outcome)| matches!(outcome, Outcome::Failed(_))).count();
    let mut text = format!("{generated} generated, {failed} failed in {}", seconds(results.time));
    if let Some(peak) = peak_memory() {
        let _ = write!(text, ", peak memory {} MiB", peak / 1024);
    }
    let mut others: Vec<&str> = results.outcomes.iter().filter_map(|(_, outcome)| other(outcome)).collect();
    others.sort_unstable();
    for same in others.chunk_by(|left, right| left == right) {
        let _ = write!(text, "\n{} skipped: they support {} only", same.len(), same[0]);
    }
    text
}

fn other(outcome: &Outcome) -> Option<&str> {
    match outcome {
        Outcome::OtherProtocol(protocols) => Some(protocols),
        Outcome::Generated(_) | Outcome::Failed(_) => None,
    }
}

fn seconds(time: Duration) -> String {
    format!("{:.1} s", time.as_secs_f64())
}

/// Peak memory of this process in KiB, where the system reports it.
fn peak_memory() -> Option<u64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.split_whitespace().next()?.parse().ok()
}
