//! `cargo xtask verdicts OLD NEW [SERVICE...]`: audits the verdicts of `cargo xtask diff`.
//!
//! For each service in both folders, the crates of both models are generated and compared by references that do not
//! use models: the public items that rustdoc lists (`items`), the rules of cargo-semver-checks (`lints`), and the
//! source text (`verdict`). Every item that differs must be announced by a change of the report, and every change
//! that affects items must be visible in them (`explain`).
//!
//! A package of its own, so that `cargo xtask codegen` does not build the dependencies of the audit. Exit codes: 0
//! every verdict is confirmed or the difference is explained, 1 a verdict is wrong.

use std::process::ExitCode;

use xtask_common::Failure;
use xtask_common::request::{self, SemverAudit};

mod audit;
mod explain;
mod item_path;
mod items;
mod lints;
mod pairs;
mod table;
mod verdict;
mod workspaces;

fn main() -> ExitCode {
    request::serve(verdicts)
}

/// Returns true when no verdict is wrong.
fn verdicts(request: &SemverAudit) -> Result<bool, Failure> {
    let rows = audit::all(&pairs::all(request)?, request)?;
    print!("{}", table::markdown(&rows, &references(request)));
    let discrepancies = table::discrepancies(&rows);
    eprint!("{discrepancies}");
    Ok(discrepancies.is_empty())
}

/// The references with their versions.
fn references(request: &SemverAudit) -> String {
    let lints = lints::version(&request.semver_checks).unwrap_or_else(|| "no cargo-semver-checks".to_owned());
    format!("{}, {lints}; features `{}`", workspaces::rustdoc_version(), request.features)
}
