//! Printed results.

use tinsmith::diff::{Breaks, Class, Step};

use crate::audit::Row;
use crate::lints::Lints;

const HEAD: &str = "\
| service | verdict | breaking | calls only | additive | behaviour | documentation \
| items removed | changed | added | rules broken | reference | code | result |
|---|---|---:|---:|---:|---:|---:|---:|---:|---:|---|---|---|---|
";

/// Formats a table with a line for each service, sorted by verdict.
pub(crate) fn markdown(rows: &[Row], references: &str) -> String {
    let mut rows: Vec<&Row> = rows.iter().collect();
    rows.sort_by_key(|row| (std::cmp::Reverse(row.report.step()), row.label.clone()));
    let lines: String = rows.iter().map(|row| line(row)).collect();
    let confirmed = rows.iter().filter(|row| result(row) == "same").count();
    let wrong = rows.iter().filter(|row| !row.explanation.discrepancies.is_empty()).count();
    format!(
        "References: {references}.\n\n{HEAD}{lines}\n{} verdicts: {confirmed} confirmed, {} explained, {wrong} wrong\n",
        rows.len(),
        rows.len() - confirmed - wrong
    )
}

fn line(row: &Row) -> String {
    let count = |class| row.report.of(class).count().to_string();
    let failing =
        row.report.changes.iter().filter(|change| change.kind.breaks() == Some(Breaks::Calls)).count();
    let cells = [
        row.label.split('/').next().unwrap_or(&row.label).to_owned(),
        step(row.report.step()).to_owned(),
        count(Class::Breaking),
        failing.to_string(),
        count(Class::Additive),
        count(Class::Behaviour),
        count(Class::Documentation),
        row.items.removed.len().to_string(),
        row.items.changed.len().to_string(),
        row.items.added.len().to_string(),
        row.lints.as_ref().map_or("not run".to_owned(), rules),
        step(row.reference()).to_owned(),
        if row.is_same_code { "same" } else { "differs" }.to_owned(),
        result(row).to_owned(),
    ];
    format!("| {} |\n", cells.join(" | "))
}

fn rules(lints: &Lints) -> String {
    let rules: Vec<String> = lints.broken.iter().map(|(rule, count)| format!("`{rule}` {count}")).collect();
    if rules.is_empty() { "none".to_owned() } else { rules.join(", ") }
}

fn step(step: Option<Step>) -> &'static str {
    step.map_or("none", Step::name)
}

/// Returns `same`, the reason of a difference, or `WRONG`.
fn result(row: &Row) -> &'static str {
    match row.explanation.reason {
        _ if !row.explanation.discrepancies.is_empty() => "WRONG",
        Some(reason) => reason.code(),
        None => "same",
    }
}

/// Formats the discrepancies of wrong verdicts.
pub(crate) fn discrepancies(rows: &[Row]) -> String {
    let lines = rows.iter().flat_map(|row| {
        row.explanation.discrepancies.iter().map(move |discrepancy| format!("{}: {discrepancy}\n", row.label))
    });
    lines.collect()
}
