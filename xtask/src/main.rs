//! The command line of tinsmith: `cargo xtask codegen` and its siblings.
//!
//! Exit codes: 0 done, 1 the check or the model failed, 2 usage.

use std::path::PathBuf;
use std::process::ExitCode;

mod api;
mod bench;
mod cli;
mod codegen;
mod conformance;
mod diff;
mod drop_in;
mod e2e;
mod import;
mod operations;
mod runtime;
mod settings;
mod sweep;
mod terminal;
mod tree;
mod update;
mod verdicts;

/// Why a command did not succeed; the text is for people.
#[derive(Debug)]
pub(crate) struct Failure(String);

impl<E: std::fmt::Display> From<E> for Failure {
    fn from(error: E) -> Self {
        Self(error.to_string())
    }
}

fn main() -> ExitCode {
    let matches = cli::command().get_matches();
    let outcome = match matches.subcommand() {
        Some(("bench", arguments)) => match arguments.get_one::<PathBuf>("api") {
            Some(list) => api::run(list),
            None => {
                let parts = arguments.get_many::<String>("parts").unwrap_or_default();
                bench::run(&parts.map(String::as_str).collect::<Vec<_>>())
            }
        },
        Some(("codegen", arguments)) => codegen::run(arguments),
        Some(("conformance", arguments)) => conformance::run(arguments),
        Some(("diff", arguments)) => diff::run(arguments),
        Some(("drop-in", _)) => drop_in::run(),
        Some(("e2e", _)) => e2e::run(),
        Some(("import", arguments)) => import::run(arguments),
        Some(("operations", arguments)) => operations::run(arguments),
        Some(("sweep", arguments)) => sweep::run(arguments),
        Some(("tree", arguments)) => tree::run(arguments),
        Some(("update", arguments)) => update::run(arguments),
        Some(("verdicts", arguments)) => verdicts::run(arguments),
        _ => unreachable!("clap asks for a subcommand and knows only those above"),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(Failure(text)) => {
            eprintln!("{text}");
            ExitCode::from(1)
        }
    }
}
