//! Options of `codegen`.

use std::path::PathBuf;

use clap::{Arg, ArgMatches, Command};

use super::Options;
use super::argument::{all, command, flag, force, get, list, model, path, paths, source_of, string};
use crate::source::ModelSource;

/// Values that override the settings in Cargo.toml.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Overrides {
    /// Source of the model.
    pub model: Option<ModelSource>,
    /// Overlays; those of the settings when empty.
    pub overlays: Vec<PathBuf>,
    /// Operations; those of the settings when empty.
    pub operations: Vec<String>,
    /// Folder of the generated crate.
    pub out: Option<PathBuf>,
    /// Name of the package.
    pub crate_name: Option<String>,
    /// Default protocol of the client.
    pub protocol: Option<String>,
    /// Generates the tests of the model.
    pub protocol_tests: bool,
}

/// Options of `codegen`.
#[derive(Debug, Default)]
pub struct CodegenOptions {
    /// Values that override the settings.
    pub overrides: Overrides,
    /// Names of crates of the settings; all when empty.
    pub names: Vec<String>,
    /// Compares instead of writing.
    pub check: bool,
    /// Overwrites edited files.
    pub force: bool,
    /// Prints the time of the generation.
    pub timings: bool,
}

impl Options for CodegenOptions {
    fn command(program: &str) -> Command {
        command(
            program,
            "codegen",
            "Generate client crates, or check that they are up to date",
            "[workspace.metadata.tinsmith] of the nearest Cargo.toml has the model, its overlays, the operations, the\n\
             output folder, and the folder of the runtime if crates share one; several crates have a table\n\
             [[workspace.metadata.tinsmith.crate]] each. Options override these settings for one run. Settings\n\
             that belong to the model, such as overlays and the name of the crate, do not apply to the model of\n\
             `--model`, whose crate needs a folder with `--out`.\n\n\
             Files in the output folder that are not generated are kept. Generated files that were edited are\n\
             reported, and overwritten only with `--force`.",
            &[
                "codegen",
                "codegen --check",
                "codegen --operations DescribeLags,DescribeTags --out target/lags",
                "codegen --model model/directconnect-2012-10-25.json --operations all --out target/all",
            ],
            "a model has errors, or with `--check` a crate is out of date",
        )
        .arg(
            Arg::new("names")
                .value_name("NAME")
                .num_args(0..)
                .help("Crates of the settings, by the name of the package, or of the output folder if they have no `crate-name`; all when absent"),
        )
        .arg(list("crate", "NAME", "The same as NAME, as in other commands").hide_short_help(true))
        .arg(flag("check", "Write nothing, and fail if the crate is out of date"))
        .arg(force().conflicts_with("check"))
        .args(model())
        .arg(paths("overlay", "FILE", "Overlay to apply; can be repeated"))
        .arg(list("operations", "A,B|all", "Operations to generate"))
        .arg(path("out", "DIR", "Folder of the generated crate"))
        .arg(string("crate-name", "NAME", "Name of the generated package"))
        .arg(string("protocol", "NAME", "Default protocol of the client"))
        .arg(flag("protocol-tests", "Generate the protocol tests of the model"))
        .arg(flag("timings", "Print the time of the generation"))
    }

    fn read(arguments: &ArgMatches) -> Self {
        let overrides = Overrides {
            model: source_of(arguments, "model"),
            overlays: all(arguments, "overlay"),
            operations: all(arguments, "operations"),
            out: get(arguments, "out"),
            crate_name: get(arguments, "crate-name"),
            protocol: get(arguments, "protocol"),
            protocol_tests: arguments.get_flag("protocol-tests"),
        };
        Self {
            overrides,
            names: [all::<String>(arguments, "names"), all(arguments, "crate")].concat(),
            check: arguments.get_flag("check"),
            force: arguments.get_flag("force"),
            timings: arguments.get_flag("timings"),
        }
    }
}
