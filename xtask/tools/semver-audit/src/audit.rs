//! The audit of all pairs, in batches that limit the disk space for documentation.

use std::fs;
use std::path::Path;

use tinsmith::diff::{Report, Step};
use xtask_common::Failure;
use xtask_common::request::SemverAudit;

use crate::explain::{self, Explanation};
use crate::items::{self, Items};
use crate::lints::{self, Lints};
use crate::pairs::Pair;
use crate::verdict::{self, Verdict};
use crate::workspaces::Workspaces;

/// Number of services that one run of cargo documents.
const BATCH_SIZE: usize = 12;

/// A verdict and the results of the references.
pub(crate) struct Row {
    /// The service.
    pub(crate) label: String,
    /// The report of `diff`.
    pub(crate) report: Report,
    /// Items that differ.
    pub(crate) items: Items,
    /// Result of cargo-semver-checks, when it is installed.
    pub(crate) lints: Option<Lints>,
    /// The crates differ in comments only.
    pub(crate) is_same_code: bool,
    /// Explanation of the differences.
    pub(crate) explanation: Explanation,
}

impl Row {
    /// The version step that the references require.
    pub(crate) fn reference(&self) -> Option<Step> {
        reference(&self.items, self.lints.as_ref())
    }
}

fn reference(items: &Items, lints: Option<&Lints>) -> Option<Step> {
    items.step().max(lints.and_then(|lints| lints.step))
}

/// Audits all pairs whose models differ, or all requested ones.
pub(crate) fn all(pairs: &[Pair], request: &SemverAudit) -> Result<Vec<Row>, Failure> {
    let program = request.semver_checks.as_path();
    let lints = lints::version(program).map(|_| program);
    let mut batch = Vec::new();
    let mut rows = Vec::new();
    for pair in pairs {
        let Some(verdict) = verdict::of(pair, &request.operations)? else { continue };
        if request.services.is_empty() && verdict.report.changes.is_empty() {
            continue;
        }
        batch.push((pair, verdict));
        if batch.len() == BATCH_SIZE {
            rows.extend(audit(std::mem::take(&mut batch), lints, request)?);
        }
    }
    rows.extend(audit(batch, lints, request)?);
    Ok(rows)
}

fn audit(
    batch: Vec<(&Pair, Verdict)>,
    program: Option<&Path>,
    request: &SemverAudit,
) -> Result<Vec<Row>, Failure> {
    if batch.is_empty() {
        return Ok(Vec::new());
    }
    let workspaces = Workspaces::new()?;
    for (pair, verdict) in &batch {
        workspaces.write("old", pair, &verdict.old)?;
        workspaces.write("new", pair, &verdict.new)?;
    }
    let pairs: Vec<&Pair> = batch.iter().map(|(pair, _)| *pair).collect();
    let old = workspaces.document("old", &pairs, &request.features)?;
    let new = workspaces.document("new", &pairs, &request.features)?;
    let documented = batch.into_iter().zip(old.iter().zip(&new));
    documented.map(|((pair, verdict), (old, new))| row(pair, verdict, old, new, program)).collect()
}

fn row(
    pair: &Pair,
    verdict: Verdict,
    old: &Path,
    new: &Path,
    program: Option<&Path>,
) -> Result<Row, Failure> {
    let items = items::compare(old, new)?;
    let lints = program.map(|program| lints::compare(program, old, new)).transpose()?;
    for json in [old, new] {
        fs::remove_file(json).map_err(|error| format!("cannot remove `{}`: {error}", json.display()))?;
    }
    let (reference, is_same_code) = (reference(&items, lints.as_ref()), verdict.is_same_code());
    let explanation = explain::explain(&verdict.report, &items, reference, is_same_code, &pair.crate_name());
    Ok(Row { label: pair.label.clone(), report: verdict.report, items, lints, is_same_code, explanation })
}
