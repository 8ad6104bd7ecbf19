//! `cargo xtask`: the commands of the generator, and those of its maintainers.
//!
//! Exit codes: 0 success, 1 a check or a model failed, 2 invalid usage.

use std::process::ExitCode;

use xtask_common::Failure;

mod api_parity;
mod bench;
mod cli;
mod codegen;
mod compat;
mod conformance;
mod diff;
mod e2e;
mod import;
mod operations;
mod runtime;
mod settings;
mod sweep;
mod terminal;
mod tool;
mod tree;
mod update;
mod verdicts;

use cli::{BenchOptions, Command};

fn main() -> ExitCode {
    match run(cli::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(Failure(message)) => {
            eprintln!("{message}");
            ExitCode::from(1)
        }
    }
}

fn run(command: Command) -> Result<(), Failure> {
    match command {
        Command::Codegen(options) => codegen::run(&options),
        Command::Import(options) => import::run(&options),
        Command::Update(options) => update::run(&options),
        Command::Diff(options) => diff::run(&options),
        Command::Operations(options) => operations::run(&options),
        Command::Tree(options) => tree::run(&options),
        Command::Conformance(options) => conformance::run(&options),
        Command::Sweep(options) => sweep::run(&options),
        Command::Verdicts(options) => verdicts::run(&options),
        Command::Bench(BenchOptions::Parts(parts)) => bench::run(&parts),
        Command::Bench(BenchOptions::Api(list)) => api_parity::run(&list),
        Command::DropIn => compat::run(),
        Command::E2e => e2e::run(),
    }
}
