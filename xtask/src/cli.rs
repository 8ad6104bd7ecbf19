//! What may be typed.

use clap::{Arg, ArgAction, ArgGroup, Command, builder::PossibleValuesParser, value_parser};
use std::path::PathBuf;

/// The whole command line.
pub(crate) fn command() -> Command {
    Command::new("cargo xtask")
        .about("Generates Rust client crates from AWS service models")
        .subcommand_required(true)
        .arg_required_else_help(true)
        .subcommand(codegen())
        .subcommand(conformance())
        .subcommand(diff())
        .subcommand(import())
        .subcommand(operations())
        .subcommand(sweep())
        .subcommand(tree())
        .subcommand(update())
        .subcommand(verdicts())
        .subcommand(bench())
        .subcommand(drop_in())
        .subcommand(e2e())
}

fn codegen() -> Command {
    Command::new("codegen")
        .about(
            "Generate the client crate; without flags, as [workspace.metadata.tinsmith] of Cargo.toml says",
        )
        .arg(flag("check", "Write nothing; fail if the crate is not what would be generated"))
        .arg(force().conflicts_with("check"))
        .arg(model())
        .arg(
            path("overlay", "FILE", "Overlay to apply; may be given several times").action(ArgAction::Append),
        )
        .arg(text("operations", "A,B|all", "Operations to generate").value_delimiter(','))
        .arg(path("out", "DIR", "Folder of the generated crate"))
        .arg(text("crate-name", "NAME", "Name of the generated package"))
        .arg(text("protocol", "NAME", "Protocol that the client speaks by default"))
        .arg(flag("protocol-tests", "Generate the tests that the model carries"))
        .arg(flag("timings", "Print how long each stage took"))
}

fn conformance() -> Command {
    Command::new("conformance")
        .about("Generate from models that carry protocol or endpoint tests, and run these tests")
        .arg(
            Arg::new("files")
                .value_name("FILE")
                .help("Smithy JSON AST, or a protocol test file of botocore's")
                .required(true)
                .num_args(1..)
                .value_parser(value_parser!(PathBuf)),
        )
}

fn diff() -> Command {
    Command::new("diff")
        .about("Compare two models: what changes for those who use the crate, and what version that asks for")
        .arg(positional("old", "OLD", "The model before: a file, or a botocore folder"))
        .arg(positional("new", "NEW", "The model after, in either format"))
        .arg(
            text("format", "FORMAT", "How to print the changes")
                .value_parser(["text", "json", "markdown"])
                .default_value("text"),
        )
        .arg(text("operations", "A,B|all", "Operations to compare; all when absent").value_delimiter(','))
        .arg(path("overlay", "FILE", "Overlay to apply to both").action(ArgAction::Append))
        .arg(
            path("old-overlay", "FILE", "Overlay to apply to OLD, behind those for both")
                .action(ArgAction::Append),
        )
        .arg(
            path("new-overlay", "FILE", "Overlay to apply to NEW, behind those for both")
                .action(ArgAction::Append),
        )
        .arg(
            text("deny", "CLASS", "Exit with 1 when there is a change of this class")
                .value_parser(["breaking", "additive", "behaviour", "documentation"])
                .value_delimiter(',')
                .action(ArgAction::Append),
        )
}

fn import() -> Command {
    Command::new("import")
        .about("Turn a botocore service folder or a Smithy JSON AST into canonical Smithy JSON AST")
        .arg(
            Arg::new("source")
                .value_name("SOURCE")
                .help("Folder of one API version in botocore, or a file")
                .required(true)
                .value_parser(value_parser!(PathBuf)),
        )
        .arg(path("output", "FILE", "Where to write; standard output when absent").short('o'))
        .arg(flag("keep-docs", "Keep documentation and examples"))
}

fn operations() -> Command {
    Command::new("operations")
        .about("List the operations of the model; selected ones are marked")
        .arg(model())
}

