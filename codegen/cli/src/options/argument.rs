//! Definition and reading of arguments.

#![allow(clippy::must_use_candidate, reason = "each returns a part of a definition, or a value of one")]

use std::ffi::OsStr;
use std::path::PathBuf;

use clap::builder::{NonEmptyStringValueParser, PossibleValue, PossibleValuesParser, TypedValueParser};
use clap::{Arg, ArgAction, ArgMatches, Command, Error, value_parser};

use crate::source::ModelSource;

/// Defines a command with a one-line description, a paragraph, examples, and the meaning of exit code 1.
pub fn command(
    program: &str,
    name: &'static str,
    about: &'static str,
    description: &'static str,
    examples: &[&str],
    failure: &str,
) -> Command {
    let title = if examples.len() == 1 { "Example" } else { "Examples" };
    let examples: Vec<_> = examples.iter().map(|example| format!("  {program} {example}")).collect();
    let exit_codes = format!("Exit codes:\n  0  success\n  1  {failure}\n  2  invalid usage");
    Command::new(name)
        .about(about)
        .long_about(format!("{about}\n\n{description}"))
        .after_long_help(format!("{title}:\n{}\n\n{exit_codes}", examples.join("\n")))
}

/// Defines a required path without a flag.
pub fn positional(name: &'static str, value: &'static str, help: &'static str) -> Arg {
    Arg::new(name).value_name(value).help(help).required(true).value_parser(value_parser!(PathBuf))
}

/// Defines a flag without a value.
pub fn flag(name: &'static str, help: &'static str) -> Arg {
    Arg::new(name).long(name).help(help).action(ArgAction::SetTrue)
}

/// Defines a flag with a string.
pub fn string(name: &'static str, value: &'static str, help: &'static str) -> Arg {
    Arg::new(name).long(name).value_name(value).help(help)
}

/// Defines a flag with strings, separated by commas and optional spaces.
pub fn list(name: &'static str, value: &'static str, help: &'static str) -> Arg {
    list_of(name, value, help, NonEmptyStringValueParser::new())
}

/// Defines a flag with values of a parser, separated by commas and optional spaces.
pub fn list_of<P>(name: &'static str, value: &'static str, help: &'static str, parser: P) -> Arg
where
    P: TypedValueParser<Value: Clone + Send + Sync>,
{
    string(name, value, help).value_delimiter(',').action(ArgAction::Append).value_parser(Trimmed(parser))
}

/// A parser of values without the spaces around them.
#[derive(Clone)]
struct Trimmed<P>(P);

impl<P: TypedValueParser> TypedValueParser for Trimmed<P> {
    type Value = P::Value;

    fn parse_ref(&self, command: &Command, arg: Option<&Arg>, value: &OsStr) -> Result<P::Value, Error> {
        let value = value.to_str().map_or(value, |text| text.trim().as_ref());
        self.0.parse_ref(command, arg, value)
    }

    fn possible_values(&self) -> Option<Box<dyn Iterator<Item = PossibleValue> + '_>> {
        self.0.possible_values()
    }
}

/// Defines a flag with a path.
pub fn path(name: &'static str, value: &'static str, help: &'static str) -> Arg {
    string(name, value, help).value_parser(value_parser!(PathBuf))
}

/// Defines a flag with a path, which can be repeated.
pub fn paths(name: &'static str, value: &'static str, help: &'static str) -> Arg {
    path(name, value, help).action(ArgAction::Append)
}

/// Defines a flag with a number.
pub fn number(name: &'static str, value: &'static str, help: &'static str) -> Arg {
    string(name, value, help).value_parser(value_parser!(usize))
}

/// Returns a parser of the names of `values`.
///
/// # Panics
///
/// Never: the parser accepts the names of values only.
pub fn choice<T, const N: usize>(
    values: [T; N],
    name: fn(T) -> &'static str,
) -> impl TypedValueParser<Value = T>
where
    T: Copy + Send + Sync + 'static,
{
    PossibleValuesParser::new(values.map(name)).map(move |chosen| {
        let value = values.into_iter().find(|value| name(*value) == chosen);
        value.expect("the parser accepts the names of values only")
    })
}

/// Reads an optional argument.
pub fn get<T: Clone + Send + Sync + 'static>(arguments: &ArgMatches, name: &str) -> Option<T> {
    arguments.get_one::<T>(name).cloned()
}

/// Reads an argument that is required or has a default.
///
/// # Panics
///
/// If the argument is defined without either.
pub fn required<T: Clone + Send + Sync + 'static>(arguments: &ArgMatches, name: &str) -> T {
    get(arguments, name).expect("the argument is required or has a default")
}

/// Reads the values of an argument; none when it is absent.
pub fn all<T: Clone + Send + Sync + 'static>(arguments: &ArgMatches, name: &str) -> Vec<T> {
    arguments.get_many::<T>(name).into_iter().flatten().cloned().collect()
}

/// Defines a required argument without a flag, which is one of `values`.
pub fn positional_choice<T, const N: usize>(
    name: &'static str,
    value: &'static str,
    help: &'static str,
    values: [T; N],
    value_name: fn(T) -> &'static str,
) -> Arg
where
    T: Copy + Send + Sync + 'static,
{
    Arg::new(name).value_name(value).help(help).required(true).value_parser(choice(values, value_name))
}

/// Sources of models, for the help of arguments.
const SOURCES: &str = "\
a Smithy JSON AST; botocore as a wheel, an sdist or a folder, which may be
its `data`, a service or an API version; or `-` for standard input. Files may be compressed by gzip";

/// Defines the required argument for a model.
pub(super) fn source(name: &'static str, value: &'static str, description: &str) -> Arg {
    positional(name, value, "")
        .help(format!("{description}: file, folder, botocore wheel or sdist, or `-`"))
        .long_help(format!("{description}: {SOURCES}"))
}

/// Defines the arguments of commands that read a model of the settings, or another one.
pub(super) fn model() -> [Arg; 2] {
    let model = path("model", "SOURCE", "Model: file, folder, botocore wheel or sdist, or `-`");
    [model.long_help(format!("Model: {SOURCES}")), service().requires("model")]
}

/// Defines the argument that chooses one of several services.
pub(super) fn service() -> Arg {
    string("service", "NAME", "Service, if the source has several: its folder in botocore, or its shape")
}

/// Reads the source from the argument `name`.
pub(super) fn source_of(arguments: &ArgMatches, name: &str) -> Option<ModelSource> {
    let path = get(arguments, name)?;
    Some(ModelSource { path, service: get(arguments, "service") })
}

/// Reads the source from the required argument `name`.
pub(super) fn required_source(arguments: &ArgMatches, name: &str) -> ModelSource {
    ModelSource { path: required(arguments, name), service: get(arguments, "service") }
}

/// Defines the argument of commands that write a crate.
pub(super) fn force() -> Arg {
    flag("force", "Overwrite generated files that were edited")
}

/// Defines the argument that chooses one of several crates.
pub(super) fn krate() -> Arg {
    string("crate", "NAME", "Crate of the settings, if there are several")
}
