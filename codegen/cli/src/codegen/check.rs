//! The option `--check`: the differences between generated files and a folder, and the command that fixes them.

use std::path::Path;

use tinsmith::GeneratedCrate;
use tinsmith::output::{self, Difference};

use crate::terminal::{not_written, print_error};
use crate::{Failure, terminal};

/// Checks that a folder has the files of a crate, and prints the differences. `name` selects the crate on a command line that selects
/// none.
pub(super) fn check(
    generated: &GeneratedCrate,
    folder: &Path,
    name: Option<&str>,
    program: &str,
) -> Result<(), Failure> {
    let shown = folder.display();
    if let Some(leftover) = output::leftover(folder).map_err(not_written)? {
        let leftover = leftover.display();
        return Err(terminal::refused(
            &format!("another run is writing `{shown}`, or was interrupted and left `{leftover}`"),
            &format!("to finish it, run `{}`", repair(program, &[])),
        ));
    }
    let differences = output::check(generated, folder).map_err(not_written)?;
    if differences.is_empty() {
        return terminal::print(&format!("{shown} is up to date\n"));
    }
    show(&differences, !output::is_written(folder));
    let is_edited = differences.iter().any(|difference| matches!(difference, Difference::Edited { .. }));
    let (advice, more) = match name.filter(|_| is_edited) {
        Some(name) => (MOVE_EDITS, &[name, "--force"][..]),
        None if is_edited => (MOVE_EDITS, &["--force"][..]),
        None => ("", &[][..]),
    };
    Err(Failure(format!("\n{shown} is out of date; {advice}run `{}`", repair(program, more))))
}

/// Prints differences. The files of a crate that was never generated are only counted.
fn show(differences: &[Difference], is_new: bool) {
    let is_missing = |difference: &Difference| matches!(difference, Difference::Missing { .. });
    if is_new && differences.iter().all(is_missing) {
        return print_error(&format!("missing: all {} files", differences.len()));
    }
    let colour = terminal::colour();
    differences.iter().for_each(|difference| print_error(&terminal::difference(difference, colour)));
}

const MOVE_EDITS: &str =
    "move the edits to an overlay of the model or to a crate of your own, or, to overwrite them, ";

/// Returns the command line of this process without `--check`, and with more words.
fn repair(program: &str, more: &[&str]) -> String {
    let arguments = std::env::args_os().map(|argument| argument.to_string_lossy().into_owned());
    let arguments = arguments.skip_while(|argument| argument != "codegen").skip(1);
    let arguments = arguments.filter(|argument| argument != "--check").map(quoted);
    let words = std::iter::once(format!("{program} codegen")).chain(arguments);
    words.chain(more.iter().map(|word| (*word).to_owned())).collect::<Vec<_>>().join(" ")
}

fn quoted(argument: String) -> String {
    if argument.contains(char::is_whitespace) { format!("'{argument}'") } else { argument }
}