fn tree() -> Command {
    Command::new("tree")
        .about("Show the shapes that an operation pulls in, or the operations that reach a shape")
        .arg(Arg::new("operation").value_name("OPERATION").help("Name of an operation"))
        .arg(text("invert", "SHAPE", "Show who uses this shape instead, up to the operations"))
        .group(ArgGroup::new("root").args(["operation", "invert"]).required(true))
        .arg(model())
        .arg(
            text("depth", "N", "Show no more than N levels; 256 when absent")
                .value_parser(value_parser!(usize)),
        )
        .arg(
            text("format", "FORMAT", "How to print the tree")
                .value_parser(["text", "mermaid"])
                .default_value("text"),
        )
}

fn update() -> Command {
    Command::new("update")
        .about("Replace the model of [workspace.metadata.tinsmith] by a newer one, and everything that follows from it")
        .arg(positional("source", "SOURCE", "Folder of one API version in botocore, or a Smithy JSON AST"))
        .arg(flag("dry-run", "Show what would change, and write nothing"))
        .arg(force())
}

fn force() -> Arg {
    flag("force", "Overwrite generated files that were edited by hand")
}

fn sweep() -> Command {
    Command::new("sweep")
        .about("Generate every model below a folder, in memory; print figures and failures")
        .arg(
            Arg::new("folder")
                .value_name("DIR")
                .help("Folder with botocore's service folders, Smithy JSON ASTs, or both")
                .required(true)
                .value_parser(value_parser!(PathBuf)),
        )
        .arg(
            text("compile", "N", "Compile N of the crates too, large and small, with warnings as errors")
                .value_parser(value_parser!(usize)),
        )
        .arg(flag("twice", "Generate each crate again from the model's import, and compare"))
        .arg(text("protocol", "NAME", "Protocol of every crate, whatever the models list"))
        .arg(flag("unoptimized", "Use a debug build of the generator, which starts sooner and runs slower"))
}

fn verdicts() -> Command {
    Command::new("verdicts")
        .about("Compare what `diff` says of many services with what judges say who know nothing of models")
        .arg(positional("old", "OLD", "The models before: botocore, or a folder of Smithy JSON ASTs"))
        .arg(positional("new", "NEW", "The models after"))
        .arg(
            Arg::new("services")
                .value_name("SERVICE")
                .help("Services to compare; all that differ when absent")
                .num_args(0..),
        )
        .arg(text("operations", "A,B", "Operations to compare; all when absent"))
        .arg(path("semver-checks", "PROGRAM", "cargo-semver-checks, where it is not in the PATH"))
        .arg(text("features", "A,B", "Features of the crates that are compared; `client,serde` when absent"))
        .arg(flag("unoptimized", "Use a debug build, which starts sooner and runs slower"))
}

fn drop_in() -> Command {
    Command::new("drop-in")
        .about("Run one program on the official SDK crates and on generated ones, and compare what it does")
}

fn e2e() -> Command {
    Command::new("e2e")
        .about("Run the generated crate against moto, a mock of AWS; needs Python 3 and, once, PyPI")
}

fn bench() -> Command {
    Command::new("bench")
        .about("Measure what the generated crate and the generator cost, beside the official SDK crate")
        .arg(
            Arg::new("parts")
                .value_name("PART")
                .help(
                    "What to measure; without it everything, and the figures of the repository are replaced",
                )
                .num_args(0..)
                .value_parser(PossibleValuesParser::new(crate::bench::parts())),
        )
        .arg(
            path("api", "LIST", "Compare public items with a list of the official crate's instead")
                .conflicts_with("parts"),
        )
}

fn model() -> Arg {
    path("model", "FILE", "Smithy JSON AST, or botocore folder")
}

fn positional(name: &'static str, value: &'static str, help: &'static str) -> Arg {
    Arg::new(name).value_name(value).help(help).required(true).value_parser(value_parser!(PathBuf))
}

fn flag(name: &'static str, help: &'static str) -> Arg {
    Arg::new(name).long(name).help(help).action(ArgAction::SetTrue)
}

fn text(name: &'static str, value: &'static str, help: &'static str) -> Arg {
    Arg::new(name).long(name).value_name(value).help(help)
}

fn path(name: &'static str, value: &'static str, help: &'static str) -> Arg {
    text(name, value, help).value_parser(value_parser!(PathBuf))
}
