//! Output on terminals.

use std::io::{IsTerminal as _, Write as _};

use tinsmith::output::WriteError;
use tinsmith::{Diagnostic, Diagnostics, GeneratedCrate};

use crate::Failure;

/// Prints to standard output. A closed pipe is not an error.
pub(crate) fn print(text: &str) -> Result<(), Failure> {
    match std::io::stdout().lock().write_all(text.as_bytes()) {
        Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => Ok(()),
        outcome => Ok(outcome?),
    }
}

/// Returns true when standard error is coloured.
#[must_use]
pub fn colour() -> bool {
    std::io::stderr().is_terminal() && std::env::var_os("NO_COLOR").is_none()
}

/// Returns true when standard output is coloured.
pub(crate) fn colour_out() -> bool {
    std::io::stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none()
}

/// Renders a diagnostic as a failure.
pub(crate) fn failure(diagnostic: &Diagnostic) -> Failure {
    Failure(diagnostic.render(colour()))
}

/// Renders an error with help as a failure.
pub(crate) fn refused(message: &str, help: &str) -> Failure {
    failure(&Diagnostic::error(message).with_help(help))
}

/// Renders diagnostics as a failure.
#[expect(clippy::needless_pass_by_value, reason = "a function for `map_err`")]
pub(crate) fn rendered(diagnostics: Diagnostics) -> Failure {
    Failure(diagnostics.render(colour()))
}

/// Renders an error of writing as a failure.
pub(crate) fn not_written(error: WriteError) -> Failure {
    failure(&Diagnostic::from(error))
}

/// Prints the warnings of a generation.
pub(crate) fn warn(generated: &GeneratedCrate) {
    for warning in &generated.warnings {
        eprintln!("{}\n", warning.render(colour()));
    }
}
