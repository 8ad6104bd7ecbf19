//! Generating crates for the commands of maintainers.

use std::path::{Path, PathBuf};

use cargo_tinsmith::codegen;
use cargo_tinsmith::options::{CodegenOptions, ModelSource, Overrides};
use xtask_common::Failure;

use crate::cli::PROGRAM;

/// Generates a crate of some operations of a service of botocore.
pub(crate) fn of_service(
    folder: &Path,
    crate_name: &str,
    botocore: &Path,
    service: &str,
    operations: &[&str],
) -> Result<(), Failure> {
    let model = ModelSource { path: botocore.to_owned(), service: Some(service.to_owned()) };
    let overrides = Overrides {
        model: Some(model),
        operations: operations.iter().map(ToString::to_string).collect(),
        crate_name: Some(crate_name.to_owned()),
        out: Some(folder.to_owned()),
        ..Overrides::default()
    };
    Ok(codegen::run(&CodegenOptions { overrides, ..CodegenOptions::default() }, PROGRAM)?)
}

/// Generates a crate of all operations in a folder, of the model of the repository unless another one is named.
pub(crate) fn all_operations(
    folder: &Path,
    crate_name: Option<String>,
    model: Option<PathBuf>,
) -> Result<(), Failure> {
    let overrides = Overrides {
        model: model.map(ModelSource::from),
        operations: vec!["all".to_owned()],
        crate_name,
        out: Some(folder.to_owned()),
        ..Overrides::default()
    };
    let options = CodegenOptions { overrides, ..CodegenOptions::default() };
    Ok(codegen::run(&options, PROGRAM)?)
}
