//! Options of `operations`.

use clap::{ArgMatches, Command};

use super::Options;
use super::argument::{command, get, krate, model, source_of};
use super::codegen::Overrides;

/// Options of `operations`.
#[derive(Debug)]
pub struct OperationsOptions {
    /// Values that override the settings.
    pub overrides: Overrides,
    /// Name of a crate of the settings.
    pub krate: Option<String>,
}

impl Options for OperationsOptions {
    fn command(program: &str) -> Command {
        command(
            program,
            "operations",
            "List the operations of the model",
            "Selected operations have a mark. The columns are the number of shapes that an operation uses, its\n\
             paginator, its waiters, and the first sentence of its documentation.",
            &["operations", "operations --model botocore-1.44.8-py3-none-any.whl --service sqs"],
            "the model has errors",
        )
        .arg(krate())
        .args(model())
    }

    fn read(arguments: &ArgMatches) -> Self {
        Self {
            overrides: Overrides { model: source_of(arguments, "model"), ..Overrides::default() },
            krate: get(arguments, "crate"),
        }
    }
}
