//! The commands of `cargo tinsmith`, for its binary and for xtasks.
//!
//! An xtask that has these commands is three lines:
//!
//! ```no_run
//! fn main() -> std::process::ExitCode {
//!     cargo_tinsmith::main("cargo xtask", std::env::args_os().skip(1))
//! }
//! ```
//!
//! One that has commands of its own adds [`commands`] to its command line and calls [`run`] first.
//!
//! Exit codes: 0 success, 1 a check or a model failed, 2 invalid usage.

#![warn(clippy::print_stderr, clippy::print_stdout, reason = "both panic if nobody reads the stream")]

use std::ffi::OsString;
use std::process::ExitCode;

use clap::{ArgMatches, Command};

mod cargo_lock;
pub mod codegen;
#[cfg(feature = "completions")]
mod completions;
mod diff;
mod disk;
mod failure;
mod import;
mod init;
mod operations;
pub mod options;
mod path;
mod project;
mod runtime;
mod settings;
mod source;
mod terminal;
mod tree;
mod update;

pub use failure::Failure;
pub use terminal::{colour, not_written, print_error, rendered};

use options::{
    CodegenOptions, DiffOptions, ImportOptions, InitOptions, OperationsOptions, Options, TreeOptions,
    UpdateOptions,
};

/// Exit codes, for the help of a program.
pub const EXIT_CODES: &str = "\
Exit codes of all commands:
  0  success
  1  a check or a model failed; diagnostics are on standard error
  2  invalid usage";

/// Runs the command line `arguments`, without the name of the program, which is `program` in help and messages.
///
/// # Panics
///
/// Never: the definition requires a command.
pub fn main(program: &'static str, arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let arguments = std::iter::once(OsString::from(program)).chain(arguments);
    let matches = definition(program).get_matches_from(arguments);
    let (name, arguments) = matches.subcommand().expect("a command is required");
    let outcome = match run(program, name, arguments) {
        Some(outcome) => outcome,
        None => completion(program, name, arguments),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(Failure(message)) => {
            print_error(&message);
            ExitCode::from(1)
        }
    }
}

/// Returns the definitions of the commands.
#[must_use]
pub fn commands(program: &'static str) -> Vec<Command> {
    vec![
        InitOptions::command(program),
        CodegenOptions::command(program),
        ImportOptions::command(program),
        UpdateOptions::command(program),
        DiffOptions::command(program),
        OperationsOptions::command(program),
        TreeOptions::command(program),
    ]
}

/// Runs a command of [`commands`]; `None` if `name` is not one of them.
#[must_use]
pub fn run(program: &'static str, name: &str, arguments: &ArgMatches) -> Option<Result<(), Failure>> {
    Some(match name {
        "init" => init::run(&Options::read(arguments), program),
        "codegen" => codegen::run(&Options::read(arguments), program),
        "import" => import::run(&Options::read(arguments)),
        "update" => update::run(&Options::read(arguments), program),
        "diff" => diff::run(&Options::read(arguments)),
        "operations" => operations::run(&Options::read(arguments)),
        "tree" => tree::run(&Options::read(arguments)),
        _ => return None,
    })
}

fn definition(program: &'static str) -> Command {
    let definition = Command::new(program)
        .bin_name(program)
        .version(env!("CARGO_PKG_VERSION"))
        .about("Generate Rust client crates from AWS service models")
        .after_help(EXIT_CODES)
        .subcommand_required(true)
        .arg_required_else_help(true)
        .subcommands(commands(program));
    #[cfg(feature = "completions")]
    let definition = definition.subcommands(completions::commands(program));
    definition
}

#[cfg(feature = "completions")]
fn completion(program: &'static str, name: &str, arguments: &ArgMatches) -> Result<(), Failure> {
    completions::run(definition(program), name, arguments)
}

#[cfg(not(feature = "completions"))]
fn completion(_: &'static str, name: &str, _: &ArgMatches) -> Result<(), Failure> {
    unreachable!("the command `{name}` is not defined")
}

#[cfg(test)]
mod tests {
    use super::definition;

    #[test]
    fn definition_is_consistent() {
        definition("cargo tinsmith").debug_assert();
    }

    #[test]
    fn help_of_each_command_has_examples_and_exit_codes() {
        for command in definition("cargo tinsmith").get_subcommands() {
            let help = command.clone().render_long_help().to_string();
            let example = format!("\n  cargo tinsmith {}", command.get_name());
            for part in ["\n\nExample", &example, "\nExit codes:\n"] {
                assert!(
                    help.contains(part),
                    "`{part}` is not in the help of {}:\n{help}",
                    command.get_name()
                );
            }
        }
    }
}
