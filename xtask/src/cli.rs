//! The command line: the commands of `cargo tinsmith`, and those of maintainers.

use clap::ArgMatches;

mod maintainer;

pub(crate) use maintainer::{
    BenchOptions, ConformanceOptions, DropInOptions, FaultsOptions, SweepOptions, VerdictsOptions,
};

use cargo_tinsmith::EXIT_CODES;
use cargo_tinsmith::options::Options;

/// Start of the command line, in help and messages.
pub(crate) const PROGRAM: &str = "cargo xtask";

/// A command of maintainers with its options.
pub(crate) enum Command {
    Conformance(ConformanceOptions),
    Sweep(SweepOptions),
    Verdicts(VerdictsOptions),
    Bench(BenchOptions),
    DropIn(DropInOptions),
    Faults(FaultsOptions),
    E2e,
}

impl Command {
    /// Reads the options of a command from its arguments.
    pub(crate) fn read(name: &str, arguments: &ArgMatches) -> Self {
        match name {
            "conformance" => Self::Conformance(Options::read(arguments)),
            "sweep" => Self::Sweep(Options::read(arguments)),
            "verdicts" => Self::Verdicts(Options::read(arguments)),
            "bench" => Self::Bench(Options::read(arguments)),
            "drop-in" => Self::DropIn(Options::read(arguments)),
            "faults" => Self::Faults(Options::read(arguments)),
            "e2e" => Self::E2e,
            name => unreachable!("the command `{name}` is not defined"),
        }
    }
}

/// Defines the command line. Invalid usage ends the process with exit code 2.
pub(crate) fn definition() -> clap::Command {
    clap::Command::new(PROGRAM)
        .bin_name(PROGRAM)
        .about("Generate Rust client crates from AWS service models")
        .after_help(EXIT_CODES)
        .subcommand_required(true)
        .arg_required_else_help(true)
        .subcommands(cargo_tinsmith::commands(PROGRAM))
        .subcommands([
            ConformanceOptions::command(PROGRAM),
            SweepOptions::command(PROGRAM),
            VerdictsOptions::command(PROGRAM),
            BenchOptions::command(PROGRAM),
            DropInOptions::command(PROGRAM),
            FaultsOptions::command(PROGRAM),
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
