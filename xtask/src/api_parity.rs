//! `cargo xtask bench --api`

use std::path::{Path, absolute};

use xtask_common::request::ApiParity;
use xtask_common::{Failure, workspace};

use crate::cli::{CodegenOptions, Overrides};
use crate::codegen;
use crate::tool::{Profile, Tool};

const API_PARITY: Tool = Tool { package: "api-parity", failure: "the comparison found differences" };

/// Generates every operation of the configured service and compares its public items with a list.
pub(crate) fn run(list: &Path) -> Result<(), Failure> {
    let list = absolute(list)?;
    let folder = workspace::target()?.join("api-parity");
    let generated = folder.join("crate");
    let overrides = Overrides {
        operations: vec!["all".to_owned()],
        out: Some(generated.clone()),
        ..Overrides::default()
    };
    codegen::run(&CodegenOptions { overrides, ..CodegenOptions::default() })?;
    workspace::write_members(&folder, &["crate"])?;
    API_PARITY.run(&ApiParity { list, generated }, Profile::Dev)
}
