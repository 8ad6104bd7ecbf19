//! Output on terminals.

use std::env;
use std::io::{self, IsTerminal, Write as _};
use std::path::Path;

use tinsmith::output::{Difference, WriteError};
use tinsmith::{Diagnostic, Diagnostics};

use crate::Failure;

/// Prints to standard output. A closed pipe is not an error: the reader has seen enough, and the command goes on.
pub(crate) fn print(text: &str) -> Result<(), Failure> {
    match io::stdout().lock().write_all(text.as_bytes()) {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        outcome => outcome.map_err(|error| Failure(format!("cannot write to standard output: {error}"))),
    }
}

/// Prints a line to standard error, unless nobody reads it. `eprintln` would panic then, and stop the command.
pub fn print_error(text: &str) {
    let _ = writeln!(io::stderr(), "{text}");
}

/// Returns true when standard error is coloured.
#[must_use]
pub fn colour() -> bool {
    is_coloured(&io::stderr())
}

/// Returns true when standard output is coloured.
pub(crate) fn colour_out() -> bool {
    is_coloured(&io::stdout())
}

/// Returns true if a stream is coloured: if it is a terminal, unless a variable of the environment decides. Source:
/// <https://bixense.com/clicolors/>
fn is_coloured(stream: &impl IsTerminal) -> bool {
    let is_set = |name| env::var_os(name).is_some_and(|value| !value.is_empty());
    let is_forced = env::var_os("CLICOLOR_FORCE").is_some_and(|value| !value.is_empty() && value != "0");
    !is_set("NO_COLOR") && (is_forced || stream.is_terminal())
}

/// Formats a difference between a crate and its folder, with the colours of `git diff` if asked.
pub(crate) fn difference(difference: &Difference, colour: bool) -> String {
    let text = difference.to_string();
    if colour { text.lines().map(coloured_line).collect::<Vec<_>>().join("\n") } else { text }
}

fn coloured_line(line: &str) -> String {
    let code = match line.as_bytes() {
        [b'-', b'-', b'-', b' ', ..] | [b'+', b'+', b'+', b' ', ..] => "1",
        [b'@', b'@', b' ', ..] => "36",
        [b'-', ..] => "31",
        [b'+', ..] => "32",
        _ => return line.to_owned(),
    };
    format!("\u{1b}[{code}m{line}\u{1b}[0m")
}

/// Renders a diagnostic as a failure.
pub(crate) fn failure(diagnostic: &Diagnostic) -> Failure {
    Failure(diagnostic.render(colour()))
}

/// Renders an error with help as a failure.
pub(crate) fn refused(message: &str, help: &str) -> Failure {
    failure(&Diagnostic::error(message).with_help(help))
}

/// Returns a function that renders the error of an action on a path, such as `write`, as a failure.
pub(crate) fn cannot(action: &str, path: &Path) -> impl Fn(io::Error) -> Failure {
    let message = format!("cannot {action} `{}`", path.display());
    move |error| {
        refused(
            &format!("{message}: {error}"),
            "check that the path is not taken and that you may write there",
        )
    }
}

/// Renders diagnostics as a failure.
#[expect(clippy::needless_pass_by_value, reason = "a function for `map_err`")]
#[must_use]
pub fn rendered(diagnostics: Diagnostics) -> Failure {
    Failure(diagnostics.render(colour()))
}

/// Renders an error of writing as a failure.
#[must_use]
pub fn not_written(error: WriteError) -> Failure {
    failure(&Diagnostic::from(error))
}

/// Prints a warning.
pub(crate) fn warn(warning: &Diagnostic) {
    print_error(&format!("{}\n", warning.render(colour())));
}
