//! All pairs, a few at a time, so that the documentation of all crates is never on the disk at once.

use std::fs;
use std::path::Path;

use tinsmith::diff::{Report, Step};

use crate::arguments::Arguments;
use crate::crates::Workspaces;
use crate::explain::{self, Findings};
use crate::items::{self, Items};
use crate::lints::{self, Lints};
use crate::ours::{self, Ours};
use crate::pairs::Pair;

/// How many services are documented in one call of cargo.
const AT_A_TIME: usize = 12;

/// A verdict and what the judges say of it.
pub(crate) struct Row {
    /// The service.
    pub(crate) label: String,
    /// The verdict.
    pub(crate) report: Report,
    /// The items that differ.
    pub(crate) items: Items,
    /// What cargo-semver-checks says, where it is installed.
    pub(crate) lints: Option<Lints>,
    /// Whether nothing but comments differs.
    pub(crate) is_same_code: bool,
    /// What follows.
    pub(crate) findings: Findings,
}

impl Row {
    /// What the judges ask for together.
    pub(crate) fn judged(&self) -> Option<Step> {
        judged(&self.items, self.lints.as_ref())
    }
}

fn judged(items: &Items, lints: Option<&Lints>) -> Option<Step> {
    items.step().max(lints.and_then(|lints| lints.step))
}

/// Judges the verdicts of all pairs whose models differ, or of all that were asked for by name.
pub(crate) fn all(pairs: &[Pair], arguments: &Arguments) -> Result<Vec<Row>, String> {
    let program = arguments.semver_checks.as_path();
    let lints = lints::version(program).map(|_| program);
    let mut open = Vec::new();
    let mut rows = Vec::new();
    for pair in pairs {
        let Some(ours) = ours::verdict(pair, &arguments.operations)? else { continue };
        if arguments.services.is_empty() && ours.report.changes.is_empty() {
            continue;
        }
        open.push((pair, ours));
        if open.len() == AT_A_TIME {
            rows.extend(round(std::mem::take(&mut open), lints, arguments)?);
        }
    }
    rows.extend(round(open, lints, arguments)?);
    Ok(rows)
}

fn round(
    open: Vec<(&Pair, Ours)>,
    program: Option<&Path>,
    arguments: &Arguments,
) -> Result<Vec<Row>, String> {
    if open.is_empty() {
        return Ok(Vec::new());
    }
    let workspaces = Workspaces::new()?;
    for (pair, ours) in &open {
        workspaces.write("old", pair, &ours.old)?;
        workspaces.write("new", pair, &ours.new)?;
    }
    let pairs: Vec<&Pair> = open.iter().map(|(pair, _)| *pair).collect();
    let old = workspaces.document("old", &pairs, &arguments.features)?;
    let new = workspaces.document("new", &pairs, &arguments.features)?;
    let documented = open.into_iter().zip(old.iter().zip(&new));
    documented.map(|((pair, ours), (old, new))| row(pair, ours, old, new, program)).collect()
}

fn row(pair: &Pair, ours: Ours, old: &Path, new: &Path, program: Option<&Path>) -> Result<Row, String> {
    let items = items::compare(old, new)?;
    let lints = program.map(|program| lints::compare(program, old, new)).transpose()?;
    for json in [old, new] {
        fs::remove_file(json).map_err(|error| format!("cannot remove `{}`: {error}", json.display()))?;
    }
    let (judged, is_same_code) = (judged(&items, lints.as_ref()), ours.is_same_code());
    let findings = explain::findings(&ours.report, &items, judged, is_same_code, &pair.crate_name());
    Ok(Row { label: pair.label.clone(), report: ours.report, items, lints, is_same_code, findings })
}
