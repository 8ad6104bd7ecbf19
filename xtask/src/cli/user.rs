//! Commands of users: they work on the model and the crate of a workspace.

use std::path::PathBuf;

use clap::{Arg, ArgGroup, ArgMatches, Command};
use tinsmith::diff::Class;

use super::Options;
use super::argument::{
    all, choice, command, flag, get, list, number, path, paths, positional, required, string,
};

/// Values that override settings of `[workspace.metadata.tinsmith]`.
#[derive(Debug, Default)]
pub(crate) struct Overrides {
    /// File or folder of the model.
    pub(crate) model: Option<PathBuf>,
    /// Overlays; those of the settings when empty.
    pub(crate) overlays: Vec<PathBuf>,
    /// Operations; those of the settings when empty.
    pub(crate) operations: Vec<String>,
    /// Folder of the generated crate.
    pub(crate) out: Option<PathBuf>,
    /// Name of the package.
    pub(crate) crate_name: Option<String>,
    /// Default protocol of the client.
    pub(crate) protocol: Option<String>,
    /// Generates the tests of the model.
    pub(crate) protocol_tests: bool,
}

/// Options of `codegen`.
#[derive(Debug, Default)]
pub(crate) struct CodegenOptions {
    pub(crate) overrides: Overrides,
    /// Compares instead of writing.
    pub(crate) check: bool,
    /// Overwrites edited files.
    pub(crate) force: bool,
    /// Prints the time of the generation.
    pub(crate) timings: bool,
}

impl Options for CodegenOptions {
    fn command() -> Command {
        command(
            "codegen",
            "Generate the client crate, or check that it is up to date",
            "[workspace.metadata.tinsmith] of Cargo.toml has the model, its overlays, the operations, the output\n\
             folder, and the folder of the runtime if crates share one. Options override these settings for one\n\
             run. Settings that belong to the model, such as overlays and the name of the crate, do not apply to\n\
             the model of `--model`.\n\n\
             Files in the output folder that are not generated are kept. Generated files that were edited are\n\
             reported, and overwritten only with `--force`.",
            &[
                "codegen",
                "codegen --check",
                "codegen --operations DescribeLags,DescribeTags --out target/lags",
                "codegen --model model/directconnect-2012-10-25.json --operations all --out target/all",
            ],
            "the model has errors, or with `--check` the crate is out of date",
        )
        .arg(flag("check", "Write nothing, and fail if the crate is out of date"))
        .arg(force().conflicts_with("check"))
        .arg(model())
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
            model: get(arguments, "model"),
            overlays: all(arguments, "overlay"),
            operations: all(arguments, "operations"),
            out: get(arguments, "out"),
            crate_name: get(arguments, "crate-name"),
            protocol: get(arguments, "protocol"),
            protocol_tests: arguments.get_flag("protocol-tests"),
        };
        Self {
            overrides,
            check: arguments.get_flag("check"),
            force: arguments.get_flag("force"),
            timings: arguments.get_flag("timings"),
        }
    }
}

/// Options of `import`.
#[derive(Debug)]
pub(crate) struct ImportOptions {
    /// File or folder of the model.
    pub(crate) source: PathBuf,
    /// File to write; standard output when absent.
    pub(crate) output: Option<PathBuf>,
    /// Keeps documentation and examples.
    pub(crate) keep_docs: bool,
}

impl Options for ImportOptions {
    fn command() -> Command {
        command(
            "import",
            "Convert a model to canonical Smithy JSON AST",
            "The result has every fact that a generated crate depends on, and one order of shapes and traits, so\n\
             that two versions of a model can be compared line by line. Documentation and examples are dropped.",
            &[
                "import botocore/data/directconnect/2012-10-25 -o model.json",
                "import model.json --keep-docs > canonical.json",
            ],
            "the model has errors",
        )
        .arg(positional("source", "SOURCE", "Smithy JSON AST, or a botocore folder of one API version"))
        .arg(path("output", "FILE", "File to write; standard output when absent").short('o'))
        .arg(flag("keep-docs", "Keep documentation and examples"))
    }

    fn read(arguments: &ArgMatches) -> Self {
        Self {
            source: required(arguments, "source"),
            output: get(arguments, "output"),
            keep_docs: arguments.get_flag("keep-docs"),
        }
    }
}

/// Options of `update`.
#[derive(Debug)]
pub(crate) struct UpdateOptions {
    /// File or folder of the newer model.
    pub(crate) source: PathBuf,
    /// Prints the changes and writes nothing.
    pub(crate) dry_run: bool,
    /// Overwrites edited files.
    pub(crate) force: bool,
}

impl Options for UpdateOptions {
    fn command() -> Command {
        command(
            "update",
            "Replace the model by a newer version, and regenerate the crate",
            "The command prints the changes for users of the crate, replaces the model of\n\
             [workspace.metadata.tinsmith], regenerates the crate, bumps `crate-version` according to the changes,\n\
             and adds an entry to CHANGELOG.md of the crate. All files change in one step.",
            &[
                "update botocore/data/directconnect/2012-10-25 --dry-run",
                "update botocore/data/directconnect/2012-10-25",
            ],
            "a model has errors, or an overlay does not apply to the newer model",
        )
        .arg(positional("source", "SOURCE", "Smithy JSON AST, or a botocore folder of one API version"))
        .arg(flag("dry-run", "Print the changes, and write nothing"))
        .arg(force())
    }

