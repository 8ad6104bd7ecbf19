//! Options of `init`.

use std::path::PathBuf;

use clap::{ArgMatches, Command};

use super::Options;
use super::argument::{all, command, flag, get, list, path, required_source, service, source, string};
use crate::source::ModelSource;

/// Options of `init`.
#[derive(Debug)]
pub struct InitOptions {
    /// Source of the model.
    pub source: ModelSource,
    /// Operations to generate.
    pub operations: Vec<String>,
    /// Folder of the generated crate; below `clients` when absent.
    pub out: Option<PathBuf>,
    /// Name of the package.
    pub crate_name: Option<String>,
    /// Default protocol of the client.
    pub protocol: Option<String>,
    /// Imports the model without documentation and examples.
    pub drop_docs: bool,
}

impl Options for InitOptions {
    fn command(program: &str) -> Command {
        command(
            program,
            "init",
            "Add a client crate to the project of the current folder",
            "The command imports the model to models/ with its documentation, generates the crate, writes its\n\
             settings to the nearest Cargo.toml, and prints the dependency to paste. Call it again for each further\n\
             service; the crates share one runtime. `update` keeps documentation if the model has it.",
            &[
                "init botocore-1.44.8-py3-none-any.whl --service sqs --operations SendMessage,ReceiveMessage",
                "init model.json --operations all --out clients/orders",
            ],
            "the model has errors, or there is no Cargo.toml",
        )
        .arg(source("source", "SOURCE", "Model"))
        .arg(service())
        .arg(list("operations", "A,B|all", "Operations to generate").required(true))
        .arg(path("out", "DIR", "Folder of the generated crate; clients/NAME when absent"))
        .arg(string("crate-name", "NAME", "Name of the generated package"))
        .arg(string("protocol", "NAME", "Default protocol of the client"))
        .arg(flag("drop-docs", "Import the model without documentation and examples"))
    }

    fn read(arguments: &ArgMatches) -> Self {
        Self {
            source: required_source(arguments, "source"),
            operations: all(arguments, "operations"),
            out: get(arguments, "out"),
            crate_name: get(arguments, "crate-name"),
            protocol: get(arguments, "protocol"),
            drop_docs: arguments.get_flag("drop-docs"),
        }
    }
}
