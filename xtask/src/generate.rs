//! Generating crates for the commands of maintainers.

use std::path::{Path, PathBuf};

use cargo_tinsmith::codegen;
pub(crate) use cargo_tinsmith::colour;
use cargo_tinsmith::options::{CodegenOptions, ModelSource, Overrides};
use tinsmith::output::WriteError;
use tinsmith::{Diagnostic, Diagnostics};
use xtask_common::Failure;

use crate::cli::PROGRAM;

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
    codegen::run(&options, PROGRAM).map_err(|failure| Failure(failure.0))
}

/// Renders diagnostics as a failure.
#[expect(clippy::needless_pass_by_value, reason = "a function for `map_err`")]
pub(crate) fn rendered(diagnostics: Diagnostics) -> Failure {
    Failure(diagnostics.render(colour()))
}

/// Renders an error of writing as a failure.
pub(crate) fn not_written(error: WriteError) -> Failure {
    Failure(Diagnostic::from(error).render(colour()))
}
