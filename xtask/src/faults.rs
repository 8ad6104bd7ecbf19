//! `cargo xtask faults`: calls to a server of S3 with faults, in `xtask/suites/compat/s3`.

use std::fs;

use xtask_common::{Failure, process, workspace};

use crate::cli::FaultsOptions;
use crate::{compat, e2e};

/// Path of the committed report.
const REPORT: &str = "xtask/reports/faults.md";

/// Replaces the report by the results, or compares them.
pub(crate) fn run(options: &FaultsOptions) -> Result<(), Failure> {
    compat::generate(&e2e::botocore()?)?;
    let report = process::output(compat::cargo("run", "s3-suite").args(["--bin", "faults"]))?;
    let path = workspace::root().join(REPORT);
    if !options.check {
        return Ok(fs::write(path, report)?);
    }
    let is_same = fs::read_to_string(path).is_ok_and(|committed| committed == report);
    if is_same { Ok(()) } else { Err(format!("{REPORT} differs from the results:\n{report}").into()) }
}
