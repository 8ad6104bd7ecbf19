//! Options of `tree`.

use clap::{Arg, ArgGroup, ArgMatches, Command};

use super::Options;
use super::argument::{choice, command, get, krate, model, number, required, source_of, string};
use super::codegen::Overrides;

/// Options of `tree`.
#[derive(Debug)]
pub struct TreeOptions {
    /// Values that override the settings.
    pub overrides: Overrides,
    /// Name of a crate of the settings.
    pub krate: Option<String>,
    /// Root of the tree.
    pub root: TreeRoot,
    /// Maximum number of levels.
    pub depth: Option<usize>,
    /// Format of the tree.
    pub format: TreeFormat,
}

/// Root of a tree.
#[derive(Debug)]
pub enum TreeRoot {
    /// An operation, above the shapes that it uses.
    Operation(String),
    /// A shape, above the shapes and operations that use it.
    UsersOf(String),
}

/// Format of a tree.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TreeFormat {
    /// For terminals.
    Text,
    /// A flowchart of Mermaid.
    Mermaid,
}

impl TreeFormat {
    fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Mermaid => "mermaid",
        }
    }
}

impl Options for TreeOptions {
    fn command(program: &str) -> Command {
        command(
            program,
            "tree",
            "Print the shapes that an operation uses, or the users of a shape",
            "The root is an operation, or with `--invert` a shape. Shapes that occur again are not expanded.",
            &[
                "tree DeleteConnection",
                "tree --invert MacSecKey --depth 3",
                "tree DeleteConnection --format mermaid",
            ],
            "the model has errors, or has no such operation or shape",
        )
        .arg(Arg::new("operation").value_name("OPERATION").help("Operation at the root"))
        .arg(string("invert", "SHAPE", "Print the users of this shape, up to the operations"))
        .group(ArgGroup::new("root").args(["operation", "invert"]).required(true))
        .arg(krate())
        .args(model())
        .arg(number("depth", "N", "Maximum number of levels; 256 when absent"))
        .arg(
            string("format", "FORMAT", "Format of the tree")
                .value_parser(choice([TreeFormat::Text, TreeFormat::Mermaid], TreeFormat::name))
                .default_value("text"),
        )
    }

    fn read(arguments: &ArgMatches) -> Self {
        Self {
            overrides: Overrides { model: source_of(arguments, "model"), ..Overrides::default() },
            krate: get(arguments, "crate"),
            root: match get(arguments, "operation") {
                Some(name) => TreeRoot::Operation(name),
                None => TreeRoot::UsersOf(required(arguments, "invert")),
            },
            depth: get(arguments, "depth"),
            format: required(arguments, "format"),
        }
    }
}
