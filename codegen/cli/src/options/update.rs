//! Options of `update`.

use clap::{ArgMatches, Command};

use super::Options;
use super::argument::{command, flag, force, get, krate, required_source, service, source};
use crate::source::ModelSource;

/// Options of `update`.
#[derive(Debug)]
pub struct UpdateOptions {
    /// Source of the newer models.
    pub source: ModelSource,
    /// Name of the crate; when absent, all crates whose services the source has.
    pub krate: Option<String>,
    /// Prints the changes and writes nothing.
    pub dry_run: bool,
    /// Overwrites edited files.
    pub force: bool,
}

macro_rules! newer_models {
    () => {
        "\
Newer models:
  botocore, from PyPI: pip download --no-deps botocore
  Smithy JSON ASTs of AWS: https://github.com/aws/api-models-aws"
    };
}

/// Places of newer models.
pub(crate) const NEWER_MODELS: &str = newer_models!();

const DESCRIPTION: &str = concat!(
    "\
The command prints the changes for users of a crate, replaces the model of the settings in Cargo.toml,
regenerates the crate, bumps `crate-version` according to the changes, and adds an entry to CHANGELOG.md of
the crate. All files of a crate change in one step. All crates whose services the source has are updated;
`--crate` chooses one.

",
    newer_models!()
);

impl Options for UpdateOptions {
    fn command(program: &str) -> Command {
        command(
            program,
            "update",
            "Replace models by newer versions, and regenerate their crates",
            DESCRIPTION,
            &[
                "update botocore-1.44.8-py3-none-any.whl --dry-run",
                "update botocore-1.44.8-py3-none-any.whl",
                "update sqs-2012-11-05.json --crate sqs",
            ],
            "a model has errors, or an overlay does not apply to the newer model",
        )
        .arg_required_else_help(true)
        .after_help(NEWER_MODELS)
        .arg(source("source", "SOURCE", "Newer models"))
        .arg(service())
        .arg(krate())
        .arg(flag("dry-run", "Print the changes, and write nothing"))
        .arg(force())
    }

    fn read(arguments: &ArgMatches) -> Self {
        Self {
            source: required_source(arguments, "source"),
            krate: get(arguments, "crate"),
            dry_run: arguments.get_flag("dry-run"),
            force: arguments.get_flag("force"),
        }
    }
}
