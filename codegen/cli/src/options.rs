//! The command line: a typed struct for each command, which is filled where its arguments are defined.

use clap::{ArgMatches, Command};

pub mod argument;
mod codegen;
mod diff;
mod import;
mod init;
mod operations;
mod tree;
mod update;

pub use crate::source::ModelSource;
pub use codegen::{CodegenOptions, Overrides};
pub use diff::{DiffFormat, DiffOptions};
pub use import::ImportOptions;
pub use init::InitOptions;
pub use operations::OperationsOptions;
pub use tree::{TreeFormat, TreeOptions, TreeRoot};
pub(crate) use update::NEWER_MODELS;
pub use update::UpdateOptions;

/// Options of a command.
pub trait Options: Sized {
    /// Defines the command with its arguments and help. `program` is the start of its command line.
    fn command(program: &str) -> Command;

    /// Reads the options from the arguments that [`command`](Self::command) defines.
    fn read(arguments: &ArgMatches) -> Self;
}
