//! The command line: a typed struct for each command, which is filled where its arguments are defined.

use clap::ArgMatches;

mod argument;
mod maintainer;
mod user;

pub(crate) use maintainer::{BenchOptions, ConformanceOptions, SweepOptions, VerdictsOptions};
pub(crate) use user::{
    CodegenOptions, DiffFormat, DiffOptions, ImportOptions, OperationsOptions, Overrides, TreeFormat,
    TreeOptions, TreeRoot, UpdateOptions,
};

/// A command with its options.
pub(crate) enum Command {
    Codegen(CodegenOptions),
    Import(ImportOptions),
    Update(UpdateOptions),
    Diff(DiffOptions),
    Operations(OperationsOptions),
    Tree(TreeOptions),
    Conformance(ConformanceOptions),
    Sweep(SweepOptions),
    Verdicts(VerdictsOptions),
    Bench(BenchOptions),
    DropIn,
    E2e,
}

/// Options of a command.
trait Options: Sized {
    /// Defines the command with its arguments and help.
    fn command() -> clap::Command;

    /// Reads the options from the arguments that [`command`](Self::command) defines.
    fn read(arguments: &ArgMatches) -> Self;
}

const HELP: &str = "\
Exit codes of all commands:
  0  success
  1  a check or a model failed; diagnostics are on standard error
  2  invalid usage";

/// Parses the command line of this process. Invalid usage ends it with exit code 2.
pub(crate) fn parse() -> Command {
    let matches = definition().get_matches();
    let (name, arguments) = matches.subcommand().expect("a command is required");
    match name {
        "codegen" => Command::Codegen(Options::read(arguments)),
        "import" => Command::Import(Options::read(arguments)),
        "update" => Command::Update(Options::read(arguments)),
        "diff" => Command::Diff(Options::read(arguments)),
        "operations" => Command::Operations(Options::read(arguments)),
        "tree" => Command::Tree(Options::read(arguments)),
        "conformance" => Command::Conformance(Options::read(arguments)),
        "sweep" => Command::Sweep(Options::read(arguments)),
        "verdicts" => Command::Verdicts(Options::read(arguments)),
        "bench" => Command::Bench(Options::read(arguments)),
        "drop-in" => Command::DropIn,
        "e2e" => Command::E2e,
        name => unreachable!("the command `{name}` is not defined"),
    }
}

fn definition() -> clap::Command {
    clap::Command::new("cargo xtask")
        .about("Generate Rust client crates from AWS service models")
        .after_help(HELP)
        .subcommand_required(true)
        .arg_required_else_help(true)
        .subcommands([
            CodegenOptions::command(),
            ImportOptions::command(),
            UpdateOptions::command(),
            DiffOptions::command(),
            OperationsOptions::command(),
            TreeOptions::command(),
            ConformanceOptions::command(),
            SweepOptions::command(),
            VerdictsOptions::command(),
            BenchOptions::command(),
            maintainer::drop_in(),
            maintainer::e2e(),
        ])
}

#[cfg(test)]
mod tests {
    use super::definition;

    #[test]
    fn definition_is_consistent() {
        definition().debug_assert();
    }

    #[test]
    fn help_of_each_command_has_examples_and_exit_codes() {
        for command in definition().get_subcommands() {
            let help = command.clone().render_long_help().to_string();
            for part in ["\n\nExample", &format!("\n  cargo xtask {}", command.get_name()), "\nExit codes:\n"]
            {
                assert!(
                    help.contains(part),
                    "`{part}` is not in the help of {}:\n{help}",
                    command.get_name()
                );
            }
        }
    }
}
