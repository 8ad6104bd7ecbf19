//! Options of `update`.

use std::path::PathBuf;

use clap::{ArgMatches, Command};

use super::Options;
use super::argument::{command, flag, force, get, krate, positional, required};

/// Options of `update`.
#[derive(Debug)]
pub struct UpdateOptions {
    /// File or folder of the newer model.
    pub source: PathBuf,
    /// Name of the crate; found by the service of the model when absent.
    pub krate: Option<String>,
    /// Prints the changes and writes nothing.
    pub dry_run: bool,
    /// Overwrites edited files.
    pub force: bool,
}

impl Options for UpdateOptions {
    fn command(program: &str) -> Command {
        command(
            program,
            "update",
            "Replace the model by a newer version, and regenerate the crate",
            "The command prints the changes for users of the crate, replaces the model of\n\
             the settings in Cargo.toml, regenerates the crate, bumps `crate-version` according to the changes,\n\
             and adds an entry to CHANGELOG.md of the crate. All files change in one step.",
            &[
                "update botocore/data/directconnect/2012-10-25 --dry-run",
                "update botocore/data/directconnect/2012-10-25",
            ],
            "a model has errors, or an overlay does not apply to the newer model",
        )
        .arg(positional("source", "SOURCE", "Smithy JSON AST, or a botocore folder of one API version"))
        .arg(krate())
        .arg(flag("dry-run", "Print the changes, and write nothing"))
        .arg(force())
    }

    fn read(arguments: &ArgMatches) -> Self {
        Self {
            source: required(arguments, "source"),
            krate: get(arguments, "crate"),
            dry_run: arguments.get_flag("dry-run"),
            force: arguments.get_flag("force"),
        }
    }
}
