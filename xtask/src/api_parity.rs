//! `cargo xtask bench --api`

use std::path::{Path, absolute};

use xtask_common::request::ApiParity;
use xtask_common::{Failure, workspace};

use crate::generate::all_operations;
use crate::tool::{Profile, Tool};

const API_PARITY: Tool = Tool { package: "api-parity", failure: "the comparison found differences" };

/// Generates every operation of the configured service and compares its public items with a list.
pub(crate) fn run(list: &Path) -> Result<(), Failure> {
    let list = absolute(list)?;
    let folder = workspace::target()?.join("api-parity");
    let generated = folder.join("crate");
    all_operations(&generated, None, None)?;
    workspace::write_members(&folder, &["crate"])?;
    API_PARITY.run(&ApiParity { list, generated }, Profile::Dev)
}
