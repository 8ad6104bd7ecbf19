//! `cargo xtask`: the commands of the generator, and those of its maintainers.
//!
//! Exit codes: 0 success, 1 a check or a model failed, 2 invalid usage.

use std::process::ExitCode;

use xtask_common::Failure;

mod api_parity;
mod bench;
mod cli;
mod compat;
mod conformance;
mod e2e;
mod faults;
mod generate;
mod sweep;
mod tool;
mod verdicts;

use cli::{BenchOptions, Command, PROGRAM};

fn main() -> ExitCode {
    let matches = cli::definition().get_matches();
    let (name, arguments) = matches.subcommand().expect("a command is required");
    let outcome = match cargo_tinsmith::run(PROGRAM, name, arguments) {
        Some(outcome) => outcome.map_err(Failure::from),
        None => run(Command::read(name, arguments)),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(Failure(message)) => {
            cargo_tinsmith::print_error(&message);
            ExitCode::from(1)
        }
    }
}

fn run(command: Command) -> Result<(), Failure> {
    match command {
        Command::Conformance(options) => conformance::run(&options),
        Command::Sweep(options) => sweep::run(&options),
        Command::Verdicts(options) => verdicts::run(&options),
        Command::Bench(BenchOptions::Parts(parts)) => bench::run(&parts),
        Command::Bench(BenchOptions::Api(options)) => api_parity::run(&options),
        Command::DropIn(options) => compat::run(&options),
        Command::Faults(options) => faults::run(&options),
        Command::E2e => e2e::run(),
    }
}
