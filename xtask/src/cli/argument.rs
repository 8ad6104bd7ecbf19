//! Definition and reading of arguments.

use std::path::PathBuf;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};

/// A command with a one-line description, a paragraph, examples, and the meaning of exit code 1.
pub(super) fn command(
    name: &'static str,
    about: &'static str,
    description: &'static str,
    examples: &[&str],
    failure: &str,
) -> Command {
    let title = if examples.len() == 1 { "Example" } else { "Examples" };
    let examples: Vec<_> = examples.iter().map(|example| format!("  cargo xtask {example}")).collect();
    let exit_codes = format!("Exit codes:\n  0  success\n  1  {failure}\n  2  invalid usage");
    Command::new(name)
        .about(about)
        .long_about(format!("{about}\n\n{description}"))
        .after_long_help(format!("{title}:\n{}\n\n{exit_codes}", examples.join("\n")))
}

/// A required path without a flag.
pub(super) fn positional(name: &'static str, value: &'static str, help: &'static str) -> Arg {
    Arg::new(name).value_name(value).help(help).required(true).value_parser(value_parser!(PathBuf))
}

/// A flag without a value.
pub(super) fn flag(name: &'static str, help: &'static str) -> Arg {
    Arg::new(name).long(name).help(help).action(ArgAction::SetTrue)
}

/// A flag with a string.
pub(super) fn string(name: &'static str, value: &'static str, help: &'static str) -> Arg {
    Arg::new(name).long(name).value_name(value).help(help)
}

/// A flag with strings, separated by commas.
pub(super) fn list(name: &'static str, value: &'static str, help: &'static str) -> Arg {
    string(name, value, help).value_delimiter(',').action(ArgAction::Append)
}

/// A flag with a path.
pub(super) fn path(name: &'static str, value: &'static str, help: &'static str) -> Arg {
    string(name, value, help).value_parser(value_parser!(PathBuf))
}

/// A flag with a path, which can be repeated.
pub(super) fn paths(name: &'static str, value: &'static str, help: &'static str) -> Arg {
    path(name, value, help).action(ArgAction::Append)
}

/// A flag with a number.
pub(super) fn number(name: &'static str, value: &'static str, help: &'static str) -> Arg {
    string(name, value, help).value_parser(value_parser!(usize))
}

/// A parser of the names of `values`.
pub(super) fn choice<T, const N: usize>(
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
pub(super) fn get<T: Clone + Send + Sync + 'static>(arguments: &ArgMatches, name: &str) -> Option<T> {
    arguments.get_one::<T>(name).cloned()
}

/// Reads an argument that is required or has a default.
pub(super) fn required<T: Clone + Send + Sync + 'static>(arguments: &ArgMatches, name: &str) -> T {
    get(arguments, name).expect("the argument is required or has a default")
}

/// Reads the values of an argument; none when it is absent.
pub(super) fn all<T: Clone + Send + Sync + 'static>(arguments: &ArgMatches, name: &str) -> Vec<T> {
    arguments.get_many::<T>(name).into_iter().flatten().cloned().collect()
}