    fn read(arguments: &ArgMatches) -> Self {
        Self {
            source: required(arguments, "source"),
            dry_run: arguments.get_flag("dry-run"),
            force: arguments.get_flag("force"),
        }
    }
}

/// Options of `diff`.
#[derive(Debug)]
pub(crate) struct DiffOptions {
    /// File or folder of the old model.
    pub(crate) old: PathBuf,
    /// File or folder of the new model.
    pub(crate) new: PathBuf,
    pub(crate) format: DiffFormat,
    /// Operations to compare; all when empty.
    pub(crate) operations: Vec<String>,
    /// Overlays of both models.
    pub(crate) overlays: Vec<PathBuf>,
    /// Overlays of the old model, applied after those of both.
    pub(crate) old_overlays: Vec<PathBuf>,
    /// Overlays of the new model, applied after those of both.
    pub(crate) new_overlays: Vec<PathBuf>,
    /// Classes of changes that fail the command.
    pub(crate) deny: Vec<Class>,
}

/// Format of changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum DiffFormat {
    Text,
    Json,
    Markdown,
}

impl DiffFormat {
    fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Json => "json",
            Self::Markdown => "markdown",
        }
    }
}

impl Options for DiffOptions {
    fn command() -> Command {
        command(
            "diff",
            "Compare two models, and print the changes for users of the crate",
            "Each change is breaking, additive, of behaviour or of documentation, and the report ends with the\n\
             version step that the changes require. The models can have different formats. codegen/DIFF.md\n\
             documents the kinds of changes and the JSON format.",
            &["diff old.json new.json", "diff old.json new.json --deny breaking --format markdown"],
            "a model has errors, or there is a change of a denied class",
        )
        .arg(positional("old", "OLD", "Old model: Smithy JSON AST, or a botocore folder of one API version"))
        .arg(positional("new", "NEW", "New model, of either format"))
        .arg(
            string("format", "FORMAT", "Format of the changes")
                .value_parser(choice(
                    [DiffFormat::Text, DiffFormat::Json, DiffFormat::Markdown],
                    DiffFormat::name,
                ))
                .default_value("text"),
        )
        .arg(list("operations", "A,B|all", "Operations to compare; all when absent"))
        .arg(paths("overlay", "FILE", "Overlay of both models; can be repeated"))
        .arg(paths("old-overlay", "FILE", "Overlay of OLD, applied after those of both"))
        .arg(paths("new-overlay", "FILE", "Overlay of NEW, applied after those of both"))
        .arg(
            list("deny", "CLASS", "Fail if there is a change of this class")
                .value_parser(choice(Class::ALL, Class::name)),
        )
    }

    fn read(arguments: &ArgMatches) -> Self {
        Self {
            old: required(arguments, "old"),
            new: required(arguments, "new"),
            format: required(arguments, "format"),
            operations: all(arguments, "operations"),
            overlays: all(arguments, "overlay"),
            old_overlays: all(arguments, "old-overlay"),
            new_overlays: all(arguments, "new-overlay"),
            deny: all(arguments, "deny"),
        }
    }
}

/// Options of `operations`.
#[derive(Debug)]
pub(crate) struct OperationsOptions {
    pub(crate) overrides: Overrides,
}

impl Options for OperationsOptions {
    fn command() -> Command {
        command(
            "operations",
            "List the operations of the model",
            "Selected operations have a mark. The columns are the number of shapes that an operation uses, its\n\
             paginator, its waiters, and the first sentence of its documentation.",
            &["operations", "operations --model botocore/data/sqs/2012-11-05"],
            "the model has errors",
        )
        .arg(model())
    }

    fn read(arguments: &ArgMatches) -> Self {
        Self { overrides: Overrides { model: get(arguments, "model"), ..Overrides::default() } }
    }
}

/// Options of `tree`.
#[derive(Debug)]
pub(crate) struct TreeOptions {
    pub(crate) overrides: Overrides,
    pub(crate) root: TreeRoot,
    /// Maximum number of levels.
    pub(crate) depth: Option<usize>,
    pub(crate) format: TreeFormat,
}

/// Root of a tree.
#[derive(Debug)]
pub(crate) enum TreeRoot {
    /// An operation, above the shapes that it uses.
    Operation(String),
    /// A shape, above the shapes and operations that use it.
    UsersOf(String),
}

/// Format of a tree.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum TreeFormat {
    Text,
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
    fn command() -> Command {
        command(
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
        .arg(model())
        .arg(number("depth", "N", "Maximum number of levels; 256 when absent"))
        .arg(
            string("format", "FORMAT", "Format of the tree")
                .value_parser(choice([TreeFormat::Text, TreeFormat::Mermaid], TreeFormat::name))
                .default_value("text"),
        )
    }

    fn read(arguments: &ArgMatches) -> Self {
        Self {
            overrides: Overrides { model: get(arguments, "model"), ..Overrides::default() },
            root: match get(arguments, "operation") {
                Some(name) => TreeRoot::Operation(name),
                None => TreeRoot::UsersOf(required(arguments, "invert")),
            },
            depth: get(arguments, "depth"),
            format: required(arguments, "format"),
        }
    }
}

fn model() -> Arg {
    path("model", "FILE", "Model: Smithy JSON AST, or a botocore folder of one API version")
}

fn force() -> Arg {
    flag("force", "Overwrite generated files that were edited")
}
