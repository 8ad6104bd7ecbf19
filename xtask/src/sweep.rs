//! `cargo xtask sweep`

use xtask_common::Failure;

use crate::cli::SweepOptions;
use crate::tool::Tool;

const SWEEP: Tool = Tool { package: "sweep", failure: "the sweep found failures" };

/// Generates every model below a folder, in the package `sweep`.
pub(crate) fn run(options: &SweepOptions) -> Result<(), Failure> {
    SWEEP.run(&options.request, options.profile)
}
