//! Options of `import`.

use std::path::PathBuf;

use clap::{ArgMatches, Command};

use super::Options;
use super::argument::{command, flag, get, path, required_source, service, source};
use crate::source::ModelSource;

/// Options of `import`.
#[derive(Debug)]
pub struct ImportOptions {
    /// Source of the model.
    pub source: ModelSource,
    /// File to write, compressed by gzip if it ends in `.gz`; standard output when absent.
    pub output: Option<PathBuf>,
    /// Keeps documentation and examples.
    pub keep_docs: bool,
}

impl Options for ImportOptions {
    fn command(program: &str) -> Command {
        command(
            program,
            "import",
            "Convert a model to canonical Smithy JSON AST",
            "The result has every fact that a generated crate depends on, and one order of shapes and traits, so\n\
             that two versions of a model can be compared line by line. Documentation and examples are dropped.",
            &[
                "import botocore-1.44.8-py3-none-any.whl --service directconnect -o model.json",
                "import botocore/data/directconnect -o model.json.gz",
                "import model.json --keep-docs > canonical.json",
            ],
            "the model has errors",
        )
        .arg(source("source", "SOURCE", "Model"))
        .arg(service())
        .arg(
            path("output", "FILE", "File to write, as gzip if it ends in `.gz`; standard output when absent")
                .short('o'),
        )
        .arg(flag("keep-docs", "Keep documentation and examples"))
    }

    fn read(arguments: &ArgMatches) -> Self {
        Self {
            source: required_source(arguments, "source"),
            output: get(arguments, "output"),
            keep_docs: arguments.get_flag("keep-docs"),
        }
    }
}
