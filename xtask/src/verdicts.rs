//! `cargo xtask verdicts`

use xtask_common::Failure;

use crate::cli::VerdictsOptions;
use crate::tool::Tool;

const SEMVER_AUDIT: Tool = Tool { package: "semver-audit", failure: "the audit found wrong verdicts" };

/// Audits the verdicts of `diff`, in the package `semver-audit`.
pub(crate) fn run(options: &VerdictsOptions) -> Result<(), Failure> {
    SEMVER_AUDIT.run(&options.request, options.profile)
}
