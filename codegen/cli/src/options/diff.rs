//! Options of `diff`.

use std::path::PathBuf;

use clap::{ArgMatches, Command};
use tinsmith::diff::Class;

use super::Options;
use super::argument::{
    all, choice, command, list, list_of, paths, required, required_source, service, source, string,
};
use crate::source::ModelSource;

/// Options of `diff`.
#[derive(Debug)]
pub struct DiffOptions {
    /// Source of the old model.
    pub old: ModelSource,
    /// Source of the new model.
    pub new: ModelSource,
    /// Format of the changes.
    pub format: DiffFormat,
    /// Operations to compare; all when empty.
    pub operations: Vec<String>,
    /// Overlays of both models.
    pub overlays: Vec<PathBuf>,
    /// Overlays of the old model, applied after those of both.
    pub old_overlays: Vec<PathBuf>,
    /// Overlays of the new model, applied after those of both.
    pub new_overlays: Vec<PathBuf>,
    /// Classes of changes that fail the command.
    pub deny: Vec<Class>,
}

/// Format of changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DiffFormat {
    /// For terminals.
    Text,
    /// For programs.
    Json,
    /// For change logs.
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
    fn command(program: &str) -> Command {
        command(
            program,
            "diff",
            "Compare two models, and print the changes for users of the crate",
            "Each change is breaking, additive, of behaviour or of documentation, and the report ends with the\n\
             version step that the changes require. The models can have different formats.\n\
             `--format json` is for programs: it has the class, kind and subject of each change.",
            &[
                "diff old.json new.json",
                "diff botocore-1.43.11-py3-none-any.whl botocore-1.44.8-py3-none-any.whl --service sqs",
                "diff old.json new.json --deny breaking --format markdown",
            ],
            "a model has errors, or there is a change of a denied class",
        )
        .arg(source("old", "OLD", "Old model"))
        .arg(source("new", "NEW", "New model"))
        .arg(service())
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
        .arg(list_of(
            "deny",
            "CLASS",
            "Fail if there is a change of this class",
            choice(Class::ALL, Class::name),
        ))
    }

    fn read(arguments: &ArgMatches) -> Self {
        Self {
            old: required_source(arguments, "old"),
            new: required_source(arguments, "new"),
            format: required(arguments, "format"),
            operations: all(arguments, "operations"),
            overlays: all(arguments, "overlay"),
            old_overlays: all(arguments, "old-overlay"),
            new_overlays: all(arguments, "new-overlay"),
            deny: all(arguments, "deny"),
        }
    }
}
